import {
  lineStarts,
  memoryTree,
  type Location,
  type Report,
  type ReportFinding,
  type SourceTree,
} from '@leastwise/model';
import type { RenderContext } from './renderer.ts';

const template = `Resources:
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Environment:
        Variables:
          PAYMENT_API_KEY: order-service-9f1c7a3be2d84460b5d07c61
          STAGE: prod
      FunctionUrlConfig:
        AuthType: NONE

  SendInvoice:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.8

  Invoices:
    Type: AWS::S3::Bucket
`;

/** The files of a small order service, for tests of what a user sees. */
export const orderServiceTree: SourceTree = memoryTree({ 'template.yaml': template });

/** Where a piece of the template stands. */
export function placeOfText(text: string): Location {
  const start = template.indexOf(text);
  const starts = lineStarts(template);
  const line = starts.findLastIndex((offset) => offset <= start);
  const column = start - (starts[line] ?? 0) + 1;
  return { file: 'template.yaml', line: line + 1, column, endLine: line + 1, endColumn: column + text.length };
}

const placeOrder = 'aws:template.yaml#/PlaceOrder';
const sendInvoice = 'aws:template.yaml#/SendInvoice';
const invoices = 'aws:template.yaml#/Invoices';

export const openUrl: ReportFinding = {
  fingerprint: '0123456789abcdef',
  check: 'function-url-without-auth',
  title: 'Anyone on the internet can call the URL of PlaceOrder.',
  severity: 'critical',
  confidence: 'high',
  subject: placeOrder,
  functions: [placeOrder],
  location: placeOfText('NONE'),
  evidence: [
    { location: placeOfText('AuthType: NONE'), message: 'the URL of PlaceOrder asks for nothing' },
    { location: placeOfText('PlaceOrder'), message: 'PlaceOrder may write table Orders' },
  ],
  flow: null,
  fix: { kind: 'safe', summary: 'set AuthType: AWS_IAM' },
  mappings: { owasp: ['SAS-2'], cwe: [306] },
  suppressed: null,
  baseline: 'new',
};

export const keyInEnvironment: ReportFinding = {
  ...openUrl,
  fingerprint: '1123456789abcdef',
  check: 'secret-in-environment',
  title: 'Variable PAYMENT_API_KEY of PlaceOrder holds a secret in clear text.',
  severity: 'high',
  location: placeOfText('order-service-9f1c7a3be2d84460b5d07c61'),
  evidence: [],
  fix: { kind: 'review', summary: 'keep it in Secrets Manager, and give the function its ARN' },
};

export const oldRuntime: ReportFinding = {
  ...openUrl,
  fingerprint: '2123456789abcdef',
  check: 'deprecated-runtime',
  title: 'python3.8 of SendInvoice has had no security patches since 2024-10-14.',
  severity: 'low',
  subject: sendInvoice,
  functions: [sendInvoice],
  location: placeOfText('python3.8'),
  evidence: [],
  fix: { kind: 'review', summary: 'set Runtime: python3.13' },
  when: 'Stage=prod',
};

export const unusedBucket: ReportFinding = {
  ...openUrl,
  fingerprint: '3123456789abcdef',
  check: 'bucket-without-versioning',
  title: 'Bucket Invoices keeps no earlier versions.',
  severity: 'medium',
  subject: invoices,
  functions: [],
  location: { ...placeOfText('Invoices:'), endLine: 20, endColumn: 1 },
  evidence: [],
  fix: { kind: 'none', summary: '' },
};

export const hygiene: ReportFinding = {
  ...oldRuntime,
  fingerprint: '4123456789abcdef',
  check: 'function-without-tags',
  title: 'SendInvoice has no tags.',
  severity: 'info',
};

