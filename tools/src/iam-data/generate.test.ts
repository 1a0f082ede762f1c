import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../repository.ts';
import { generateIamData } from './generate.ts';

/** The folder with the source packages, installed as docs/iam-data.md says. */
const sources = process.env['LEASTWISE_IAM_SOURCES'] ?? '';
const installed = sources !== '' && existsSync(join(sources, 'node_modules')) && existsSync(join(sources, 'python'));

describe('the generator of the IAM data', () => {
  // Half a gigabyte of source packages is no dependency; LEASTWISE_IAM_SOURCES names the folder when they are installed.
  it.skipIf(!installed)('makes the committed files again, byte for byte', () => {
    for (const { path, bytes } of generateIamData(sources)) {
      expect(readFileSync(join(repositoryRoot, path)).equals(bytes), path).toBe(true);
    }
  });
});
