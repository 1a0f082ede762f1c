import { Option, type Command } from 'commander';
import type { PolicyAnswer } from '../policy-of-function.ts';
import { policyForms, type PolicyForm } from '../../fixes/policies/policy-forms.ts';
import type { Io } from '../io.ts';
import { loadEngine } from '../load-engine.ts';
import type { ScanFlags } from '../run-scan.ts';
import type { WorkspaceOptions } from '../workspace.ts';
import { addPolicyCheck } from './policy-check.ts';
import { addTemplateOptions } from './scan.ts';

interface Flags extends ScanFlags, WorkspaceOptions {
  readonly path: readonly string[];
  readonly format: 'text' | 'json';
  readonly as?: PolicyForm;
}

export function addPolicy(program: Command, io: Io, done: (code: number) => void): void {
  const policy = addTemplateOptions(program.command('policy'))
    // What follows `check` is for it.
    .enablePositionalOptions()
    .description('What a function needs, what its role allows, and the smallest policy that is enough.')
    .argument('<function>', 'name, logical id or id of a function')
    .addOption(
      new Option('--path <path>', 'file or folder with its template; repeatable')
        .default([])
        .argParser((value: string, before: readonly string[]) => [...before, value]),
    )
    .addOption(
      new Option(
        '--as <form>',
        'the words in which the smallest policy is written (default: those of the template)',
      ).choices(policyForms),
    )
    .addOption(new Option('-f, --format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `
Examples:
  $ leastwise policy PlaceOrder
  $ leastwise policy PlaceOrder --as terraform
  $ leastwise policy PlaceOrder --path services/orders --format json`,
    )
    .action(async (what: string, flags: Flags) => {
      const [{ policyOfFunction }, { openWorkspace }] = await Promise.all([
        import('../policy-of-function.ts'),
        import('../workspace.ts'),
      ]);
      const engine = await loadEngine(undefined);
      const answer = policyOfFunction(what, openWorkspace(flags.path, flags, io), { ...flags, engine }, io);
      io.stdout.write(flags.format === 'json' ? `${JSON.stringify(answer, null, 2)}\n` : textOf(answer));
      done(0);
    });
  addPolicyCheck(policy, io, done);
}

function textOf(answer: PolicyAnswer): string {
  const held = answer.held === null ? 'what its role holds is not known' : `${answer.held} held`;
  const block = (title: string, items: PolicyAnswer['needed']): readonly string[] =>
    items.length === 0
      ? []
      : [
          '',
          title,
          ...items.flatMap(({ action, resources, confidence, condition, evidence }) => [
            `  ${action}${confidence === undefined || confidence === 'proved' ? '' : ` (${confidence})`}${condition === undefined ? '' : `, ${condition}`}`,
            ...resources.map((resource) => `    on ${resource}`),
            ...evidence.slice(0, 2).map((one) => `    because ${one}`),
          ]),
        ];
  return `${[
    `${answer.function}: ${held}, ${answer.required} needed`,
    ...block('Needed', answer.needed),
    ...block('Allowed beyond the need', answer.excess),
    ...block('Missing', answer.missing),
    '',
    `The smallest policy, as ${answer.form}`,
    answer.rendered,
    answer.proof,
    ...(answer.unknowns.length === 0
      ? []
      : [
          '',
          'Not known, so nothing should be taken away by itself',
          ...answer.unknowns.map(({ reason, location }) => `  ${reason}${location === null ? '' : ` ${location}`}`),
        ]),
  ].join('\n')}\n`;
}
