import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from './coverage-page.ts';
import { checkFiles } from './generate-index.ts';
import { repositoryRoot } from './repository.ts';

const catalogue = readCatalogue(repositoryRoot);
const numbers = new Set(catalogue.map(({ number }) => number));
const rowsOf = checkFiles(repositoryRoot).map(({ path, slug }) => {
  const written = /^ {2}rows: \[([^\]]*)\]/m.exec(readFileSync(join(repositoryRoot, path), 'utf8'))?.[1];
  return { slug, rows: (written?.match(/\d+/g) ?? []).map(Number) };
});

describe('the catalogue', () => {
  it('numbers its rows from one without a gap', () => {
    expect(catalogue.map(({ number }) => number)).toEqual(catalogue.map((_, index) => index + 1));
  });

  it('has an answer for every row, or says what the row waits for', () => {
    const answered = new Set(rowsOf.flatMap(({ rows }) => rows));
    const silent = catalogue.filter(({ number, waitsFor }) => !answered.has(number) && waitsFor === '');
    expect(silent.map(({ number, question }) => `${number} ${question}`)).toEqual([]);
  });

  it('has every row that a check says it answers', () => {
    const unknown = rowsOf.flatMap(({ slug, rows }) =>
      rows.filter((row) => !numbers.has(row)).map((row) => `${slug}: ${row}`),
    );
    expect(unknown).toEqual([]);
  });

  it('keeps what stands between quotes together', () => {
    expect(catalogue.find(({ number }) => number === 34)?.question).toBe('Access logging off, REST stage');
  });
});
