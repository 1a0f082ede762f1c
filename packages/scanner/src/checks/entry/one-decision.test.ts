import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { applicationOfText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import bypassed from './authorizer-bypassed-by-route.ts';
import url from './function-url-without-auth.ts';
import openRoutes from './route-without-authorization.ts';
import secondWay from './second-way-around-authorizer.ts';

/** `check: severity title` of each finding. */
function found(resources: string): readonly string[] {
  const application = applicationOfText(`Transform: AWS::Serverless-2016-10-31\nResources:\n${resources}`);
  const [assignment] = application.assignments;
  if (assignment === undefined) throw new Error('the template has no assignment');
  const estate = buildEstate('orders', assignment, application.fragments(assignment));
  const checks = [openRoutes, bypassed, url, secondWay];
  return judge(estate, factsOf(estate, memoryTree({})), checks, {
    ...defaultSettings,
    asOf: '2026-11-01',
  }).findings.map((finding) => `${finding.check}: ${finding.severity} ${finding.title}`);
}

const orders = (more: string): string => `
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: live}}
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => ({})
      Policies: [{Statement: [{Effect: Allow, Action: 'dynamodb:PutItem', Resource: '*'}]}]
${more}`;
const event = (name: string, method: string, more = ''): string =>
  `        ${name}: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /orders, Method: ${method}${more}}}\n`;
const guarded = ', Auth: {Authorizer: AWS_IAM}';

describe('an open entry beside a guarded one', () => {
  it('is told once, as a way past the authorizer', () => {
    const told = found(orders(`      Events:\n${event('Place', 'post', guarded)}${event('Read', 'get')}`));
    expect(told).toEqual([
      'route-without-authorization: info GET /orders of Api asks for no authorization. It is told as a way past an authorizer.',
      'authorizer-bypassed-by-route: high GET /orders of Api asks for no authorization and leads where POST /orders asks for it.',
    ]);
  });

  it('leaves the routes that stand alone to the general check', () => {
    const told = found(`${orders(`      Events:\n${event('Place', 'post', guarded)}${event('Read', 'get')}`)}
  Greet:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => ({})
      Policies: [{Statement: [{Effect: Allow, Action: 's3:GetObject', Resource: '*'}]}]
      Events: {Greet: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /greet, Method: get}}}
`);
    expect(told).toContain('route-without-authorization: medium GET /greet of Api asks for no authorization.');
    expect(told).toHaveLength(2);
  });

  it('is told once when it is the URL of a function that an API guards', () => {
    const told = found(
      orders(`      FunctionUrlConfig: {AuthType: NONE}\n      Events:\n${event('Place', 'post', guarded)}`),
    );
    expect(told.map((line) => line.split(' ')[0] + ' ' + line.split(' ')[1])).toEqual([
      'function-url-without-auth: info',
      'second-way-around-authorizer: high',
    ]);
  });
});
