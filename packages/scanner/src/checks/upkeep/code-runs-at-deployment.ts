import { describe, isAbsent, type Value } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';
import { defineCheck, fail, notApplicable } from '../define-check.ts';

/** An inventory: whoever can change this code changes what is deployed, with the rights of its role. */
export default defineCheck({
  name: 'code-runs-at-deployment',
  title: 'Deploying the stack runs code',
  area: 'upkeep',
  subjects: ['custom-resource', 'macro'],
  severity: 'info',
  since: '0.1.0',
  rows: [274],
  mappings: { owasp: ['SAS-6'], csa: ['CSA-6'], cwe: [829], attack: ['T1195'] },
  fix: 'none',
  evaluate(subject, { estate }) {
    const code = subject.kind === 'macro' ? subject.facet.function : subject.facet.token;
    if (isAbsent(code)) return notApplicable;
    const called = estate.functionOf(code)?.function;
    return fail(
      code.origin,
      subject.kind === 'macro'
        ? `Templates that name ${subject.name} are rewritten by ${called?.name ?? describe(code)}.`
        : `Each change of ${subject.name} runs ${called?.name ?? describe(code)}${isElsewhere(code, estate) ? ', which stands elsewhere' : ''}.`,
      {
        evidence:
          called === undefined
            ? []
            : [{ at: called.keyRange, message: `${called.name} runs when the stack is deployed` }],
        fix: { summary: 'know who may change this code, and give it no more rights than it needs' },
      },
    );
  },
});

function isElsewhere(code: Value, estate: Estate): boolean {
  return estate.functionOf(code) === undefined && estate.resolve(code) === undefined;
}
