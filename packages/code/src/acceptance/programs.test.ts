import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../engine/facts-of.fixture.ts';
import { readPrograms } from './read-programs.fixture.ts';

/** What a log line or a prompt shows is no part of what these programs are about. */
const aside = new Set(['log-injection', 'prompt-injection']);

const folder = new URL('./programs/', import.meta.url);
const programs = readdirSync(folder)
  .sort()
  .flatMap((name) => readPrograms(readFileSync(new URL(name, folder), 'utf8')));

describe.each(programs)('$title', (program) => {
  const flows = (files: Readonly<Record<string, string>>): readonly string[] =>
    factsOf(files, { sources: [program.source] })
      .flows.filter((flow) => flow.class === program.class || !aside.has(flow.class))
      .map((flow) => flow.class);

  it('is found', () => {
    expect(flows(program.bad)).toContain(program.class);
  });

  it('is silent when repaired', () => {
    expect(flows(program.good)).toEqual([]);
  });
});
