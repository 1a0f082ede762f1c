import { describe, expect, it } from 'vitest';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { buildEstate } from '../build-estate.ts';

const held = (value: string): readonly string[] => {
  const fragments = readTemplateText(`Resources:
  Database: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: orders/database } }
  Address: { Type: 'AWS::SSM::Parameter', Properties: { Name: /orders/address, Type: String, Value: a.example } }
  PlaceOrder: { Type: 'AWS::Lambda::Function', Properties: { Environment: { Variables: { IT: ${value} } } } }
`);
  const estate = buildEstate('orders', { label: '', conditions: new Map(), isDefault: true }, fragments);
  return estate
    .edgesFrom('aws:template.yaml#/PlaceOrder')
    .map(({ verb, to, note }) => `${verb} ${to.split('/').at(-1) ?? ''} ${note ?? ''}`);
};

describe('what deployment reads into a variable', () => {
  it.each([
    ['by reference', "!Sub '{{resolve:secretsmanager:${Database}:SecretString:password}}'", 'Database'],
    [
      'by reference in a longer text',
      "!Sub 'postgres://{{resolve:secretsmanager:${Database}:SecretString:password}}@db'",
      'Database',
    ],
    [
      'by reference, joined',
      "!Join ['', ['{{resolve:secretsmanager:', !Ref Database, ':SecretString:password}}']]",
      'Database',
    ],
    ['by name', "'{{resolve:secretsmanager:orders/database:SecretString:password}}'", 'Database'],
    ['from a parameter, by name and version', "'{{resolve:ssm:/orders/address:2}}'", 'Address'],
  ])('is held by the function: %s', (_, value, logicalId) => {
    expect(held(value)).toEqual([`reads ${logicalId} its value, in environment variable IT`]);
  });

  it('leads nowhere for what these templates do not make', () => {
    expect(held("'{{resolve:secretsmanager:other:SecretString:password}}'")).toEqual([]);
  });
});
