import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

export interface Measured {
  /** Of the cold processes, in milliseconds. */
  readonly median: number;
  readonly fastest: number;
  /** The largest resident set, in megabytes; undefined for a command that is not Node. */
  readonly memory: number | undefined;
  readonly status: number | null;
}

/** Starts a new process for each run, and one more that tells its memory. */
export function measureNode(scratch: string, command: readonly string[], runs: number): Measured {
  const timed = measure(process.execPath, command, runs);
  const note = join(scratch, 'memory');
  const tell = `data:text/javascript,import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(${JSON.stringify(note)},String(process.resourceUsage().maxRSS)))`;
  spawnSync(process.execPath, ['--import', tell, ...command], { stdio: 'ignore' });
  const memory = existsSync(note) ? Number(readFileSync(note, 'utf8')) / 1024 : undefined;
  rmSync(note, { force: true });
  return { ...timed, memory };
}

export function measure(
  program: string,
  args: readonly string[],
  runs: number,
  environment: NodeJS.ProcessEnv = process.env,
): Measured {
  let status: number | null = null;
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    status = spawnSync(program, [...args], { stdio: 'ignore', env: environment }).status;
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return {
    median: times[Math.floor(times.length / 2)] ?? Number.NaN,
    fastest: times[0] ?? Number.NaN,
    memory: undefined,
    status,
  };
}
