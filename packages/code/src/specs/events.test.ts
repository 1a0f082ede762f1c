import { describe, expect, it } from 'vitest';
import type { EventSource } from '../facts/event-source.ts';
import { eventSchemas } from './index.ts';
import { flowsOf } from './proof-of-flows.fixture.ts';

const tainted = eventSchemas.flatMap((schema) =>
  schema.sourcePaths.map((path) => [schema.source, path.path, path] as const),
);
const clean = eventSchemas.flatMap((schema) =>
  [...schema.clean, ...Object.keys(schema.known)].map((path) => [schema.source, path] as const),
);

describe('an event', () => {
  it.each(tainted)('%s holds data of somebody else at "%s"', (source, path, { trust }) => {
    for (const flows of bothLanguages(source, path)) {
      expect(flows.map((flow) => flow.source.trust)).toContain(trust);
    }
  });

  it.each(clean)('%s is written by the platform at "%s"', (source, path) => {
    for (const flows of bothLanguages(source, path)) expect(flows.map((flow) => flow.source.path)).toEqual([]);
  });
});

describe('an event inside another', () => {
  it('tells what the platform wrote', () => {
    const code = (read: string): string =>
      `export const handler = async (event) => { const inner = JSON.parse(event.Records[0].body); eval(${read}); };\n`;
    expect(flowsOf('javascript', code('inner.Records[0].s3.bucket.name'), 'queue')).toEqual([]);
    expect(flowsOf('javascript', code('inner.Records[0].s3.object.key'), 'queue')).not.toEqual([]);
    expect(flowsOf('javascript', code('JSON.parse(inner.Message).Records[0].s3.bucket.arn'), 'queue')).toEqual([]);
  });
});

function bothLanguages(source: EventSource, path: string): readonly ReturnType<typeof flowsOf>[] {
  const parts =
    path === ''
      ? ['order']
      : path
          .replaceAll('[]', '.[]')
          .split('.')
          .filter((part) => part !== '');
  const javascript = parts.reduce((inner, part) => {
    if (part === '[]') return `${inner}[0]`;
    return part === '*' ? `Object.values(${inner})[0]` : `${inner}[${JSON.stringify(part)}]`;
  }, 'event');
  const python = parts.reduce((inner, part) => {
    if (part === '[]') return `${inner}[0]`;
    return part === '*' ? `list(${inner}.values())[0]` : `${inner}[${JSON.stringify(part)}]`;
  }, 'event');
  return [
    flowsOf('javascript', `export const handler = async (event) => { eval(${javascript}); };\n`, source),
    flowsOf('python', `def handler(event, context):\n    eval(${python})\n`, source),
  ];
}
