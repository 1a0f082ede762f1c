import { asText } from '@leastwise/model';
import { isComputed } from '../read-value.ts';
import { idSuffix } from '../short-hash.ts';
import type { ApiDraft } from './api-draft.ts';

/** The logical id of the stage: with its name when that is written as it is. */
export function stageId({ owner }: ApiDraft): string {
  const name = owner.properties.get('StageName');
  const text = name === undefined || isComputed(name) ? '' : (asText(name) ?? '');
  const suffix = idSuffix(text);
  return suffix === text ? `${owner.logicalId}${text}Stage` : `${owner.logicalId}Stage${suffix}`;
}
