import type { SourceRange, Unknown } from '@leastwise/model';

const pseudoReasons: Readonly<Record<string, readonly [reason: string, settleWith?: string]>> = {
  'AWS::AccountId': ['The account is known only to a deployment.', '--account <id>'],
  'AWS::Region': ['The region is known only to a deployment.', '--region <name>'],
  'AWS::Partition': ['The partition is known only to a deployment.', '--partition <name>'],
  'AWS::URLSuffix': ['The domain suffix hangs on the partition, which is known only to a deployment.'],
};

/** What CloudFormation calls a pseudo parameter, unknown in the same way, so that the same questions are asked of it. */
export function pseudo(name: string, origin: SourceRange): Unknown {
  const [reason, settleWith] = pseudoReasons[name] ?? ['It is known only to a deployment.'];
  return {
    kind: 'unknown',
    cause: 'pseudo',
    name,
    reason,
    origin,
    ...(settleWith === undefined ? {} : { settleWith }),
  };
}
