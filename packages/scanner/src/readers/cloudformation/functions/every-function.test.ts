import { describe as show, member, type Value } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { applicationOfText } from '../read-template-text.ts';
import { functions } from './index.ts';

/** Each intrinsic function in its long form, and what it comes to. */
const calls: Readonly<Record<string, readonly [written: string, shown: string]>> = {
  Ref: ['{ Ref: Stage }', 'live'],
  // The long form is a member of a policy everywhere but in conditions.
  Condition: ['!Condition IsLive', 'true'],
  'Fn::GetAtt': ['{ Fn::GetAtt: [Orders, Arn] }', '${Orders.Arn}'],
  'Fn::Sub': ["{ Fn::Sub: ['${Stage}-${Table}', { Table: !Ref Orders }] }", 'live-${Orders}'],
  'Fn::Join': ["{ Fn::Join: ['-', [orders, !Ref Stage]] }", 'orders-live'],
  'Fn::Base64': ['{ Fn::Base64: orders }', 'orders'],
  'Fn::ToJsonString': ['{ Fn::ToJsonString: { stage: !Ref Stage } }', '{"stage":"live"}'],
  'Fn::Split': ["{ Fn::Select: [1, { Fn::Split: ['/', a/b] }] }", 'b'],
  'Fn::Select': ['{ Fn::Select: [0, [a, b]] }', 'a'],
  'Fn::Length': ['{ Fn::Length: [a, b] }', '2'],
  'Fn::GetAZs': ["{ Fn::Select: [0, { Fn::GetAZs: '' }] }", '${Fn::GetAZs[0]}'],
  'Fn::Cidr': ['{ Fn::Select: [0, { Fn::Cidr: [10.0.0.0/16, 1, 8] }] }', '10.0.0.0/24'],
  'Fn::FindInMap': ['{ Fn::FindInMap: [Sizes, !Ref Stage, Memory] }', '1024'],
  'Fn::If': ['{ Fn::If: [IsLive, large, small] }', 'large'],
  'Fn::ImportValue': ['{ Fn::ImportValue: shared }', '${shared}'],
  'Fn::Transform': ['{ Fn::Transform: { Name: AWS::Include, Parameters: { Location: ./name.yaml } } }', '{…}'],
  'Fn::Equals': ['{ Fn::Equals: [!Ref Stage, live] }', 'true'],
  'Fn::And': ['{ Fn::And: [{ Condition: IsLive }, { Fn::Equals: [a, b] }] }', 'false'],
  'Fn::Or': ['{ Fn::Or: [{ Condition: IsLive }, { Fn::Equals: [a, b] }] }', 'true'],
  'Fn::Not': ['{ Fn::Not: [{ Condition: IsLive }] }', 'false'],
};

/** Each pseudo parameter: what it is where nothing is said, and in a deployment to a region of China. */
const pseudo: readonly (readonly [name: string, open: string, settled: string])[] = [
  ['AWS::AccountId', '${AWS::AccountId}', '111122223333'],
  ['AWS::NotificationARNs', '${AWS::NotificationARNs}', '${AWS::NotificationARNs}'],
  ['AWS::NoValue', '(not set)', '(not set)'],
  ['AWS::Partition', '${AWS::Partition}', 'aws-cn'],
  ['AWS::Region', '${AWS::Region}', 'cn-north-1'],
  ['AWS::StackId', '${AWS::StackId}', '${AWS::StackId}'],
  ['AWS::StackName', '${AWS::StackName}', 'orders'],
  ['AWS::URLSuffix', '${AWS::URLSuffix}', 'amazonaws.com.cn'],
];

function valueOf(written: string, place: { region?: string; account?: string; stackName?: string } = {}): Value {
  const text = `Parameters: { Stage: { Type: String, Default: live } }
Mappings: { Sizes: { live: { Memory: 1024 } } }
Conditions: { IsLive: !Equals [!Ref Stage, live] }
Resources:
  Orders: { Type: 'AWS::DynamoDB::Table' }
  Worker: { Type: 'AWS::Lambda::Function', Properties: { It: ${written} } }
`;
  const application = applicationOfText(text, { ...place, files: { 'name.yaml': 'name: orders\n' } });
  const [assignment] = application.assignments;
  const resources = assignment === undefined ? [] : (application.fragments(assignment)[0]?.resources ?? []);
  return member(resources.find(({ logicalId }) => logicalId === 'Worker')?.properties as Value, 'It');
}

describe('every intrinsic function', () => {
  it('stands in the table', () => {
    expect(Object.keys(calls).toSorted()).toEqual([...functions.keys()].toSorted());
  });

  it.each(Object.entries(calls))('%s is followed', (_, [written, shown]) => {
    expect(show(valueOf(written))).toBe(shown);
  });
});

describe('every pseudo parameter', () => {
  it.each(pseudo)('%s is open until somebody says where the stack is deployed', (name, open, settled) => {
    expect(show(valueOf(`!Ref ${name}`))).toBe(open);
    expect(show(valueOf(`!Ref ${name}`, { region: 'cn-north-1', account: '111122223333', stackName: 'orders' }))).toBe(
      settled,
    );
  });
});
