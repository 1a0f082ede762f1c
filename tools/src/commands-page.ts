/** What the page needs of a command of commander. */
export interface HelpfulCommand {
  name(): string;
  helpInformation(): string;
  readonly commands: readonly HelpfulCommand[];
}

/** `commandLine` of the scanner's `cli/main.ts`. Its help looks at nothing of the outside but the width of the output. */
export type CommandLine = (io: object, done: () => void) => HelpfulCommand;

/** The page of all commands: the help that each prints, 100 columns wide. */
export function commandsPage(commandLine: CommandLine): string {
  const output = { write: () => undefined, isTerminal: false, columns: 100 };
  const program = commandLine({ stdout: output, stderr: output, environment: {} }, () => undefined);
  const subcommands = program.commands.filter((command) => command.name() !== 'help');
  return [
    '<!-- Made from the command line by `npm run docs`. Do not edit. -->',
    '# Commands',
    section(program.name(), program),
    ...subcommands.map((command) => section(`${program.name()} ${command.name()}`, command)),
  ]
    .join('\n\n')
    .concat('\n');
}

function section(title: string, command: HelpfulCommand): string {
  return `## ${title}\n\n\`\`\`text\n${command.helpInformation().trimEnd()}\n\`\`\``;
}
