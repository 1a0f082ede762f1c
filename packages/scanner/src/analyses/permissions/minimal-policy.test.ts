import { describe, expect, it } from 'vitest';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { fixValueOf, minimalPolicyOf } from './minimal-policy.ts';
import { permissionsOf } from './permissions-of.ts';

const estate = buildEstate(
  'orders',
  { label: '', conditions: new Map(), isDefault: true },
  readTemplateText(`Parameters: { Archive: { Type: String } }
Resources:
  Orders: { Type: 'AWS::DynamoDB::Table' }
  Paid: { Type: 'AWS::SNS::Topic' }
  Photos: { Type: 'AWS::S3::Bucket' }
  Price: { Type: 'AWS::SSM::Parameter', Properties: { Type: String, Value: '1' } }
  Place:
    Type: AWS::Lambda::Function
    Properties: { Role: 'arn:aws:iam::111122223333:role/orders', DeadLetterConfig: { TargetArn: !Ref Paid } }
`),
);
const id = (name: string): string => `aws:template.yaml#/${name}`;
const region = '⟨Region⟩:⟨Account⟩';
const generated = (name: string): string => `⟨StackName⟩-${name}-⟨!aws|template.yaml#|${name}⟩`;

describe('a resource of a need as a template writes it', () => {
  it.each([
    ['a table', `arn:aws:dynamodb:${region}:table/${generated('Orders')}`, { $ref: id('Orders'), attribute: 'Arn' }],
    [
      'the indexes of a table',
      `arn:aws:dynamodb:${region}:table/${generated('Orders')}/index/*`,
      { $text: [{ $ref: id('Orders'), attribute: 'Arn' }, '/index/*'] },
    ],
    [
      'a topic, whose Ref is its ARN',
      `arn:aws:sns:${region}:${generated('Paid')}`,
      { $ref: id('Paid'), attribute: 'Ref' },
    ],
    [
      'a parameter, which has no ARN',
      `arn:aws:ssm:${region}:parameter/⟨!aws|template.yaml#|Price⟩`,
      {
        $text: [
          'arn:',
          { $pseudo: 'Partition' },
          ':ssm:',
          { $pseudo: 'Region' },
          ':',
          { $pseudo: 'AccountId' },
          ':parameter/',
          { $ref: id('Price'), attribute: 'Ref' },
        ],
      },
    ],
    ['everything', '*', '*'],
    ['what only a parameter knows', 'arn:aws:s3:::⟨?Archive⟩/*', undefined],
  ] as const)('%s', (_, spelled, written) => {
    expect(fixValueOf(estate, spelled)).toEqual(written);
  });
});

describe('the minimal policy of a function', () => {
  it('is not offered as a replacement while its code is not read', () => {
    const place = estate.get(id('Place'), 'function');
    if (place === undefined) throw new Error('no function');
    const policy = minimalPolicyOf(permissionsOf(estate, place, undefined));
    expect(policy.whyNot).toEqual(['The code of the function was not read.']);
    expect(policy.needs.map(({ action }) => action)).toContain('sns:Publish');
  });
});
