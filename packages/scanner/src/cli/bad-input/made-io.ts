import { processIo } from '../process-io.ts';
import type { Files, Io } from '../io.ts';
import { main } from '../main.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly written: ReadonlyMap<string, string>;
}

/** Runs the command in a made-up world: its own streams and clock, the real disk below `folder` unless `files` says otherwise. */
export async function run(argv: readonly string[], folder: string, files: Partial<Files> = {}): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const written = new Map<string, string>();
  const io: Io = {
    stdout: { write: (text) => void (stdout += text), isTerminal: false, columns: undefined },
    stderr: { write: (text) => void (stderr += text), isTerminal: false, columns: undefined },
    environment: {},
    workingFolder: folder,
    now: () => new Date('2026-11-01T00:00:00Z'),
    commits: processIo().commits,
    files: { ...processIo().files, write: (path, text) => void written.set(path, text), ...files },
  };
  return { code: await main(argv, io), stdout, stderr, written };
}
