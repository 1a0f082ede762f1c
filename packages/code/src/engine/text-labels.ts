import { unionLabels, type Labels } from './label.ts';
import type { Value } from './value.ts';

/** The labels of the holes of a text that is being put together. */
export function shallowLabelsOfParts(parts: readonly (string | Value)[]): Labels {
  let labels: Labels = [];
  for (const part of parts) {
    if (typeof part !== 'string' && (part.kind === 'opaque' || part.kind === 'external')) {
      labels = unionLabels(labels, part.labels);
    }
  }
  return labels;
}
