import type { Value } from '@leastwise/model';
import { scalarText } from './values.ts';

/**
 * A text with each hole as a name, so that two values that must be equal in every deployment have one spelling. Undefined
 * when nothing can be said. `stack` tells apart the holes that differ between stacks.
 */
export function spelled(value: Value, stack = ''): string | undefined {
  switch (value.kind) {
    case 'known':
      return scalarText(value);
    case 'reference':
      return `\${${value.node}.${value.attribute}}`;
    case 'unknown':
      if (value.name === undefined) return undefined;
      return perStack.has(value.name) ? `\${${value.name}@${stack}}` : `\${${value.name}}`;
    case 'text': {
      let text = '';
      for (const part of value.parts) {
        const piece = typeof part === 'string' ? part : spelled(part, stack);
        if (piece === undefined) return undefined;
        text += piece;
      }
      return text;
    }
    default:
      return undefined;
  }
}

const perStack: ReadonlySet<string> = new Set(['AWS::StackName', 'AWS::StackId', 'AWS::NotificationARNs']);
