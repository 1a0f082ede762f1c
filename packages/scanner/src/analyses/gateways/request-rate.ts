import { settled } from '@leastwise/model';
import type { AnyNode, Estate } from '../../estate/estate.ts';
import { stagesOf } from './stages-of.ts';

/** Requests a second that the stages of an API let through at most; undefined where only the account's limit holds. */
export function requestRate(estate: Estate, gateway: AnyNode): number | undefined {
  if (gateway.kind === 'rest-api') {
    const stages = stagesOf(estate).rest.get(gateway.id) ?? [];
    return highest(
      stages.map((stage) => {
        const whole = stage.facet.methodSettings.items.find(
          (item) =>
            settled(item.path)?.startsWith('/*') && settled(item.method) === '*' && item.rateLimit.kind !== 'absent',
        );
        return whole === undefined ? undefined : settled(whole.rateLimit);
      }),
    );
  }
  if (gateway.kind !== 'http-api') return undefined;
  const stages = stagesOf(estate).http.get(gateway.id) ?? [];
  return highest(stages.map((stage) => settled(stage.facet.defaults.rateLimit)));
}

/** One stage without a limit is enough for none. */
function highest(rates: readonly (number | undefined)[]): number | undefined {
  if (rates.length === 0 || rates.includes(undefined)) return undefined;
  return Math.max(...rates.map((rate) => rate ?? 0));
}
