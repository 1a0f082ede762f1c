import { describe as show, member, type Value } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { applicationOfText, readTemplateText } from './read-template-text.ts';

describe('Fn::ForEach', () => {
  it('makes a resource for each item, with the item in its key and its properties', () => {
    const [fragment] = readTemplateText(`
Transform: AWS::LanguageExtensions
Parameters: { Topics: { Type: CommaDelimitedList, Default: 'Orders,Photos' } }
Resources:
  'Fn::ForEach::Topics':
    - Name
    - !Ref Topics
    - 'Topic\${Name}':
        Type: AWS::SNS::Topic
        Properties: { TopicName: !Sub 'live-\${Name}', DisplayName: !Ref Name, Note: '\${Name}!' }
Outputs:
  'Fn::ForEach::Arns':
    - Name
    - !Ref Topics
    - 'Arn\${Name}': { Value: !GetAtt ['Topic\${Name}', TopicArn] }
`);
    expect(
      fragment?.resources.map(({ logicalId, properties }) => [
        logicalId,
        ...['TopicName', 'DisplayName', 'Note'].map((name) => show(member(properties, name))),
      ]),
    ).toEqual([
      ['TopicOrders', 'live-Orders', 'Orders', 'Orders!'],
      ['TopicPhotos', 'live-Photos', 'Photos', 'Photos!'],
    ]);
    expect(fragment?.outputs.map(({ name, value }) => [name, show(value)])).toEqual([
      ['ArnOrders', '${TopicOrders.TopicArn}'],
      ['ArnPhotos', '${TopicPhotos.TopicArn}'],
    ]);
  });

  it('nests, drops what a key may not hold, and unrolls properties', () => {
    const [fragment] = readTemplateText(`
Resources:
  'Fn::ForEach::Stages':
    - Stage
    - [dev, prod]
    - 'Fn::ForEach::Zones':
        - Zone
        - [eu-1, us-2]
        - 'Bucket\${Stage}&{Zone}':
            Type: AWS::S3::Bucket
            Properties:
              'Fn::ForEach::Flags': [Flag, [A, B], { 'Is\${Flag}': '\${Zone}' }]
`);
    expect(fragment?.resources.map(({ logicalId }) => logicalId)).toEqual([
      'Bucketdeveu1',
      'Bucketdevus2',
      'Bucketprodeu1',
      'Bucketprodus2',
    ]);
    expect(show(member(fragment?.resources[1]?.properties as Value, 'IsB'))).toBe('us-2');
  });

  it('over something unknown is an unknown and a diagnostic', () => {
    const application = applicationOfText(
      "Parameters: { Names: { Type: CommaDelimitedList } }\nResources:\n  'Fn::ForEach::X': [Name, !Ref Names, { 'Q${Name}': { Type: 'AWS::SQS::Queue' } }]\n",
    );
    const [fragment] = application.fragments(application.assignments[0] as never);
    expect(fragment?.resources).toEqual([]);
    expect(fragment?.unknowns.map(({ cause }) => cause)).toEqual(['parameter']);
    expect(fragment?.diagnostics.map(({ code }) => code)).toEqual(['for-each-open']);
  });
});

describe('AWS::Include', () => {
  it('puts the file in its place, with offsets in that file', () => {
    const body = 'paths:\n  /orders:\n    get: { arn: !GetAtt Orders.Arn }\n';
    const application = applicationOfText(
      "Resources:\n  Orders: { Type: 'AWS::Lambda::Function' }\n  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties:\n      Body: { 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: ./api.yaml } } }\n",
      { files: { 'api.yaml': body } },
    );
    const [fragment] = application.fragments(application.assignments[0] as never);
    const arn = member(fragment?.resources[1]?.properties as Value, 'Body', 'paths', '/orders', 'get', 'arn');
    expect(arn).toMatchObject({ kind: 'reference', attribute: 'Arn', origin: { file: 'api.yaml' } });
    expect(body.slice(arn.origin.start, arn.origin.end)).toBe('!GetAtt Orders.Arn');
  });

  it('adds whole sections at the top of a template', () => {
    const application = applicationOfText(
      "Transform: { Name: AWS::Include, Parameters: { Location: more.yaml } }\nResources:\n  Orders: { Type: 'AWS::SQS::Queue' }\n",
      { files: { 'more.yaml': "Resources: { Photos: { Type: 'AWS::S3::Bucket' } }" } },
    );
    expect(
      application.fragments(application.assignments[0] as never)[0]?.resources.map(({ logicalId }) => logicalId),
    ).toEqual(['Orders', 'Photos']);
  });
});
