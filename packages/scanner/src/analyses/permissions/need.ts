import type { ConditionBlock } from '@leastwise/iam';
import type { SourceRange } from '@leastwise/model';

/** One permission that a function needs, in the spelling of `spell-arn.ts`. */
export interface FunctionNeed {
  readonly action: string;
  readonly resources: readonly string[];
  /** `proved`: the call is made and the permission is asked for; `possible` ones do not count as required. */
  readonly confidence: 'proved' | 'likely' | 'possible';
  /** Under what it is needed, when not always. */
  readonly condition?: string;
  /** What a statement for it may be narrowed by. */
  readonly block?: ConditionBlock;
  readonly evidence: readonly { readonly at: SourceRange; readonly message: string }[];
}

const order = ['possible', 'likely', 'proved'] as const;

export function weaker(a: FunctionNeed['confidence'], b: FunctionNeed['confidence']): FunctionNeed['confidence'] {
  return order[Math.min(order.indexOf(a), order.indexOf(b))] ?? 'possible';
}
