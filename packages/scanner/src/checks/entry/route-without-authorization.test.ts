import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './route-without-authorization.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };

/** A method whose API is made by the stack of another team. */
function said(method: string): { readonly severities: readonly string[]; readonly questions: number } {
  const template = `Parameters:
  SharedApi: { Type: String }
Resources:
  PlaceOrder:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref SharedApi
      ResourceId: orders
${method}
      Integration: { Type: HTTP_PROXY, IntegrationHttpMethod: POST, Uri: 'https://orders.example.com/' }
`;
  const estate = buildEstate('orders', assignment, readTemplateText(template));
  const { findings, questions } = judge(estate, factsOf(estate, memoryTree({})), [check], {
    ...defaultSettings,
    asOf: '2026-11-01',
  });
  return { severities: findings.map(({ severity }) => severity), questions: questions.length };
}

describe('a method of an API that stands in another stack', () => {
  it('is inventory when it asks for nothing, and asks what the policy over there says', () => {
    expect(said('      HttpMethod: POST\n      AuthorizationType: NONE')).toEqual({
      severities: ['info'],
      questions: 1,
    });
  });

  it('is only a question when it asks for an API key', () => {
    expect(
      said('      HttpMethod: POST\n      AuthorizationType: NONE\n      ApiKeyRequired: true').severities,
    ).toEqual([]);
  });

  it('is fine when it asks for a signature', () => {
    expect(said('      HttpMethod: POST\n      AuthorizationType: AWS_IAM')).toEqual({ severities: [], questions: 0 });
  });
});
