import type { SourceRange, Value } from '@leastwise/model';
import { known, unknown } from './values.ts';
import type { VariableSeed } from './variables.ts';

/** What a person may say about the deployment. */
export interface DeploymentPlace {
  readonly region?: string | undefined;
  readonly account?: string | undefined;
  readonly partition?: string | undefined;
  /** What the stack is called, where a samconfig or an assembly names it. */
  readonly stackName?: string | undefined;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
const NAMES: Readonly<Record<string, string>> = {
  'AWS::AccountId': 'The account is known only to a deployment.',
  'AWS::NotificationARNs': 'The notification topics are known only to a deployment.',
  'AWS::Partition': 'The partition is known only to a deployment.',
  'AWS::Region': 'The region is known only to a deployment.',
  'AWS::StackId': 'The id of the stack is known only to a deployment.',
  'AWS::StackName': 'The name of the stack is known only to a deployment.',
  'AWS::URLSuffix': 'The domain suffix hangs on the partition, which is known only to a deployment.',
};

const SETTLED_BY: Readonly<Record<string, string>> = {
  'AWS::AccountId': '--account <id>',
  'AWS::Partition': '--partition <name>',
  'AWS::Region': '--region <name>',
};

/** The value of a pseudo parameter; undefined when there is none of this name. */
export function pseudoValue(name: string, place: DeploymentPlace, origin: SourceRange): Value | undefined {
  if (name === 'AWS::NoValue') return { kind: 'absent', origin };
  const given = givenValue(name, place);
  if (given !== undefined) return known(given, origin);
  const reason = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
  if (reason === undefined) return undefined;
  const settleWith = SETTLED_BY[name];
  return unknown('pseudo', reason, origin, { name, ...(settleWith === undefined ? {} : { settleWith }) });
}

function givenValue(name: string, place: DeploymentPlace): string | undefined {
  const partition = place.partition ?? (place.region === undefined ? undefined : partitionOf(place.region));
  switch (name) {
    case 'AWS::Region':
      return place.region;
    case 'AWS::AccountId':
      return place.account;
    case 'AWS::StackName':
      return place.stackName;
    case 'AWS::Partition':
      return partition;
    case 'AWS::URLSuffix':
      if (partition === undefined) return undefined;
      return partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    default:
      return undefined;
  }
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** A pseudo parameter that conditions hang on: the literals that they compare it with, or something else. */
export function pseudoSeed(
  name: string,
  place: DeploymentPlace,
  stackKey: string,
  origin: SourceRange,
): VariableSeed | undefined {
  const value = pseudoValue(name, place, origin);
  if (value?.kind !== 'unknown') return undefined;
  const perStack = name === 'AWS::StackName' || name === 'AWS::StackId' || name === 'AWS::NotificationARNs';
  return {
    key: perStack ? `${name} ${stackKey}` : name,
    label: name,
    initial: () => [{ shown: '=(another value)', value }],
    literal: (text) => ({ shown: `=${text}`, text, value: known(text, origin) }),
  };
}
