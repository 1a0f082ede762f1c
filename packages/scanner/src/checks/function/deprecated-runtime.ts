import { isAbsent, settled } from '@leastwise/model';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { runtimeLifecycles } from '../../analyses/functions/runtime-lifecycle.ts';
import { set } from '../fix-intents.ts';

/** Days before the end of support from which the runtime is worth a note. */
const NOTICE = 180;

export default defineCheck({
  name: 'deprecated-runtime',
  title: 'The runtime of the function no longer gets security patches',
  area: 'function',
  subjects: ['function'],
  severity: 'medium',
  since: '0.1.0',
  rows: [12],
  mappings: {
    owasp: ['SAS-3', 'SAS-6'],
    csa: ['CSA-3'],
    cwe: [1104],
    fsbp: ['Lambda.2'],
    checkov: ['CKV_AWS_363'],
    prowler: ['awslambda_function_using_supported_runtimes'],
    cdk_nag: ['LambdaLatestVersion'],
  },
  fix: 'review',
  evaluate(subject, { estate, settings }) {
    const { runtime } = subject.facet;
    if (isAbsent(runtime)) return notApplicable;
    const name = settled(runtime);
    if (name === undefined) return open('runtime of the function', runtime, estate);
    const lifecycle = Object.hasOwn(runtimeLifecycles, name) ? runtimeLifecycles[name] : undefined;
    if (lifecycle === undefined) return pass;
    const instead = lifecycle.successor === undefined ? '' : `set Runtime: ${lifecycle.successor}`;
    if (lifecycle.deprecated <= settings.asOf) {
      return fail(
        runtime.origin,
        `${name} of ${subject.name} has had no security patches since ${lifecycle.deprecated}.`,
        {
          fix: {
            summary: instead,
            ...(lifecycle.successor === undefined ? {} : { edit: [set(subject, 'runtime', lifecycle.successor)] }),
          },
        },
      );
    }
    if (lifecycle.deprecated <= daysAfter(settings.asOf, NOTICE)) {
      return fail(
        runtime.origin,
        `${name} of ${subject.name} gets no security patches after ${lifecycle.deprecated}.`,
        {
          severity: 'info',
          fix: {
            summary: instead,
            ...(lifecycle.successor === undefined ? {} : { edit: [set(subject, 'runtime', lifecycle.successor)] }),
          },
        },
      );
    }
    return pass;
  },
});

function daysAfter(date: string, days: number): string {
  const time = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? date : new Date(time + days * 86_400_000).toISOString().slice(0, 10);
}
