import { describe, isAbsent, settled } from '@leastwise/model';
import { callerOf, serviceOf } from '../../estate/triggers/service-principals.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';

export default defineCheck({
  name: 'permission-without-trigger',
  title: 'A permission to invoke the function has outlived its trigger',
  area: 'function',
  subjects: ['function-permission'],
  severity: 'info',
  since: '0.1.0',
  rows: [254],
  mappings: { owasp: ['SAS-4'], csa: ['CSA-4'], cwe: [1164] },
  fix: 'none',
  evaluate(subject, { estate }) {
    if (settled(subject.facet.principal) === undefined && subject.facet.principal.kind === 'unknown') {
      return open('principal of the permission', subject.facet.principal, estate);
    }
    const who = describe(subject.facet.principal);
    const service = serviceOf(who);
    const caller = callerOf(service);
    if (caller === undefined || caller.kinds.length === 0 || estate.functionOf(subject.facet.function) === undefined)
      return notApplicable;
    const served = estate.edgesFrom(subject.id, 'attachedTo').map((edge) => estate.get(edge.to, 'trigger'));
    if (served.some((trigger) => trigger !== undefined && trigger.facet.kind !== 'permission')) return pass;
    if (served.length === 0) return notApplicable;
    const name = estate.functionOf(subject.facet.function)?.function.name ?? subject.name;
    const source = isAbsent(subject.facet.sourceArn) ? undefined : estate.resolve(subject.facet.sourceArn);
    // The source is here and does not call the function: nothing of the templates needs the permission.
    const orphaned = source !== undefined && source.kind !== 'rest-api' && source.kind !== 'http-api';
    return fail(
      subject.keyRange,
      orphaned
        ? `${who} may invoke ${name} for ${source.name}, but ${source.name} does not call it.`
        : `${who} may invoke ${name}, and no source of these templates uses the permission.`,
      {
        severity: orphaned ? 'low' : 'info',
        confidence: 'medium',
        fix: { summary: 'remove the permission, or add the trigger that it is for' },
      },
    );
  },
});
