import { asText, describe as show, member, type Value } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { applicationOfText, type TextOptions } from './read-template-text.ts';

/** Labels of the worlds, and in each the resources that exist. */
function worldsOf(text: string, options: TextOptions = {}): Record<string, string> {
  const application = applicationOfText(text, options);
  return Object.fromEntries(
    application.assignments.map((assignment) => [
      assignment.label,
      application
        .fragments(assignment)
        .flatMap(({ resources }) => resources.map(({ logicalId }) => logicalId))
        .join(' '),
    ]),
  );
}

const orders = (parameters: string, conditions: string): string => `
Parameters:
${parameters}
Conditions:
${conditions}
Resources:
  Orders: { Type: 'AWS::DynamoDB::Table' }
  Audit: { Type: 'AWS::S3::Bucket', Condition: Audited }
`;

interface Case {
  readonly says: string;
  readonly text: string;
  readonly options?: TextOptions;
  readonly worlds: Record<string, string>;
}

const cases: readonly Case[] = [
  {
    says: 'a default and the literal it is compared with are two worlds',
    text: orders('  Stage: { Type: String, Default: dev }', '  Audited: !Equals [!Ref Stage, prod]'),
    worlds: { '': 'Orders', 'Stage=prod': 'Orders Audit' },
  },
  {
    says: 'allowed values that make no difference are one world',
    text: orders(
      '  Stage: { Type: String, AllowedValues: [dev, test, prod], Default: prod }',
      '  Audited: !Equals [!Ref Stage, prod]',
    ),
    worlds: { '': 'Orders Audit', 'Stage=dev': 'Orders' },
  },
  {
    says: 'a parameter that is given is settled',
    text: orders('  Stage: { Type: String, Default: dev }', '  Audited: !Equals [!Ref Stage, prod]'),
    options: { parameters: { Stage: 'prod' } },
    worlds: { '': 'Orders Audit' },
  },
  {
    says: 'a parameter without default is first another value than those named',
    text: orders('  Bucket: { Type: String }', '  Audited: !Not [!Equals [!Ref Bucket, ""]]'),
    worlds: { '': 'Orders Audit', 'Bucket=': 'Orders' },
  },
  {
    says: 'conditions on one parameter never contradict each other',
    text: `${orders('  Stage: { Type: String, Default: dev }', '  Audited: !Equals [!Ref Stage, prod]\n  Tested: !Equals [!Ref Stage, dev]')}  Mock: { Type: 'AWS::SQS::Queue', Condition: Tested }\n`,
    worlds: { '': 'Orders Mock', 'Stage=(another value)': 'Orders', 'Stage=prod': 'Orders Audit' },
  },
  {
    says: 'a region is in one place at a time',
    text: `${orders('  Stage: { Type: String, Default: dev }', '  Audited: !Equals [!Ref "AWS::Region", us-east-1]\n  Far: !Equals [!Ref "AWS::Region", eu-west-1]')}  Edge: { Type: 'AWS::SQS::Queue', Condition: Far }\n`,
    worlds: { '': 'Orders', 'AWS::Region=us-east-1': 'Orders Audit', 'AWS::Region=eu-west-1': 'Orders Edge' },
  },
  {
    says: 'a region that is given settles its conditions',
    text: orders('  Stage: { Type: String, Default: dev }', '  Audited: !Equals [!Ref "AWS::Region", us-east-1]'),
    options: { region: 'us-east-1' },
    worlds: { '': 'Orders Audit' },
  },
  {
    says: 'And, Or, Not and Condition are followed',
    text: orders(
      '  Stage: { Type: String, Default: dev }\n  Keep: { Type: String, Default: "no", AllowedValues: ["no", "yes"] }',
      '  Prod: !Equals [!Ref Stage, prod]\n  Kept: !Equals [!Ref Keep, "yes"]\n  Audited: !And [!Condition Prod, !Not [!Or [{ Condition: Kept }, !Equals [a, b]]]]',
    ),
    worlds: { '': 'Orders', 'Stage=prod': 'Orders Audit', 'Keep=yes': 'Orders', 'Stage=prod, Keep=yes': 'Orders' },
  },
  {
    says: 'the keys of a mapping are what a parameter may be',
    text: `Mappings: { Stages: { dev: { Audit: 'false' }, prod: { Audit: 'true' } } }${orders('  Stage: { Type: String, Default: dev }', '  Audited: !Equals [!FindInMap [Stages, !Ref Stage, Audit], "true"]')}`,
    worlds: { '': 'Orders', 'Stage=prod': 'Orders Audit' },
  },
  {
    says: 'a joined list is empty or not',
    text: orders(
      '  Subnets: { Type: CommaDelimitedList, Default: "" }',
      '  Audited: !Not [!Equals [!Join ["", !Ref Subnets], ""]]',
    ),
    worlds: { '': 'Orders', 'Subnets=(another value)': 'Orders Audit' },
  },
  {
    says: 'a cycle of conditions is looked at both ways',
    text: orders('  Stage: { Type: String }', '  Audited: !Not [!Condition Other]\n  Other: !Not [!Condition Audited]'),
    worlds: { '': 'Orders', 'Audited=true': 'Orders Audit' },
  },
];

