import { asMap, asText, describe as show, member, type TemplateResource, type Value } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { applicationOfText, readTemplateText, type TextOptions } from './read-template-text.ts';

const header = `
Parameters:
  Stage: { Type: String, Default: dev }
  Team: { Type: String }
  Size: { Type: String, AllowedValues: [small, large] }
  Password: { Type: String, NoEcho: true, Default: hunter2hunter2 }
  Zones: { Type: CommaDelimitedList, Default: 'a, b ,c' }
  Image: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /orders/image }
Mappings:
  Limits:
    dev: { Timeout: 5, Memory: 128 }
    prod: { Timeout: 5, Memory: 1024 }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Table: { Type: 'AWS::DynamoDB::Table' }
  Subject:
    Type: AWS::Lambda::Function
    Properties:
      It: `;

function valueOf(written: string, options: TextOptions = {}): Value {
  const application = applicationOfText(`${header}${written}\n`, options);
  const fragment = application.fragments(application.assignments[0] as never)[0];
  const subject = fragment?.resources.find(({ logicalId }) => logicalId === 'Subject') as TemplateResource;
  return member(subject.properties, 'It');
}

const cases: readonly (readonly [written: string, kind: Value['kind'], shown: string])[] = [
  ['!Ref Stage', 'known', 'dev'],
  ['{ Ref: Stage }', 'known', 'dev'],
  ['!Ref Team', 'unknown', '${Team}'],
  ['!Ref Size', 'choice', 'small | large'],
  ['!Ref Zones', 'known', '[…]'],
  ['!Ref Image', 'unknown', '${Image}'],
  ['!Ref Password', 'known', '(hidden)'],
  ['!Ref Table', 'reference', '${Table}'],
  ['!Ref AWS::Region', 'unknown', '${AWS::Region}'],
  ['!Ref AWS::NoValue', 'absent', '(not set)'],
  ['!Ref ServerlessRestApi', 'reference', '${ServerlessRestApi}'],
  ['!GetAtt Table.Arn', 'reference', '${Table.Arn}'],
  ['!GetAtt [Table, Stream.Arn]', 'reference', '${Table.Stream.Arn}'],
  ["{ 'Fn::GetAtt': [Table, Arn] }", 'reference', '${Table.Arn}'],
  ['!Sub "${Stage}-orders"', 'known', 'dev-orders'],
  ['!Sub "${Table}"', 'reference', '${Table}'],
  ['!Sub "${Table.Arn}/index/*"', 'text', '${Table.Arn}/index/*'],
  ['!Sub "${!Stage}/${Stage}"', 'known', '${Stage}/dev'],
  ['!Sub ["${Who}:${Stage}", { Who: !Ref Team }]', 'text', '${Team}:dev'],
  ['!Sub "size-${Size}"', 'choice', 'size-small | size-large'],
  ['!Sub "${Password}@db"', 'known', '(hidden)'],
  ['!Join ["-", [a, !Ref Stage, c]]', 'known', 'a-dev-c'],
  ['!Join [",", !Ref Zones]', 'known', 'a,b,c'],
  ['!Join ["-", [a, !Ref AWS::NoValue, c]]', 'known', 'a-c'],
  ['!Join ["/", [!GetAtt Table.Arn, "*"]]', 'text', '${Table.Arn}/*'],
  ['!Select [1, !Ref Zones]', 'known', 'b'],
  ['!Select [1, [a, !Ref Team]]', 'unknown', '${Team}'],
  ['!Select [0, !Split [":", !Sub "arn:${Team}"]]', 'known', 'arn'],
  ['!Select [1, !Split [":", !Sub "arn:${Team}"]]', 'unknown', '${?}'],
  ['!Select [1, !Split [":", "arn:aws:lambda"]]', 'known', 'aws'],
  ['!Select [9, !Ref Zones]', 'unknown', '${?}'],
  ['!FindInMap [Limits, !Ref Stage, Memory]', 'known', '128'],
  ['!FindInMap [Limits, !Ref Team, Timeout]', 'known', '5'],
  ['!FindInMap [Limits, !Ref Team, Memory]', 'unknown', '${Limits[Team]}'],
  ['!FindInMap [Limits, test, Memory, { DefaultValue: 64 }]', 'known', '64'],
  ['!If [IsProd, big, tiny]', 'known', 'tiny'],
  ['!If [IsProd, big, !Ref AWS::NoValue]', 'absent', '(not set)'],
  ['!ImportValue shared-table', 'unknown', '${shared-table}'],
  ['!Base64 hello', 'known', 'hello'],
  ['!Select [1, !Cidr [10.0.0.0/16, 2, 8]]', 'known', '10.0.1.0/24'],
  ['!Select [0, !GetAZs ""]', 'unknown', '${Fn::GetAZs[0]}'],
  ["{ 'Fn::ToJsonString': { a: 1, b: !Ref Team, c: [true, x] } }", 'text', '{"a":1,"b":"${Team}","c":[true,"x"]}'],
  ["{ 'Fn::Length': !Ref Zones }", 'known', '3'],
  ["{ 'Fn::Transform': { Name: Shouter, Parameters: { a: 1 } } }", 'unknown', '${Shouter}'],
  ['!Shout x', 'unknown', '${?}'],
  ["'{{resolve:ssm:/orders/url:1}}'", 'unknown', '${{{resolve:ssm:/orders/url:1}}}'],
  ["'postgres://{{resolve:secretsmanager:db:SecretString:password}}@db'", 'text', '(hidden)'],
  [
    '!Sub "{{resolve:secretsmanager:${Table}:SecretString:pw}}"',
    'unknown',
    '${{{resolve:secretsmanager:${Table}:SecretString:pw}}}',
  ],
  ['012345', 'known', '5349'],
  ['yes', 'known', 'true'],
  ['~', 'absent', '(not set)'],
];

