import type { NodeId, SourceRange } from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';

/**
 * Who can start something. `public`: anyone on the internet. `public-sign-up`: anyone who first registers by themselves.
 * `authenticated`: someone with an account or credential that an owner gave. `internal`: only identities and services of
 * the owner's accounts. `unknown`: the text does not say.
 */
export type Exposure = 'public' | 'public-sign-up' | 'authenticated' | 'internal' | 'unknown';

/** From the widest; `unknown` stands between what is open and what is closed. */
export const exposureOrder: readonly Exposure[] = ['public', 'public-sign-up', 'unknown', 'authenticated', 'internal'];

/** Whether anything from outside the owner's own identities and services gets there, directly or through a function. */
export function isReachedFromOutside(exposure: Exposure): boolean {
  return exposure !== 'internal';
}

/** One step of the path by which an exposure is inherited, the outside world first. */
export interface ExposureStep {
  readonly node?: NodeId;
  readonly at: SourceRange;
  /** `anyone may put objects into bucket Uploads (bucket policy)`. */
  readonly message: string;
}

/** A trigger with its verdict. */
export interface WayIn {
  readonly trigger: NodeOf<'trigger'>;
  readonly exposure: Exposure;
  readonly via: readonly ExposureStep[];
  /**
   * True when the outside world gets here only through another function, whose code decides what it hands on. A direct way
   * takes whatever a stranger sends.
   */
  readonly mediated: boolean;
  /** For `unknown`: why, and what would settle it. */
  readonly reason?: string;
  readonly settleWith?: string;
}

/** The exposure of everything in one estate, computed once. */
export interface ExposureFacts {
  /** Every way in of a function, in the order of the text. Disabled ones are left out. */
  waysIn(functionId: NodeId): readonly WayIn[];
  /** The widest exposure of a function, or of a resource (who may write to it from outside). `internal` without any. */
  of(id: NodeId): Exposure;
  /** Who may read from the resource: a bucket, table or queue whose policy or route hands out its data. */
  readersOf(id: NodeId): Exposure;
  /** The path behind `of(id)`, the outside world first. */
  path(id: NodeId): readonly ExposureStep[];
}
