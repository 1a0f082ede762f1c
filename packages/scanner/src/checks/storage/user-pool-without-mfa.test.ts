import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { applicationOfText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './user-pool-without-mfa.ts';

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

const pool = (clients: string): string => `
  Staff: {Type: AWS::Cognito::UserPool, Properties: {UserPoolName: staff}}
${clients}`;
const client = (name: string, flow: string): string =>
  `  ${name}: {Type: AWS::Cognito::UserPoolClient, Properties: {UserPoolId: !Ref Staff, GenerateSecret: true, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [${flow}]}}\n`;

describe('a pool without second factor', () => {
  it.each([
    ['without clients in the templates', ''],
    ['with a client of people', client('Shop', 'code')],
    ['with a client of people beside one of a machine', client('Shop', 'code') + client('Batch', 'client_credentials')],
  ])('is told %s', (_, clients) => {
    expect(told(pool(clients))).toEqual(['low: A password is all that protects an account of staff.']);
  });

  it('is left alone when only machines get tokens from it', () => {
    expect(told(pool(client('Batch', 'client_credentials')))).toEqual([]);
  });
});