describe('the value of what a template writes', () => {
  it.each(cases)('%s is %s %s', (written, kind, shown) => {
    const value = valueOf(written);
    expect([value.kind, show(value)]).toEqual([kind, shown]);
  });

  it('names the parameter whose default it assumes, and goes through its declaration', () => {
    const value = valueOf('!Ref Stage');
    expect(value).toMatchObject({ kind: 'known', assumed: 'Stage' });
    expect(value.via).toHaveLength(1);
  });

  it('takes what is given for a parameter as known', () => {
    const value = valueOf('!Sub "${Stage}-${Team}"', { parameters: { Stage: 'prod', Team: 'billing' } });
    expect(value).toMatchObject({ kind: 'known', value: 'prod-billing' });
    expect(value).not.toHaveProperty('assumed');
  });

  it('knows region, account and partition when they are given', () => {
    const value = valueOf('!Sub "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${AWS::URLSuffix}"', {
      region: 'cn-north-1',
      account: '123456789012',
    });
    expect(asText(value)).toBe('arn:aws-cn:sqs:cn-north-1:123456789012:amazonaws.com.cn');
  });

  it('keeps the place of every member in the text', () => {
    const text =
      '# Größe 🚀\nResources:\n  Table:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: orders\n';
    const resource = readTemplateText(text)[0]?.resources[0];
    const name = member(resource?.properties as Value, 'TableName');
    expect(text.slice(name.origin.start, name.origin.end)).toBe('orders');
    expect(text.slice(resource?.keyRange.start, resource?.keyRange.end)).toBe('Table');
    expect(resource?.id).toBe('aws:template.yaml#/Table');
  });

  it('leaves out of lists and maps what is AWS::NoValue', () => {
    const value = valueOf('{ A: [1, !Ref AWS::NoValue], B: !If [IsProd, 1, !Ref AWS::NoValue] }');
    expect([...(asMap(value)?.keys() ?? [])]).toEqual(['A']);
  });
});
