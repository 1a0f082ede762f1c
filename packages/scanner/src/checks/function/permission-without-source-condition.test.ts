import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { applicationOfText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './permission-without-source-condition.ts';

function told(resources: string): readonly string[] {
  const application = applicationOfText(`Transform: AWS::Serverless-2016-10-31\nResources:\n${resources}`);
  const [assignment] = application.assignments;
  if (assignment === undefined) throw new Error('the template has no assignment');
  const estate = buildEstate('orders', assignment, application.fragments(assignment));
  const settings = { ...defaultSettings, asOf: '2026-11-01' };
  return judge(estate, factsOf(estate, memoryTree({})), [check], settings).findings.map(
    ({ severity, title }) => `${severity}: ${title}`,
  );
}

const orders = (auth: string): string => `
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => ({})
      Events: {Place: {Type: Api, Properties: {Path: /orders, Method: post${auth}}}}
  AnyApi:
    Type: AWS::Lambda::Permission
    Properties: {FunctionName: !Ref Orders, Action: 'lambda:InvokeFunction', Principal: apigateway.amazonaws.com}
`;

describe('a permission for every gateway', () => {
  it('leads past the authorizer of a guarded function', () => {
    expect(told(orders(', Auth: {Authorizer: AWS_IAM}'))).toEqual([
      'medium: apigateway.amazonaws.com may invoke Orders on behalf of any AWS account: the permission names no source.',
    ]);
  });

  it('opens nothing more on a function that anyone may call', () => {
    expect(told(orders(''))).toEqual([
      'info: apigateway.amazonaws.com may invoke Orders on behalf of any AWS account: the permission names no source.',
    ]);
  });

  it('of another kind does: topics of strangers are no gateway', () => {
    expect(told(orders('').replace('apigateway.amazonaws.com', 'sns.amazonaws.com'))).toEqual([
      'medium: sns.amazonaws.com may invoke Orders on behalf of any AWS account: the permission names no source.',
    ]);
  });
});
