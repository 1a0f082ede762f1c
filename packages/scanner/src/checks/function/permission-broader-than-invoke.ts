import { describe, isAbsent, settled } from '@leastwise/model';
import { serviceOf } from '../../estate/triggers/service-principals.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

const invoking = new Set(['lambda:invokefunction', 'lambda:invokefunctionurl', 'lambda:invokeasync']);

export default defineCheck({
  name: 'permission-broader-than-invoke',
  title: 'The resource policy of the function allows more than invoking it',
  area: 'function',
  subjects: ['function-permission'],
  severity: 'medium',
  since: '0.1.0',
  rows: [25],
  mappings: {
    owasp: ['SAS-4'],
    csa: ['CSA-4'],
    cwe: [250, 732],
    kics: ['cfn:9b83114b', 'tf:0ca1017d', 'tf:75ec6890'],
    cfn_nag: ['W24'],
    attack: ['T1648'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const { action, principal } = subject.facet;
    const written = settled(action);
    if (written === undefined)
      return isAbsent(action) ? notApplicable : open('action of the permission', action, estate);
    if (invoking.has(written.toLowerCase())) return pass;
    const who = describe(principal);
    const name = estate.functionOf(subject.facet.function)?.function.name ?? describe(subject.facet.function);
    const everything = written.includes('*');
    const severity = !everything
      ? 'medium'
      : who === '*'
        ? 'critical'
        : serviceOf(who) === undefined
          ? 'high'
          : 'medium';
    return fail(
      action.origin,
      everything
        ? `${who} may do ${written} on ${name}: read its code and variables, replace its code, delete it.`
        : `${who} may do ${written} on ${name}, which no event source needs.`,
      {
        severity,
        fix: { summary: 'set Action: lambda:InvokeFunction', edit: [set(subject, 'action', 'lambda:InvokeFunction')] },
      },
    );
  },
});
