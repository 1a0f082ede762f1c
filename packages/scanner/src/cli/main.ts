import { Command, CommanderError } from 'commander';
import { addBaseline } from './commands/baseline.ts';
import { addExplain } from './commands/explain.ts';
import { addFix } from './commands/fix.ts';
import { addInit } from './commands/init.ts';
import { addInventory } from './commands/inventory.ts';
import { addPolicy } from './commands/policy.ts';
import { addScan } from './commands/scan.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { version } from './version.ts';

/** Runs one command line and answers its exit code. `argv` is what follows the program's name. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = commandLine(io, (answer) => {
    code = answer;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      io.stderr.write(`leastwise: ${error.message}\n${error.hint}\n`);
      return 2;
    }
    throw error;
  }
}

/** The whole command line; also what its docs page is made from. */
export function commandLine(io: Io, done: (code: number) => void): Command {
  const program = new Command('leastwise')
    .description('Secures serverless applications, function by function.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
    });
  addScan(program, io, done);
  addInventory(program, io, done);
  addExplain(program, io, done);
  addFix(program, io, done);
  addBaseline(program, io);
  addPolicy(program, io, done);
  addInit(program, io, done);
  return program;
}
