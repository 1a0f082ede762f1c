import { describe, expect, it } from 'vitest';
import { looksLikeTemplate } from './recognise.ts';

describe('looksLikeTemplate', () => {
  it.each([
    [
      'a SAM template',
      'Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n',
    ],
    ['one that is Resources only', 'Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n'],
    ['quoted keys', '"Resources":\n  "Queue":\n    "Type": "AWS::SQS::Queue"\n'],
    ['a byte order mark and CRLF', '\uFEFFResources:\r\n  Q:\r\n    Type: AWS::SQS::Queue\r\n'],
    ['lone carriage returns', 'Description: x\rResources:\r  Q:\r    Type: AWS::SQS::Queue\r'],
    ['minified JSON', '{"Resources":{"Q":{"Type":"AWS::SQS::Queue"}}}'],
    [
      'JSON with Resources last',
      '{"Parameters":{"A":{"Type":"String","Default":"{"}},"Resources":{"Q":{"Type":"Custom::Seed"}}}',
    ],
    ['a list of transforms', 'Transform:\n  - AWS::LanguageExtensions\nResources:\n  "Fn::ForEach::Topics": []\n'],
    ['flow YAML', '{Resources: {Q: {Type: AWS::SQS::Queue}}}'],
    ['broken YAML', 'AWSTemplateFormatVersion: "2010-09-09\nResources:\n\tQ: [\n'],
    ['broken JSON', '{"AWSTemplateFormatVersion": "2010-09-09", "Resources": { "Q": '],
  ])('takes %s', (_what, text) => {
    expect(looksLikeTemplate(text)).toBe('cloudformation');
  });

  it.each([
    ['a Kubernetes manifest', 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  resources: {}\n'],
    [
      'a serverless.yml with resources inside',
      'service: x\nresources:\n  Resources:\n    Q:\n      Type: AWS::SQS::Queue\n',
    ],
    ['a locale file', '{"Resources":{"title":"Resources"}}'],
    ['a report about a template', '{"stack":{"Resources":{"Q":{"Type":"AWS::SQS::Queue"}}}}'],
    ['an OpenAPI document', 'openapi: 3.0.0\npaths: {}\n'],
    ['a page that speaks of Resources', 'title: Resources\nbody: Type AWS::SQS::Queue\n'],
    ['a template inside a string', '{"body":"{\\"Resources\\": {\\"Q\\":{\\"Type\\":\\"AWS::SQS::Queue\\"}}}"}'],
    ['an empty file', ''],
  ])('leaves %s', (_what, text) => {
    expect(looksLikeTemplate(text)).toBeUndefined();
  });

  it('is fast on large text that only begins like one', () => {
    const begin = performance.now();
    looksLikeTemplate(`{"a":[${'{"Resources":1,"Type": '.repeat(100_000)}`);
    looksLikeTemplate(`Resources\n${'Type:        \n'.repeat(100_000)}`);
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});
