import { settled, type Value, type FixIntent } from '@leastwise/model';
import { stagesOf } from '../../analyses/gateways/stages-of.ts';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { append, set } from '../fix-intents.ts';

/** The peers' literal question. What the missing limit may cost is the question of `public-entry-without-spending-limit`. */
export default defineCheck({
  name: 'api-without-throttling',
  title: 'Stage is throttled by the limit of the account only',
  area: 'entry',
  subjects: ['rest-stage', 'http-stage'],
  severity: 'info',
  since: '0.1.0',
  rows: [42, 43],
  mappings: {
    owasp: ['SAS-8'],
    csa: ['CSA-8'],
    cwe: [770],
    attack: ['T1499'],
    kics: ['cfn:783860a3', 'cfn:7f8f1b60', 'tf:b3a59b8e', 'tf:c999cf62'],
    cfn_nag: ['W64', 'W68'],
    cdk_nag: ['APIGWDefaultThrottling'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const rate = subject.kind === 'rest-stage' ? restRate(estate, subject) : subject.facet.defaults.rateLimit;
    if (rate === undefined || rate.kind === 'absent') {
      return fail(
        subject.keyRange,
        `Stage ${subject.name} takes as many requests as the account allows (10,000 a second unless changed).`,
        {
          fix: {
            summary:
              subject.kind === 'rest-stage'
                ? 'set ThrottlingRateLimit in MethodSettings for /*'
                : 'set ThrottlingRateLimit in DefaultRouteSettings',
            edit: throttle(subject),
          },
        },
      );
    }
    return settled(rate) === undefined && rate.kind !== 'known' ? open('ThrottlingRateLimit', rate, estate) : pass;
  },
});

/** What the account allows in all, for this stage alone: nobody who comes in today is turned away by it. */
function throttle(stage: NodeOf<'rest-stage'> | NodeOf<'http-stage'>): readonly FixIntent[] {
  if (stage.kind === 'http-stage')
    return [set(stage, 'defaults', { ThrottlingRateLimit: RATE, ThrottlingBurstLimit: BURST })];
  const index = stage.facet.methodSettings.items.findIndex(
    (item) => settled(item.path)?.startsWith('/*') && settled(item.method) === '*',
  );
  if (index === -1) {
    const all = { HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: RATE, ThrottlingBurstLimit: BURST };
    return [append(stage, 'methodSettings', all)];
  }
  return [
    set(stage, `methodSettings.${index}.rateLimit`, RATE),
    set(stage, `methodSettings.${index}.burstLimit`, BURST),
  ];
}

/** Requests a second, and at once. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const RATE = 10_000;
const BURST = 5000;

/** From the stage's settings for every method, or from a usage plan of the stage. */
function restRate(estate: Estate, stage: NodeOf<'rest-stage'>): Value<number> | undefined {
  const whole = stage.facet.methodSettings.items.find(
    (item) => settled(item.path)?.startsWith('/*') && settled(item.method) === '*' && item.rateLimit.kind !== 'absent',
  );
  if (whole !== undefined) return whole.rateLimit;
  const api = estate.resolve(stage.facet.api, 'rest-api')?.id;
  const plans = api === undefined ? [] : (stagesOf(estate).plans.get(api) ?? []);
  const plan = plans.find((item) => item.facet.rateLimit.kind !== 'absent');
  return plan?.facet.rateLimit;
}
