/**
 * What `npm run new check` writes: a check that already works, on the timeout of a function, to be rewritten into the one
 * that is wanted.
 */
export function newCheckFiles(area: string, slug: string): Readonly<Record<string, string>> {
  return { [`${slug}.ts`]: check(area, slug), [`${slug}.doc.ts`]: doc(), [`${slug}.test.ts`]: test(slug) };
}

function check(area: string, slug: string): string {
  return `import { settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';

export default defineCheck({
  name: '${slug}',
  title: 'Function may run as long as the platform allows',
  area: '${area}',
  subjects: ['function'],
  severity: 'low',
  since: '0.1.0',
  rows: [],
  mappings: {},
  fix: 'review',
  evaluate(subject, { estate }) {
    const { timeout } = subject.facet;
    const seconds = settled(timeout);
    if (seconds === undefined) return open('timeout', timeout, estate);
    if (seconds < 900) return pass;
    return fail(timeout.origin, \`\${subject.name} may run for \${seconds} seconds.\`, {
      fix: { summary: 'set the timeout to what the function needs' },
    });
  },
});
`;
}

function doc(): string {
  return `import type { CheckDoc } from '../check-doc.ts';

const template = (timeout: number): string => \`Transform: AWS::Serverless-2016-10-31
Resources:
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: 'exports.handler = async () => ({ statusCode: 200 })'
      Timeout: \${timeout}
\`;

export default {
  why: 'Say why the state is bad, for somebody who has not met it.',
  exploit: 'Say how an attacker uses it, step by step.',
  fix: { sam: 'Say what to write in SAM.', cloudformation: 'Say what to write in CloudFormation.' },
  blindSpots: 'Say what the check cannot see, and when to ignore it.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html'],
  examples: {
    bad: [{ title: 'an order function with 15 minutes', template: template(900), subject: 'PlaceOrder', marks: '900' }],
    good: [{ title: 'an order function with 10 seconds', template: template(10), subject: 'PlaceOrder' }],
  },
} satisfies CheckDoc;
`;
}

function test(slug: string): string {
  return `import { describe, expect, it } from 'vitest';
import check from './${slug}.ts';
import doc from './${slug}.doc.ts';

// The harness runs the examples of the doc and rewrites them; here stand the cases that are special to this check.
describe('${slug}', () => {
  it('shows a bad and a good example', () => {
    expect(check.name).toBe('${slug}');
    expect(doc.examples.bad).not.toEqual([]);
    expect(doc.examples.good).not.toEqual([]);
  });
});
`;
}
