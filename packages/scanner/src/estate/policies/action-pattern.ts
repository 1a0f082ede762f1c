import type { PolicyElement, Statement } from './policy-document.ts';
import { covers, spellPattern } from './spell-pattern.ts';

/** `unknown`: it hangs on a part of the policy that the text does not give. */
export type Truth = 'yes' | 'no' | 'unknown';

/** Whether an action pattern such as `s3:Get*` covers an action. Service and action names ignore case. */
export function coversAction(pattern: string, action: string): boolean {
  return covers(pattern.toLowerCase(), action.toLowerCase());
}

/** Whether the actions of a statement (or all but its NotActions) hold one action. Effect and conditions are not asked. */
export function namesAction(statement: Statement, action: string): Truth {
  const { actions } = statement;
  if (!actions.present) return 'no';
  const listed = anyCovers(actions, action);
  if (!actions.not) return listed;
  return listed === 'yes' ? 'no' : listed === 'no' ? 'yes' : 'unknown';
}

/** The action patterns that are known, as written. */
export function actionPatterns(element: PolicyElement): readonly string[] {
  let patterns = spelled.get(element);
  if (patterns === undefined) {
    patterns = element.values.flatMap((value) => spellPattern(value) ?? []);
    spelled.set(element, patterns);
  }
  return patterns;
}

/** Each statement is asked about some hundred actions, so what its values spell is kept. */
const spelled = new WeakMap<PolicyElement, readonly string[]>();

function anyCovers(actions: PolicyElement, action: string): Truth {
  if (actionPatterns(actions).some((pattern) => coversAction(pattern, action))) return 'yes';
  return actions.open === undefined ? 'no' : 'unknown';
}
