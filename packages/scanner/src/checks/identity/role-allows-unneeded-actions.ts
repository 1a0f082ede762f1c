import { actionClasses } from '../../analyses/permissions/action-class.ts';
import type { Excess } from '../../analyses/permissions/grants.ts';
import { changesRights } from '../../analyses/permissions/unneeded-by-role.ts';
import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';

export default defineCheck({
  name: 'role-allows-unneeded-actions',
  title: 'Role allows actions that no code of it calls',
  area: 'identity',
  subjects: ['role'],
  severity: 'low',
  confidence: 'medium',
  since: '0.1.0',
  rows: [232, 239],
  mappings: { owasp: ['SAS-4'], csa: ['CSA-4'], cwe: [250, 272], attack: ['T1078.004'] },
  fix: 'none',
  evaluate(subject, { facts }) {
    const found = facts.permissions.unneededBy(subject);
    if (found === 'no-question') return notApplicable;
    if ('why' in found)
      return { result: 'unknown', at: found.at, what: `what the functions of ${subject.name} call`, why: found.why };
    const touched = new Set([...found.needed].map(serviceOf));
    const apart = new Set(found.unneeded.filter((one) => !touched.has(serviceOf(one.action)) && handsOut(one)));
    const heavy = (one: Excess): number => weight(one) + (apart.has(one) ? 8 : 0);
    const [first, ...others] = found.unneeded.toSorted((one, other) => heavy(other) - heavy(one));
    if (first === undefined) return pass;
    const names = [...new Set([first, ...others].map(({ action }) => action))];
    const shown = names.slice(0, 4).join(', ') + (names.length > 4 ? `, and ${names.length - 4} more` : '');
    const [holder] = found.holders;
    const who =
      found.holders.length > 1
        ? `the ${found.holders.length} functions of ${subject.name}`
        : (holder?.name ?? subject.name);
    return fail(
      first.at ?? subject.keyRange,
      `${subject.name} allows ${shown}, which the code of ${who} never calls.`,
      {
        severity: apart.size > 0 || found.unneeded.some(changesRights) ? 'low' : 'info',
        evidence: placesOf([first, ...others]).slice(0, 6),
        fix: {
          summary: `take ${names.length > 4 ? 'them' : shown} away; \`leastwise policy ${holder?.name ?? ''}\` prints what is needed`,
        },
      },
    );
  },
});

function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(':')).toLowerCase();
}

/** Tells or changes something; looks at what exists do little harm. */
function handsOut({ action }: Excess): boolean {
  return actionClasses(action).some((each) => each === 'writes' || each === 'reads');
}

function weight(excess: Excess): number {
  const classes = actionClasses(excess.action);
  return (changesRights(excess) ? 4 : 0) + (classes.includes('writes') ? 2 : 0) + (classes.includes('reads') ? 1 : 0);
}

/** One line a policy and place: what it allows for nothing. */
function placesOf(
  list: readonly Excess[],
): readonly { readonly at: NonNullable<Excess['at']>; readonly message: string }[] {
  const byPlace = new Map<
    string,
    { readonly at: NonNullable<Excess['at']>; readonly policy: string; readonly actions: string[] }
  >();
  for (const { at, policy, action } of list) {
    if (at === undefined) continue;
    const key = `${at.file} ${at.start} ${policy}`;
    const place = byPlace.get(key) ?? { at, policy, actions: [] };
    place.actions.push(action);
    byPlace.set(key, place);
  }
  return [...byPlace.values()].map(({ at, policy, actions }) => ({
    at,
    message: `${policy} allows ${actions.slice(0, 5).join(', ')}${actions.length > 5 ? ', …' : ''}`,
  }));
}
