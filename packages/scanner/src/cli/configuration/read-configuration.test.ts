import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from './read-configuration.ts';

const read = (text: string) => readConfiguration(memoryTree({ 'leastwise.yaml': text }), '');

describe('leastwise.yaml', () => {
  it('is read with all its settings', () => {
    const { configuration, problems } = read(`exclude: [legacy/**]
applications:
  - path: services/orders
    stage: prod
    parameters: { Stage: prod, Retention: 30 }
checks: { code-not-signed: off, public-bucket: critical }
suppressions:
  - { check: function-url-without-auth, subject: Webhook, reason: signed, until: 2027-03-01 }
owners:
  - { path: services/, owner: "@orders" }
cost: { accountConcurrency: 500 }
failOn: medium
`);
    expect(problems).toEqual([]);
    expect(configuration).toMatchObject({
      exclude: ['legacy/**'],
      failOn: 'medium',
      cost: { accountConcurrency: 500 },
      owners: [{ path: 'services/', owner: '@orders' }],
      suppressions: [{ check: 'function-url-without-auth', subject: 'Webhook', until: '2027-03-01' }],
    });
    expect([...(configuration.applications[0]?.parameters ?? [])]).toEqual([
      ['Stage', 'prod'],
      ['Retention', '30'],
    ]);
    expect([...configuration.checks]).toEqual([
      ['code-not-signed', 'off'],
      ['public-bucket', 'critical'],
    ]);
  });

  it.each([
    ['colour: red', 'There is no setting colour.'],
    ['failOn: sometimes', 'failOn is set to something that it does not take.'],
    ['suppressions: [{ check: a, until: 2027-01-01 }]', 'An entry has no reason.'],
    ['suppressions: [{ check: a, reason: b, until: soon }]', 'until is no date: soon.'],
    ['cost: { memory: 1 }', 'There is no cost assumption memory.'],
    ['owners: nobody', 'owners is not a list.'],
  ])('says what is wrong with %s', (text, message) => {
    expect(read(text).problems.map((problem) => problem.message)).toEqual([message]);
  });

  it('nearest to the scanned folder wins', () => {
    const tree = memoryTree({ 'leastwise.yaml': 'failOn: low', 'services/leastwise.yaml': 'failOn: critical' });
    expect(readConfiguration(tree, 'services/orders').configuration.failOn).toBe('critical');
    expect(readConfiguration(tree, 'other').configuration.failOn).toBe('low');
  });
});
