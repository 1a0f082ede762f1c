import { describe, expect, it } from 'vitest';
import { buildEstate } from '../../estate/build-estate.ts';
import { applicationOfText } from '../../readers/cloudformation/read-template-text.ts';
import { memoryTree } from '@leastwise/model';
import { secretFacts, secretPlaces } from './secret-places.ts';

// In parts, so that no scanner takes this file for a leak.
const password = ['pV7', 'qX2', 'mN9', 'rT4', 'wK8'].join('');

function placesOf(template: string, logicalId: string): readonly string[] {
  const application = applicationOfText(template);
  const assignment = application.assignments[0];
  if (assignment === undefined) throw new Error('no assignment');
  const estate = buildEstate('shop', assignment, application.fragments(assignment));
  return secretPlaces(estate, `aws:template.yaml#/${logicalId}`).map(
    ({ site, parameter, name, at }) => `${site} ${parameter ?? name} ${template.slice(at.start, at.end)}`,
  );
}

const database = (value: string, parameters = ''): string => `${parameters}Resources:
  Shop:
    Type: AWS::RDS::DBInstance
    Properties:
      MasterUserPassword: ${value}
`;

const parameter = (lines: string): string => `Parameters:\n  DatabasePassword:\n    Type: String\n${lines}`;

describe('secretPlaces', () => {
  it('points at the secret alone, without its quotes', () => {
    expect(placesOf(database(`'${password}'`), 'Shop')).toEqual([`template MasterUserPassword ${password}`]);
  });

  it('points at the default of a parameter, NoEcho or not', () => {
    for (const noEcho of ['', '    NoEcho: true\n']) {
      expect(
        placesOf(database('!Ref DatabasePassword', parameter(`    Default: ${password}\n${noEcho}`)), 'Shop'),
      ).toEqual([`parameter-default DatabasePassword ${password}`]);
    }
  });

  it('leaves what a deployment gives, and dynamic references', () => {
    expect(placesOf(database('!Ref DatabasePassword', parameter('    NoEcho: true\n')), 'Shop')).toEqual([]);
    expect(placesOf(database("'{{resolve:secretsmanager:shop:SecretString:password}}'"), 'Shop')).toEqual([]);
  });

  it('takes the key of an object in a bucket for no secret', () => {
    const template = (location: string): string => `Resources:
  Fulfil:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      ${location}
`;
    const digest = 'b81d4c09'.repeat(4);
    expect(placesOf(template(`DefinitionS3Location: { Bucket: shop-artifacts, Key: ${digest} }`), 'Fulfil')).toEqual(
      [],
    );
    expect(placesOf(template(`DefinitionSubstitutions: { ApiKey: ${password} }`), 'Fulfil')).toEqual([
      `state-machine ApiKey ${password}`,
    ]);
  });

  it('tells of a shared environment at every function', () => {
    const template = `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: nodejs22.x
    Handler: index.handler
    InlineCode: exports.handler = async () => undefined;
    Environment: { Variables: { DB_PASSWORD: ${password} } }
Resources:
  PlaceOrder: { Type: AWS::Serverless::Function, Properties: {} }
  Refund: { Type: AWS::Serverless::Function, Properties: {} }
`;
    expect(placesOf(template, 'PlaceOrder')).toEqual([`environment DB_PASSWORD ${password}`]);
    expect(placesOf(template, 'Refund')).toEqual([`environment DB_PASSWORD ${password}`]);
  });
});

describe('secretFacts', () => {
  const marked = (template: string, logicalId: string): readonly string[] => {
    const application = applicationOfText(template);
    const assignment = application.assignments[0];
    if (assignment === undefined) throw new Error('no assignment');
    const estate = buildEstate('shop', assignment, application.fragments(assignment));
    return secretFacts(estate, memoryTree({ 'template.yaml': template }))
      .of(`aws:template.yaml#/${logicalId}`)
      .map(({ at }) => template.slice(at.start, at.end));
  };
  const variable = (value: string): string => `Resources:
  Shop:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables:
          DATABASE_PASSWORD: ${value}
`;

  it.each([
    ['a block scalar', `|-\n            ${password}`],
    ['a folded block scalar', `>-\n            ${password}`],
    ['a function around it', `!Sub '${password}'`],
    ['a function written out', `\n            Fn::Sub: '${password}'`],
    ['JSON in a string', `'{"user": "shop", "password": "${password}"}'`],
  ])('mark the secret alone in %s', (_, value) => {
    expect(marked(variable(value), 'Shop')).toEqual([password]);
  });
});
