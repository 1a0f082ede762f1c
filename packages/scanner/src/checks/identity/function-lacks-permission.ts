import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';

export default defineCheck({
  name: 'function-lacks-permission',
  title: 'Function calls what its role does not allow',
  area: 'identity',
  subjects: ['function'],
  severity: 'low',
  since: '0.1.0',
  rows: [233],
  mappings: { owasp: ['SAS-4'], csa: ['CSA-4'], cwe: [280] },
  fix: 'review',
  evaluate(subject, { estate, facts }) {
    const code = facts.code.of(subject.id);
    const open = code === undefined ? estate.openReason(subject.facet.handler) : undefined;
    if (open !== undefined)
      return { result: 'unknown', at: open.origin, what: `what the code of ${subject.name} calls`, why: open.reason };
    const permissions = facts.permissions.of(subject.id);
    if (code === undefined || code.sdkCalls.length === 0 || permissions?.held === undefined) return notApplicable;
    const calls = new Set(code.sdkCalls.map(({ at }) => `${at.file} ${at.start}`));
    // What the platform does with the role (logs, traces) fails without the caller's notice.
    const missing = permissions.missing.filter(({ evidence }) =>
      evidence.some(({ at }) => calls.has(`${at.file} ${at.start}`)),
    );
    const [first] = missing;
    const place = first?.evidence.at(-1);
    if (first === undefined || place === undefined) return pass;
    const actions = [...new Set(missing.map(({ action }) => action))];
    const shown = actions.slice(0, 4).join(', ') + (actions.length > 4 ? ', …' : '');
    return fail(place.at, `${subject.name} needs ${shown}, which neither its role nor the resource allows.`, {
      evidence: missing.slice(0, 6).flatMap(({ action, evidence }) => {
        const last = evidence.at(-1);
        return last === undefined ? [] : [{ at: last.at, message: `${last.message}, which asks for ${action}` }];
      }),
      fix: { summary: `allow ${shown} on what is called, or take the call away` },
    });
  },
});
