import type { AuthRequirement } from '../../estate/auth-requirement.ts';
import type { TriggerKind } from '../../estate/trigger.ts';
import type { Exposure } from '../../analyses/exposure/exposure.ts';

/** One situation with the answer that the platform's documentation gives, labelled before any code ran. */
export interface ExposureCase {
  /** What is special about it, as a sentence. Unique over all areas. */
  readonly name: string;
  /** The AWS page that decides the answer. */
  readonly page: string;
  readonly template: Json;
  /** Other files beside it: nested templates, documents. */
  readonly files?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  /** The logical id of the function that is asked about. */
  readonly function: string;
  /** Every way in, in any order. */
  readonly ways: readonly ExpectedWay[];
  /** Under another assignment of the conditions: its label, `Stage=prod`. The default without. */
  readonly when?: string;
}

export interface ExpectedWay {
  readonly kind: TriggerKind;
  /** The logical id of what starts the function; undefined when it stands outside the template. */
  readonly source?: string;
  /** `GET /orders`, `$connect`, `Query.orders`; for gateways only. */
  readonly route?: string;
  readonly auth: readonly AuthRequirement['kind'][];
  readonly invocation: 'sync' | 'async' | 'poll';
  readonly exposure: Exposure;
  /** A fragment that one message of the path holds. */
  readonly via?: string;
  /** Whether another function lies on the way; false without. */
  readonly mediated?: boolean;
  /** A fragment of the reason, for what is unknown. */
  readonly reason?: string;
  readonly settleWith?: string;
}

export interface Area {
  readonly name: string;
  readonly cases: readonly ExposureCase[];
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonMap = { readonly [key: string]: Json };
