import { describe, expect, it } from 'vitest';
import { asMap, describe as shown, member } from '@leastwise/model';
import { readServiceText } from '../read-service-text.fixture.ts';

function environment(custom: string, variable: string, files: Record<string, string> = {}, inputs = {}) {
  const text = `service: orders
provider:
  name: aws
  runtime: nodejs22.x
custom:
${custom}
functions:
  place:
    handler: src/place.handler
    environment:
      VALUE: ${variable}
`;
  const { resource } = readServiceText(text, files, inputs);
  return member(resource('PlaceLambdaFunction').properties, 'Environment', 'Variables', 'VALUE');
}

describe('the variables of a service', () => {
  it.each([
    ['a value of the service', '  table: orders', '${self:custom.table}', 'orders'],
    ['a chain of values', '  a: ${self:custom.b}\n  b: end', '${self:custom.a}', 'end'],
    ['a fallback', '  x: 1', "${opt:color, 'blue'}", 'blue'],
    ['a fallback of a fallback', '  x: 1', "${opt:color, self:custom.none, 'green'}", 'green'],
    ['the default stage', '  x: 1', 'orders-${sls:stage}', 'orders-dev'],
    ['a nested address', '  dev: {table: dev-orders}', '${self:custom.${sls:stage}.table}', 'dev-orders'],
    ['an item of a list', '  list: [one, two]', '${self:custom.list.1}', 'two'],
    ['a boolean of a text', '  on: "true"', '${strToBool(${self:custom.on})}', 'true'],
    ['a pseudo parameter in a text', '  x: 1', 'in-${AWS::Region}', 'in-${AWS::Region}'],
    ['the account', '  x: 1', 'of-${aws:accountId}', 'of-${AWS::AccountId}'],
    ['a secret in a store', '  x: 1', '${ssm:/orders/key}', '${ssm:/orders/key}'],
    ['the environment', '  x: 1', 'a-${env:HOME}', 'a-${env:HOME}'],
  ])('reads %s', (_, custom, variable, expected) => {
    expect(shown(environment(custom, variable))).toBe(expected);
  });

  it.each([
    ['settings.yml', 'table: orders', '${file(./settings.yml):table}', 'orders'],
    ['settings.json', '{"table": "orders"}', '${file(settings.json):table}', 'orders'],
    ['settings.toml', 'table = "orders"', '${file(settings.toml):table}', 'orders'],
    ['query.txt', 'select 1', '${file(query.txt)}', 'select 1'],
    ['settings.yml', 'table: ${self:service}-${sls:stage}', '${file(settings.yml):table}', 'orders-dev'],
    ['settings.yml', 'other: 1', "${file(settings.yml):table, 'none'}", 'none'],
  ])('reads %s beside the service', (name, content, variable, expected) => {
    expect(shown(environment('  x: 1', variable, { [`orders/${name}`]: content }))).toBe(expected);
  });

  it('runs no program, and says which one it would have been', () => {
    const value = environment('  x: 1', '${file(./settings.js):table}', {
      'orders/settings.js': 'module.exports = {}',
    });
    expect(value).toMatchObject({ kind: 'unknown', cause: 'macro', name: 'file(./settings.js):table' });
  });

  it('reads nothing outside of the root', () => {
    expect(environment('  x: 1', '${file(../../etc/passwd)}')).toMatchObject({
      kind: 'unknown',
      cause: 'missing-file',
    });
  });

  it('takes the stage and the parameters that are given', () => {
    const inputs = { stage: 'prod', parameters: new Map([['color', 'red']]) };
    expect(shown(environment('  x: 1', '${sls:stage} ${opt:stage} ${param:color} ${opt:color}', {}, inputs))).toBe(
      'prod prod red red',
    );
  });

  it('marks what hangs on an option as assumed, and names the way it came', () => {
    const value = environment('  color: ${opt:color, "blue"}', '${self:custom.color}');
    expect(value).toMatchObject({ kind: 'known', value: 'blue', assumed: 'opt:color' });
    expect(value.via).toHaveLength(1);
  });

  it.each(['  a: ${self:custom.a}', '  a: ${self:custom.b}\n  b: ${self:custom.a}', '  a: {b: "${self:custom}"}'])(
    'stops at a circle: %s',
    (custom) => {
      const value = environment(custom, '${self:custom.a}');
      expect(['unknown', 'known']).toContain(value.kind);
    },
  );

  it('keeps the place of a map in the file that it comes from', () => {
    const text = 'service: orders\nprovider: aws\nfunctions: ${file(functions/all.yml)}\n';
    const { resource } = readServiceText(text, {
      'orders/functions/all.yml': 'place:\n  handler: src/place.handler\n  runtime: nodejs22.x\n',
    });
    const found = resource('PlaceLambdaFunction');
    expect(found.location).toMatchObject({ file: 'orders/functions/all.yml', start: 0 });
    expect(shown(member(found.properties, 'Code'))).toBe('..');
    expect(asMap(found.properties)?.get('Runtime')?.origin.file).toBe('orders/functions/all.yml');
  });
});
