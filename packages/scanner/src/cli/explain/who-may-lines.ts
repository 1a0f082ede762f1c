import type { NodeId } from '@leastwise/model';
import { permittedCallers, whoMay, type Able, type Doing } from '../../analyses/escalation/who-may.ts';
import type { Estate } from '../../estate/estate.ts';
import { printable } from '../../reports/text/printable.ts';
import type { ExplainScreen } from './explain-check.ts';

const titles: Readonly<Record<Doing, string>> = {
  invoke: 'invoke it',
  read: 'read its code or environment',
  replace: 'replace its code, layers or configuration',
};

/** The roles, users and groups of the templates, and for calls also whom the policy of the function admits. */
export function whoMayLines(estate: Estate, id: NodeId, { colours }: ExplainScreen): readonly string[] {
  const able = whoMay(estate, id);
  const doings: readonly Doing[] = ['invoke', 'read', 'replace'];
  return doings.flatMap((doing) => {
    const callers = doing === 'invoke' ? permittedCallers(estate, id) : [];
    const lines = [
      ...able[doing].map((each) => `    ${identityText(each)}  ${colours.faint(printable(each.actions.join(', ')))}`),
      ...[...new Set(callers)].map((each) => `    ${printable(each)}  ${colours.faint('policy of the function')}`),
    ];
    return [
      `  ${titles[doing]}`,
      ...(lines.length === 0 ? [`    ${colours.faint('no identity of these templates')}`] : lines),
    ];
  });
}

function identityText({ name, kind, certain }: Able): string {
  return `${kind} ${printable(name)}${certain ? '' : ', perhaps: it hangs on what only deployment knows'}`;
}
