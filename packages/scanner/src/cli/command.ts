import { main } from './main.ts';
import { processIo } from './process-io.ts';

/**
 * The command as a process: what `bin/leastwise.js` starts. What throws is a bug (expected trouble is a diagnostic or a usage
 * error), so it is told as one, without the line of bundled code that Node would print.
 */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    process.exitCode = await main(argv, processIo());
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`leastwise: this is a bug. Please report it with the template that it happens on.\n${what}\n`);
    process.exitCode = 70;
  }
}
