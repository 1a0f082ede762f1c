import { main } from './main.ts';
import { processIo } from './process-io.ts';

/** The command as a process: what `bin/leastwise.js` starts. */
export async function run(argv: readonly string[]): Promise<void> {
  process.exitCode = await main(argv, processIo());
}
