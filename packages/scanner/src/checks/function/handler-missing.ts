import { isAbsent, settled } from '@leastwise/model';
import { runtimeFamily } from '../../analyses/handlers/runtime-family.ts';
import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';

export default defineCheck({
  name: 'handler-missing',
  title: 'The handler that the function names does not exist',
  area: 'function',
  subjects: ['function'],
  severity: 'low',
  since: '0.1.0',
  rows: [268],
  mappings: { owasp: ['SAS-3'], csa: ['CSA-11'], cwe: [1164] },
  fix: 'none',
  evaluate(subject, { facts }) {
    if (isAbsent(subject.facet.handler)) return notApplicable;
    // What a compiler makes is in no tree, whatever one gives: the function says so, and there is nothing to ask.
    const runtime = settled(subject.facet.runtime);
    if (runtime !== undefined && runtimeFamily(runtime) === 'compiled') return notApplicable;
    const fact = facts.handlers.of(subject.id);
    if (fact.status === 'resolved') return pass;
    if (fact.status === 'missing') {
      return fail(fact.at, `Every call of ${subject.name} fails: ${decapitalised(fact.reason)}`, {
        fix: { summary: 'name a module and a function that exist' },
      });
    }
    return { result: 'unknown', at: fact.open.origin, what: 'handler of the function', why: fact.open.reason };
  },
});

function decapitalised(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
