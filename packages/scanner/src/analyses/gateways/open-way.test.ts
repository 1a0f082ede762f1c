import { describe, expect, it } from 'vitest';
import { buildEstate } from '../../estate/build-estate.ts';
import { applicationOfText } from '../../readers/cloudformation/read-template-text.ts';
import { reservation, severityOfOpenWay, waysThrough } from './ways-through.ts';

function judged(more: string, head = ''): string {
  const application = applicationOfText(`${head}Transform: AWS::Serverless-2016-10-31
Resources:
  Greet:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => 'hello'
      Events: {Get: {Type: Api, Properties: {Path: /greet, Method: get}}}
${more.replaceAll(/^/gm, '      ')}
`);
  const [assignment] = application.assignments;
  if (assignment === undefined) throw new Error('the template has no assignment');
  const estate = buildEstate('greetings', assignment, application.fragments(assignment));
  const [api] = estate.of('rest-api');
  const ways = waysThrough(estate, api?.id ?? '');
  return `${severityOfOpenWay(ways)}${reservation(ways)}`;
}

const policy = (action: string): string => `Policies:
  - Statement: [{Effect: Allow, Action: '${action}', Resource: '*'}]`;

describe('how much a way that is open to anyone matters', () => {
  it.each([
    ['it gets to nothing', '', 'info What is behind has no rights beyond logging, and nothing else to reach is named.'],
    [
      'it may trace',
      'Tracing: Active',
      'info What is behind has no rights beyond logging, and nothing else to reach is named.',
    ],
    [
      'a level of logging is set',
      'Environment: {Variables: {LOG_LEVEL: info, REGION: !Ref AWS::Region}}',
      'info What is behind has no rights beyond logging, and nothing else to reach is named.',
    ],
    ['it may send text messages to the world', policy('sns:Publish'), 'high'],
    ['it may run a paid model', policy('bedrock:InvokeModel'), 'medium'],
    ['it may read buckets that stand elsewhere', policy('s3:GetObject'), 'medium'],
    ['it may list what exists', policy('s3:ListAllMyBuckets'), 'low The role of Greet permits s3:ListAllMyBuckets.'],
    [
      'an address is set',
      'Environment: {Variables: {BACKEND: https://orders.example.org}}',
      'low BACKEND in the environment of Greet may lead further.',
    ],
    [
      'a credential stands under a harmless name',
      `Environment: {Variables: {MODE: "${'AKIA'}QX7RMZ2K4PWVN5TD"}}`,
      'low MODE of Greet holds a credential.',
    ],
    [
      'it stands in a private network',
      'VpcConfig: {SubnetIds: [subnet-1], SecurityGroupIds: [sg-1]}',
      'low Greet reaches into a private network.',
    ],
    [
      'its role stands elsewhere',
      'Role: arn:aws:iam::111122223333:role/greet',
      'low What the role of Greet permits is not known.',
    ],
  ])('%s', (_, more, expected) => {
    expect(judged(more)).toBe(expected);
  });

  it('is open as long as a policy is', () => {
    expect(judged('Policies: [!Ref Extra]', 'Parameters: {Extra: {Type: String}}\n')).toBe(
      'low What the role of Greet permits is not known.',
    );
  });
});
