/** What a user may set about the judgement, with the defaults and where they come from. */
export interface Settings {
  /** ISO date that "deprecated" and "expired" are judged against; given by the caller, never the clock inside. */
  readonly asOf: string;
  readonly cost: CostAssumptions;
}

export interface CostAssumptions {
  /** Concurrent executions of the account and region: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
  readonly accountConcurrency: number;
  /** USD a GB-second, x86, first tier, us-east-1: https://aws.amazon.com/lambda/pricing/ */
  readonly gigabyteSecond: number;
  readonly gigabyteSecondArm: number;
  /** USD a request. */
  readonly request: number;
  /**
   * From this many USD a day on an unauthenticated entry is worth a finding. Any function behind an open door costs about
   * 190 a day at the platform's defaults (128 MB, 3 seconds, 1,000 at a time) and 1,440 at those of the Serverless Framework
   * (1,024 MB, 6 seconds): this stands above what nobody chose.
   */
  readonly dayThreshold: number;
}

export const defaultSettings: Omit<Settings, 'asOf'> = {
  cost: {
    accountConcurrency: 1000,
    gigabyteSecond: 0.0000166667,
    gigabyteSecondArm: 0.0000133334,
    request: 0.0000002,
    dayThreshold: 1500,
  },
};
