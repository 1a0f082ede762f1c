import { triggersOf } from '../../estate/triggers/triggers-of.ts';
import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';

/** CodeDeploy calls these before and after it shifts traffic, by their name alone. */
const hooks = /^CodeDeployHook_/;

export default defineCheck({
  name: 'function-without-trigger',
  title: 'Nothing in the templates starts the function',
  area: 'function',
  subjects: ['function'],
  severity: 'info',
  since: '0.1.0',
  rows: [269],
  mappings: { owasp: ['SAS-4'], csa: ['CSA-11'], cwe: [1164] },
  fix: 'none',
  evaluate(subject, { estate }) {
    if (hooks.test(subject.name)) return notApplicable;
    const ways = triggersOf(estate, subject.id);
    if (ways.some((trigger) => trigger.facet.enabled)) return pass;
    if (estate.edgesTo(subject.id, 'invokes', 'routesTo', 'references', 'starts').length > 0 && ways.length === 0)
      return pass;
    const why =
      ways.length > 0
        ? `everything that starts it is switched off (${ways[0]?.facet.label ?? ''})`
        : 'no event source, permission, workflow or other function of these templates starts it';
    return fail(subject.keyRange, `${subject.name} is deployed with its role, but ${why}.`, {
      confidence: 'medium',
      fix: { summary: 'remove the function, or say in the template who starts it' },
    });
  },
});