describe('the worlds of an application', () => {
  it.each(cases)('$says', ({ text, options, worlds }) => {
    expect(worldsOf(text, options)).toEqual(worlds);
  });

  it('gives a parameter the value of the world', () => {
    const application = applicationOfText(
      `${orders('  Stage: { Type: String, Default: dev }', '  Audited: !Equals [!Ref Stage, prod]')}  Queue:\n    Type: AWS::SQS::Queue\n    Properties: { QueueName: !Sub "orders-\${Stage}", KmsMasterKeyId: !If [Audited, key, none] }\n`,
    );
    const names = application.assignments.map((assignment) => {
      const queue = application.fragments(assignment)[0]?.resources.find(({ logicalId }) => logicalId === 'Queue');
      return ['QueueName', 'KmsMasterKeyId'].map((name) => asText(member(queue?.properties as Value, name))).join(' ');
    });
    expect(names).toEqual(['orders-dev none', 'orders-prod key']);
  });

  it('hands the parameters of a parent to the conditions of its nested stacks', () => {
    const parent = `
Parameters:
  Stage: { Type: String, Default: dev }
Resources:
  Table: { Type: 'AWS::DynamoDB::Table' }
  Inner:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: inner.yaml, Parameters: { InnerStage: !Ref Stage, Bucket: !Ref Table } }
`;
    const inner = orders(
      '  InnerStage: { Type: String }\n  Bucket: { Type: String, Default: "" }',
      '  Audited: !And [!Equals [!Ref InnerStage, prod], !Not [!Equals [!Ref Bucket, ""]]]',
    );
    expect(worldsOf(parent, { files: { 'inner.yaml': inner } })).toEqual({
      '': 'Table Inner Orders',
      'Stage=prod': 'Table Inner Orders Audit',
    });
  });

  it('reads sixteen worlds at most and says how many it left', () => {
    const names = Array.from({ length: 6 }, (_, index) => `P${index}`);
    const application = applicationOfText(
      orders(
        names.map((name) => `  ${name}: { Type: String, Default: "a", AllowedValues: ["a", "b"] }`).join('\n'),
        names.map((name) => `  Is${name}: !Equals [!Ref ${name}, b]`).join('\n'),
      ).replace(', Condition: Audited', ''),
    );
    expect(application.assignments).toHaveLength(16);
    expect(application.diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'assignments-left-out: The conditions of this application have more than 16 outcomes; 48 of them were not looked at.',
    ]);
  });

  it('leaves a choice where an allowed value makes no difference to any condition', () => {
    const application = applicationOfText(`
Parameters: { Class: { Type: String, AllowedValues: [STANDARD, GLACIER] } }
Resources: { Store: { Type: 'AWS::S3::Bucket', Properties: { Tier: !Ref Class } } }
`);
    const store = application.fragments(application.assignments[0] as never)[0]?.resources[0];
    expect(show(member(store?.properties as Value, 'Tier'))).toBe('STANDARD | GLACIER');
  });
});
