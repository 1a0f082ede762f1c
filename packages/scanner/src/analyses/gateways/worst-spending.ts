import { asText, settled } from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';

/** Prices in USD and the limits that hold when the template names none; a part of the settings of a scan. */
export interface SpendingAssumptions {
  readonly accountConcurrency: number;
  readonly gigabyteSecond: number;
  readonly gigabyteSecondArm: number;
  readonly request: number;
}

export interface Spending {
  readonly function: NodeOf<'function'>;
  /** Executions at one time. */
  readonly concurrent: number;
  readonly limitedBy: 'account' | 'reserved' | 'throttle';
  readonly gigabyteSecondPrice: number;
  /** USD. */
  readonly perHour: number;
}

/**
 * The most that requests through open doors can cost in an hour: as many executions as reserved concurrency, the account
 * and the gateway's throttle allow (`rate` a second), each running to the function's timeout.
 */
export function worstSpending(
  called: NodeOf<'function'>,
  rate: number | undefined,
  cost: SpendingAssumptions,
): Spending {
  const { facet } = called;
  const timeout = settled(facet.timeout) ?? 3;
  const gigabytes = (settled(facet.memory) ?? 128) / 1024;
  const reserved = settled(facet.reservedConcurrency);
  const available = Math.min(reserved ?? cost.accountConcurrency, cost.accountConcurrency);
  const throttled = rate === undefined ? Number.POSITIVE_INFINITY : rate * timeout;
  const concurrent = Math.min(available, throttled);
  const arm = facet.architectures.items.some((item) => asText(item) === 'arm64');
  const gigabyteSecondPrice = arm ? cost.gigabyteSecondArm : cost.gigabyteSecond;
  const perSecond = concurrent * gigabytes * gigabyteSecondPrice + (concurrent / timeout) * cost.request;
  return {
    function: called,
    concurrent,
    limitedBy:
      throttled < available
        ? 'throttle'
        : reserved !== undefined && reserved <= cost.accountConcurrency
          ? 'reserved'
          : 'account',
    gigabyteSecondPrice,
    perHour: perSecond * 3600,
  };
}

/** `$7.50`, `$1,440`. */
export function dollars(amount: number): string {
  const digits = amount < 100 ? 2 : 0;
  const [whole = '0', cents] = amount.toFixed(digits).split('.');
  return `$${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${cents === undefined ? '' : `.${cents}`}`;
}
