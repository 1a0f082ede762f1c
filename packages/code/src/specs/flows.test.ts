import { describe, expect, it } from 'vitest';
import type { FlowClass } from '../facts/flow-class.ts';
import { clearing, propagators, sanitizers, sinks, type PropagatorSpec, type Transform } from './index.ts';
import { javascriptSinks } from './javascript/sinks/index.ts';
import { flowsOf } from './proof-of-flows.fixture.ts';
import { commandUse, exampleCode, guardedCode, rawCode, useClearedBy } from './proof.fixture.ts';
import { pythonSinks } from './python/sinks/index.ts';

describe('a sink', () => {
  it.each(sinks.map((row) => [row.id, row] as const))(
    '%s finds its bad example and not its repaired twin',
    (_, row) => {
      const bad = flowsOf(row.language, row.bad).map((flow) => `${flow.class} at ${flow.sink}`);
      expect(bad, row.bad).toContain(`${row.class} at ${row.id}`);
      const good = flowsOf(row.language, row.good).filter((flow) => flow.class === row.class);
      expect(
        good.map((flow) => flow.sink),
        row.good,
      ).toEqual([]);
    },
  );

  const variants = [...javascriptSinks, ...pythonSinks].flatMap((row) =>
    otherModules(row).map((variant) => [row.id, variant.module, variant.code, row] as const),
  );

  it.each(variants)('%s is found in %s too', (_, __, code, row) => {
    expect(
      flowsOf(row.language, code).map((flow) => `${flow.class} at ${flow.sink}`),
      code,
    ).toContain(`${row.class} at ${row.id}`);
  });
});

describe('a call that changes or moves data', () => {
  it.each(propagators.map((row) => [row.id, row] as const))('%s does what its row says', (_, row) => {
    const sink = commandUse(row.language);
    const code = exampleCode(row.language, row.example, sink);
    const found = flowsOf(row.language, code).some((flow) => flow.class === sink.class);
    expect(found, code).toBe(movesDanger(row, sink.class));
  });
});

describe('a sanitizer', () => {
  it.each(sanitizers.map((row) => [row.id, row] as const))('%s makes a finding go away', (_, row) => {
    const sink = useClearedBy(row.transform, row.language);
    const raw = rawCode(row.language, sink);
    expect(
      flowsOf(row.language, raw).map((flow) => flow.class),
      raw,
    ).toContain(sink.class);
    const code = row.works === 'result' ? exampleCode(row.language, row.example, sink) : guardedCode(row, sink);
    expect(
      flowsOf(row.language, code).filter((flow) => flow.class === sink.class),
      code,
    ).toEqual([]);
  });
});

function movesDanger(row: PropagatorSpec, flowClass: FlowClass): boolean {
  return row.moves !== false && !(row.transform !== undefined && clears(row.transform, flowClass));
}

function clears(transform: Transform, flowClass: FlowClass): boolean {
  const classes = clearing[transform];
  return classes === 'all' || classes.includes(flowClass);
}

/** The bad example with another module of the row that has the same way: `fs-extra` for `fs`. */
function otherModules(row: (typeof sinks)[number]): readonly { readonly module: string; readonly code: string }[] {
  const found = flowsOf(row.language, row.bad).find((flow) => flow.sink === row.id);
  const [module = '', way = ''] = found?.callee.split('#') ?? [];
  const written = new RegExp(`"(?:node:)?${escaped(module)}"`, 'g');
  // Instances that a framework passes have no module of their own.
  const isPassed = /^(?:Request|Response|Reply|Context)\b/.test(way);
  if (row.language === 'python' || isPassed || !written.test(row.bad)) return [];
  return row.callees
    .map((callee) => callee.split('#'))
    .filter(([other, otherWay]) => other !== module && other !== 'global' && otherWay === way)
    .map(([other = '']) => ({ module: other, code: row.bad.replaceAll(written, `"${other}"`) }));
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
