import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readServiceText } from './read-service-text.fixture.ts';

const sections = [
  'provider',
  'functions',
  'resources',
  'custom',
  'plugins',
  'layers',
  'package',
  'stepFunctions',
  'constructs',
];
const events = [
  'http',
  'httpApi',
  'websocket',
  's3',
  'sns',
  'sqs',
  'stream',
  'msk',
  'kafka',
  'activemq',
  'rabbitmq',
  'schedule',
  'eventBridge',
  'cloudwatchEvent',
  'cloudwatchLog',
  'iot',
  'alexaSkill',
  'alb',
  'cognitoUserPool',
  'cloudFront',
  'surprise',
];
const settings = [
  'name',
  'url',
  'environment',
  'vpc',
  'tracing',
  'role',
  'layers',
  'image',
  'destinations',
  'onError',
  'tags',
  'iamRoleStatements',
  'provisionedConcurrency',
  'fileSystemConfig',
  'logs',
  'package',
  'handler',
  'iam',
  'apiGateway',
  'httpApi',
  's3',
];
const plugins = [
  'serverless-step-functions',
  'serverless-lift',
  'serverless-apigateway-service-proxy',
  'serverless-domain-manager',
  'serverless-associate-waf',
  'serverless-iam-roles-per-function',
  'serverless-wsgi',
];
const custom = ['associateWaf', 'customDomain', 'customDomains', 'apiGatewayServiceProxies'];

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    0,
    [],
    {},
    [null],
    [[]],
    '${self:custom}',
    '${ssm:/x}',
    '${file(x.js)}',
    '${self:',
    { a: { b: [1] } },
    { Ref: 'X' },
    { 'Fn::GetAtt': ['X', 'Arn'] },
    '__proto__',
    'constructor',
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

describe('a service that is not what it should be', () => {
  it('is read to the end, whatever stands in a section', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sections), odd, (section, value) => {
        const service = {
          service: 'orders',
          provider: { name: 'aws' },
          functions: { place: { handler: 'a.b' } },
          [section]: value,
        };
        if (section === 'provider' && typeof value === 'string') return;
        read(service);
      }),
      { numRuns: 300 },
    );
  });

  it('is read to the end, whatever a plugin is told', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...custom),
        odd,
        fc.constantFrom('queue', 'storage', 'webhook', 'x'),
        odd,
        (name, value, type, more) => {
          const inner =
            typeof more === 'object' && more !== null && !Array.isArray(more) ? more : { worker: more, path: more };
          read({
            service: 'orders',
            provider: { name: 'aws' },
            plugins,
            functions: { place: { handler: 'a.b', events: [{ http: 'GET a' }] } },
            custom: { [name]: value },
            constructs: { jobs: { ...inner, type } },
            stepFunctions: {
              stateMachines: { flow: { events: [{ http: more }, { schedule: value }], definition: value } },
            },
          });
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is read to the end, whatever stands under an event', () => {
    fc.assert(
      fc.property(fc.constantFrom(...events), odd, (type, value) => {
        read({
          service: 'orders',
          provider: { name: 'aws' },
          functions: { place: { handler: 'a.b', events: [{ [type]: value }] } },
        });
      }),
      { numRuns: 400 },
    );
  });

  it('is read to the end, whatever a setting is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...settings), odd, (name, value) => {
        read({
          service: 'orders',
          provider: { name: 'aws', [name]: name === 'name' ? 'aws' : value },
          functions: { place: { handler: 'a.b', [name]: value } },
        });
      }),
      { numRuns: 400 },
    );
  });
});

function read(service: Readonly<Record<string, unknown>>): void {
  try {
    expect(readServiceText(JSON.stringify(service)).fragment.format).toBe('serverless');
  } catch (error) {
    // A provider that is none of ours leaves no application.
    if (!(error instanceof Error) || error.message !== 'The text holds no service.') throw error;
  }
}
