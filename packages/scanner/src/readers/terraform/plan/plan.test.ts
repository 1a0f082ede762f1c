import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { moduleStore } from '../modules/module-source.ts';
import { plain } from '../read-configuration.fixture.ts';
import { readRoot } from '../read-root.ts';
import { readTerraform } from '../read-terraform.ts';
import { planReading } from './plan-reading.ts';
import { looksLikePlan, readPlan } from './read-plan.ts';

const resource = (
  address: string,
  values: Readonly<Record<string, unknown>>,
  index?: string | number,
): Record<string, unknown> => {
  const [type = '', name = ''] = address
    .replace(/^module\.\w+\./, '')
    .replace(/\[.*/, '')
    .split('.');
  return { address, mode: 'managed', type, name, ...(index === undefined ? {} : { index }), values };
};

const plan = JSON.stringify(
  {
    format_version: '1.2',
    variables: { stage: { value: 'prod' } },
    planned_values: {
      root_module: {
        resources: [
          resource('aws_sqs_queue.orders[0]', { name: 'orders-prod', delay_seconds: 0, policy: null }, 0),
          resource('aws_sqs_queue.orders[1]', { name: 'orders-prod', delay_seconds: 0 }, 1),
          resource('aws_lambda_function.place', { function_name: 'place', timeout: 9 }),
          resource('aws_iam_role.place', { name: 'place', assume_role_policy: '{"Statement":[{"Effect":"Allow"}]}' }),
        ],
        child_modules: [
          { address: 'module.net', resources: [resource('module.net.aws_vpc.this', { cidr_block: '10.0.0.0/16' })] },
        ],
      },
    },
    configuration: {
      root_module: {
        resources: [
          {
            address: 'aws_lambda_function.place',
            expressions: {
              role: { references: ['aws_iam_role.place.arn', 'aws_iam_role.place'] },
              kms_key_arn: { references: ['module.keys.arn', 'module.keys'] },
            },
          },
        ],
      },
    },
  },
  undefined,
  2,
);

const main = `variable "stage" {}
data "aws_ssm_parameter" "timeout" { name = "/timeout" }
resource "aws_sqs_queue" "orders" {
  count = data.aws_ssm_parameter.timeout.value
  name  = "orders-\${var.stage}"
}
resource "aws_lambda_function" "place" {
  function_name = "place"
  timeout       = tonumber(data.aws_ssm_parameter.timeout.value)
  role          = aws_iam_role.place.arn
}
resource "aws_iam_role" "place" { name = "place" }
module "net" { source = "example/net/aws" }
`;

describe('a plan', () => {
  it.each([
    ['plan.json', plan, true],
    ['package.json', '{"name": "shop"}', false],
    ['plan.txt', plan, false],
  ])('is told by its text: %s', (file, text, isPlan) => {
    expect(looksLikePlan(file, text)).toBe(isPlan);
  });

  it('alone gives instances with references and places in its JSON', () => {
    const reading = planReading(memoryTree({}), readPlan(plan, 'plan.json'), '');
    expect(Object.fromEntries(reading.instances.map(({ address, body }) => [address, plain(body)]))).toEqual({
      'aws_sqs_queue.orders[0]': { name: 'orders-prod', delay_seconds: 0 },
      'aws_sqs_queue.orders[1]': { name: 'orders-prod', delay_seconds: 0 },
      'aws_lambda_function.place': {
        function_name: 'place',
        timeout: 9,
        role: '<aws_iam_role.place.arn>',
        kms_key_arn: '?attribute',
      },
      'aws_iam_role.place': { name: 'place', assume_role_policy: { Statement: [{ Effect: 'Allow' }] } },
      'module.net.aws_vpc.this': { cidr_block: '10.0.0.0/16' },
    });
    const [first] = reading.instances;
    expect(plan.slice(first?.keyRange.start, first?.keyRange.end)).toBe('"aws_sqs_queue.orders[0]"');
  });

  it('beside its configuration settles what that leaves open, and keeps the lines', () => {
    const reading = readRoot(
      moduleStore(memoryTree({ 'main.tf': main })),
      '',
      { parameters: new Map() },
      readPlan(plan, 'plan.json'),
    );
    const managed = reading.instances.filter(({ mode }) => mode === 'managed');
    expect(Object.fromEntries(managed.map(({ address, file, body }) => [address, [file, plain(body)]]))).toEqual({
      'aws_sqs_queue.orders[0]': ['main.tf', { name: 'orders-prod' }],
      'aws_sqs_queue.orders[1]': ['main.tf', { name: 'orders-prod' }],
      'aws_lambda_function.place': [
        'main.tf',
        { function_name: 'place', timeout: 9, role: '<aws_iam_role.place.arn>' },
      ],
      'aws_iam_role.place': ['main.tf', { name: 'place' }],
      'module.net.aws_vpc.this': ['plan.json', { cidr_block: '10.0.0.0/16' }],
    });
    expect(reading.diagnostics).toEqual([]);
  });

  it('of another configuration takes nothing from the one that it lies beside', () => {
    const other = 'resource "aws_sns_topic" "invoices" { name = "invoices" }\n';
    const reading = readRoot(
      moduleStore(memoryTree({ 'main.tf': other })),
      '',
      { parameters: new Map() },
      readPlan(plan, 'plan.json'),
    );
    expect(reading.instances.map(({ address }) => address)).toContain('aws_sns_topic.invoices');
  });

  it.each([
    ['in a folder without configuration', { 'plans/plan.json': plan }, ['plans']],
    ['beside a configuration', { 'plan.json': plan, 'main.tf': main }, ['terraform']],
    ['that is cut', { 'plan.json': plan.slice(0, 400) }, ['terraform']],
  ])('%s is one application', (_what, files, names) => {
    const all = Object.keys(files);
    const configurations = all.filter((file) => file.endsWith('.tf'));
    const read = readTerraform(
      memoryTree(files),
      configurations,
      () => ({ parameters: new Map() }),
      all.filter((file) => file.endsWith('.json')),
    );
    expect(read.applications.map(({ name }) => name)).toEqual(names);
    for (const application of read.applications)
      for (const assignment of application.assignments)
        expect(application.fragments(assignment).length).toBeGreaterThan(0);
  });
});
