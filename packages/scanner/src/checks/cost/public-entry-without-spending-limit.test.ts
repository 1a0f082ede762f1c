import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { applicationOfText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './public-entry-without-spending-limit.ts';

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

const resize = (more: string): string => `
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => ({})
${more.replaceAll(/^/gm, '      ')}
`;
const doors = `FunctionUrlConfig: {AuthType: NONE}
Events:
  Get: {Type: Api, Properties: {Path: /photo, Method: get}}
  Post: {Type: Api, Properties: {Path: /photo, Method: post}}`;

describe('what a flood of a function can cost', () => {
  it('is told once, however many doors lead to it', () => {
    expect(told(resize(`MemorySize: 3008\nTimeout: 30\n${doors}`))).toEqual([
      expect.stringMatching(/^low: .*GET \/photo and 2 more.* costs up to \$176 an hour and \$4,231 a day/),
    ]);
  });

  it('is inventory at the defaults of the platform', () => {
    expect(told(resize(doors)).map((line) => line.split(':')[0])).toEqual(['info']);
  });

  it('is graver for the largest functions', () => {
    expect(told(resize(`MemorySize: 10240\nTimeout: 30\n${doors}`)).map((line) => line.split(':')[0])).toEqual([
      'medium',
    ]);
  });

  it('is nothing where reserved concurrency holds it down', () => {
    expect(told(resize(`MemorySize: 3008\nTimeout: 30\nReservedConcurrentExecutions: 5\n${doors}`))).toEqual([]);
  });
});