/** A report as `buildReport` makes it. */
export const orderServiceReport: Report = {
  schema: 'leastwise.report/1',
  tool: { name: 'leastwise', version: '0.1.0' },
  asOf: '2026-11-20',
  inputs: [{ file: 'template.yaml', format: 'sam', application: 'orders', functions: 2, diagnostics: [] }],
  functions: [
    {
      id: placeOrder,
      name: 'PlaceOrder',
      provider: 'aws',
      runtime: 'nodejs22.x',
      application: 'orders',
      location: placeOfText('PlaceOrder:'),
      owner: { name: 'team-orders', evidence: 'tag Owner' },
      handler: { declared: 'orders.place', file: 'orders.js', export: 'place', resolved: true },
      config: { timeout: 10, memory: 512, reservedConcurrency: null },
      exposure: 'public',
      triggers: [
        trigger('rest-api', 'aws:template.yaml#/Shop', 'authenticated', {
          route: 'POST /orders',
          auth: ['cognito', 'api-key'],
        }),
        trigger('function-url', 'aws:template.yaml#/PlaceOrderUrl', 'public', { route: 'ANY /' }),
      ],
      identity: { id: 'aws:template.yaml#/PlaceOrderRole', shared: false },
      permissions: {
        needed: [
          {
            action: 'dynamodb:PutItem',
            resources: ['arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Orders}'],
            confidence: 'proved',
            condition: null,
            evidence: [],
          },
        ],
        excess: [
          { action: 'dynamodb:*', resources: ['*'], by: 'breadth', policy: 'orders', location: null, neededBy: [] },
        ],
        missing: [],
        held: 14,
        required: 4,
        unknown: [],
      },
      flows: [],
      hosts: [],
      secrets: [],
      reaches: [{ resource: 'aws:template.yaml#/Orders', how: 'writes', via: 'through environment variable ORDERS' }],
    },
    {
      id: sendInvoice,
      name: 'SendInvoice',
      provider: 'aws',
      runtime: 'python3.8',
      application: 'orders',
      location: placeOfText('SendInvoice:'),
      owner: null,
      handler: {
        declared: 'invoice.send',
        file: null,
        export: null,
        resolved: false,
        reason: 'There is no invoice.py.',
      },
      config: {
        timeout: { unknown: 'Parameter Timeout has no default.' },
        memory: { oneOf: [128, 256] },
        reservedConcurrency: 5,
      },
      exposure: 'internal',
      triggers: [trigger('queue', 'aws:template.yaml#/Paid', 'internal', { invocation: 'poll' })],
      identity: null,
      permissions: {
        needed: [],
        excess: [],
        missing: [],
        held: null,
        required: 0,
        unknown: [{ reason: 'The code of the function was not read.', location: null }],
      },
      flows: [],
      hosts: [],
      secrets: [],
      reaches: [],
    },
  ],
  resources: [
    {
      id: invoices,
      kind: 'bucket',
      name: 'Invoices',
      application: 'orders',
      location: placeOfText('Invoices:'),
      exposure: 'internal',
      encrypted: 'platform-key',
      readBy: [],
      writtenBy: [],
      owner: null,
    },
  ],
  findings: [openUrl, keyInEnvironment, unusedBucket, oldRuntime, hygiene],
  checks: [],
  unknowns: [
    {
      location: placeOfText('SendInvoice:'),
      what: 'Timeout of SendInvoice',
      why: 'Parameter Timeout has no default.',
      settleWith: '--param Timeout=<value>',
      check: 'timeout-near-maximum',
      subject: sendInvoice,
    },
  ],
  summary: {
    functions: 2,
    resources: 1,
    findings: { critical: 1, high: 1, medium: 1, low: 1, info: 1 },
    fixable: 4,
    unknown: 1,
  },
};

function trigger(
  kind: string,
  source: string,
  exposure: string,
  more: Partial<Report['functions'][number]['triggers'][number]>,
): Report['functions'][number]['triggers'][number] {
  return {
    kind,
    source,
    auth: [],
    exposure,
    via: [],
    invocation: 'sync',
    location: placeOfText('PlaceOrder:'),
    ...more,
  };
}

/** The same report with other findings, and totals that agree. */
export function withFindings(findings: readonly ReportFinding[], more: Partial<Report> = {}): Report {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const finding of findings) if (finding.suppressed === null) counts[finding.severity]++;
  const summary = {
    ...orderServiceReport.summary,
    findings: counts,
    unknown: (more.unknowns ?? orderServiceReport.unknowns).length,
  };
  return { ...orderServiceReport, findings, summary, ...more };
}

export const plainContext: RenderContext = {
  tree: orderServiceTree,
  level: 'low',
  colour: false,
  columns: 100,
  checks: [],
  prose: async (check) =>
    check === 'function-url-without-auth'
      ? {
          why: 'A URL with AuthType NONE runs the function for every request from the internet. Nothing stands in front of it.',
          exploit: 'Scanners find it.',
          fix: { sam: 'Set AuthType: AWS_IAM.', cloudformation: 'Set AuthType: AWS_IAM.' },
          blindSpots: 'A signature that the code checks.',
          sources: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
          examples: { bad: [], good: [] },
        }
      : undefined,
};
