import { severities, type Diagnostic, type Severity, type SourceTree } from '@leastwise/model';
import { defaultSettings, type CostAssumptions } from '../../checks/settings.ts';
import { readSyntax } from '../../readers/syntax/read-syntax.ts';
import { child, type MapNode, type SyntaxNode } from '../../readers/syntax/syntax-node.ts';
import {
  emptyConfiguration,
  type ApplicationSettings,
  type Configuration,
  type ReadConfiguration,
  type Suppression,
} from './configuration.ts';

/** The name of the file, nearest wins: looked for from the scanned path up to the root. */
export const configurationFile = 'leastwise.yaml';

/** Finds and reads the nearest `leastwise.yaml` at or above `folder`; an explicit `file` must exist. */
export function readConfiguration(tree: SourceTree, folder: string, file?: string): ReadConfiguration {
  const found = file ?? nearest(tree, folder);
  if (found === undefined) return { configuration: emptyConfiguration, problems: [] };
  const read = tree.read(found);
  if (!('text' in read)) {
    return {
      configuration: emptyConfiguration,
      file: found,
      problems: [
        problem(
          found,
          0,
          0,
          `The configuration cannot be read: ${read.message}`,
          'Name a file inside the root with --config.',
        ),
      ],
    };
  }
  const document = readSyntax(read.text, found);
  const broken = document.diagnostics.filter((diagnostic) => diagnostic.effect === 'incomplete');
  if (broken.length > 0) return { configuration: emptyConfiguration, file: found, problems: broken };
  const problems: Diagnostic[] = [];
  const configuration = document.root === undefined ? emptyConfiguration : convert(document.root, found, problems);
  return { configuration, file: found, problems };
}

function nearest(tree: SourceTree, folder: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (let length = parts.length; length >= 0; length--) {
    const candidate = [...parts.slice(0, length), configurationFile].join('/');
    if (tree.stat(candidate) === 'file') return candidate;
  }
  return undefined;
}

const known = ['include', 'exclude', 'applications', 'checks', 'suppressions', 'owners', 'cost', 'failOn', 'level'];

function convert(root: SyntaxNode, file: string, problems: Diagnostic[]): Configuration {
  const wrong = (node: SyntaxNode, message: string, hint: string): void => {
    problems.push(problem(file, node.start, node.end, message, hint));
  };
  const map = asMap(root, 'The configuration', wrong);
  for (const entry of map?.entries ?? []) {
    if (!known.includes(entry.key)) {
      problems.push(
        problem(
          file,
          entry.keyStart,
          entry.keyEnd,
          `There is no setting ${entry.key}.`,
          `Use one of: ${known.join(', ')}.`,
        ),
      );
    }
  }
  const at = (key: string): SyntaxNode | undefined => child(map, key);
  const failOn = word(at('failOn'), [...severities, 'never'], 'failOn', wrong) as Severity | 'never' | undefined;
  const level = word(at('level'), severities, 'level', wrong) as Severity | undefined;
  return {
    include: strings(at('include'), 'include', wrong),
    exclude: strings(at('exclude'), 'exclude', wrong),
    applications: list(at('applications'), 'applications', wrong).flatMap((node) => application(node, wrong)),
    checks: checks(at('checks'), wrong),
    suppressions: list(at('suppressions'), 'suppressions', wrong).flatMap((node) => suppression(node, wrong)),
    owners: list(at('owners'), 'owners', wrong).flatMap((node) => {
      const path = required(node, 'path', wrong);
      const owner = required(node, 'owner', wrong);
      return path === undefined || owner === undefined ? [] : [{ path, owner }];
    }),
    cost: cost(at('cost'), wrong),
    ...(failOn === undefined ? {} : { failOn }),
    ...(level === undefined ? {} : { level }),
  };
}

type Wrong = (node: SyntaxNode, message: string, hint: string) => void;

function application(node: SyntaxNode, wrong: Wrong): readonly ApplicationSettings[] {
  const path = required(node, 'path', wrong);
  if (path === undefined || node.kind !== 'map') return [];
  const parameters = new Map<string, string>();
  const written = child(node, 'parameters');
  for (const entry of (written === undefined ? undefined : asMap(written, 'parameters', wrong))?.entries ?? []) {
    if (entry.value.kind === 'scalar') parameters.set(entry.key, entry.value.text);
    else
      wrong(entry.value, `The parameter ${entry.key} is not a text.`, 'Write one value; lists are joined with commas.');
  }
  const stage = scalarText(child(node, 'stage'));
  const parameterFile = scalarText(child(node, 'parameterFile'));
  return [
    {
      path,
      parameters,
      ...(stage === undefined ? {} : { stage }),
      ...(parameterFile === undefined ? {} : { parameterFile }),
    },
  ];
}

function suppression(node: SyntaxNode, wrong: Wrong): readonly Suppression[] {
  const check = required(node, 'check', wrong);
  const reason = required(node, 'reason', wrong);
  const until = required(node, 'until', wrong);
  if (check === undefined || reason === undefined || until === undefined || node.kind !== 'map') return [];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until)) {
    wrong(child(node, 'until') ?? node, `until is no date: ${until}.`, 'Write it as 2027-03-01.');
    return [];
  }
  const subject = scalarText(child(node, 'subject'));
  return [{ check, reason, until, ...(subject === undefined ? {} : { subject }) }];
}

function checks(node: SyntaxNode | undefined, wrong: Wrong): ReadonlyMap<string, 'off' | Severity> {
  const found = new Map<string, 'off' | Severity>();
  for (const entry of (node === undefined ? undefined : asMap(node, 'checks', wrong))?.entries ?? []) {
    // YAML 1.1 reads a bare `off` as false.
    const written = entry.value.kind === 'scalar' ? entry.value.text.toLowerCase() : '';
    if (written === 'off' || (severities as readonly string[]).includes(written))
      found.set(entry.key, written as 'off' | Severity);
    else if (written !== 'on')
      wrong(
        entry.value,
        `The check ${entry.key} is set to something else than off or a severity.`,
        `Use off, on, ${severities.join(', ')}.`,
      );
  }
  return found;
}

function cost(node: SyntaxNode | undefined, wrong: Wrong): Partial<CostAssumptions> {
  const found: Record<string, number> = {};
  for (const entry of (node === undefined ? undefined : asMap(node, 'cost', wrong))?.entries ?? []) {
    const value = entry.value.kind === 'scalar' ? Number(entry.value.text) : Number.NaN;
    if (!Object.hasOwn(defaultSettings.cost, entry.key)) {
      wrong(
        entry.value,
        `There is no cost assumption ${entry.key}.`,
        `Use one of: ${Object.keys(defaultSettings.cost).join(', ')}.`,
      );
    } else if (Number.isNaN(value) || value < 0)
      wrong(entry.value, `${entry.key} is no amount.`, 'Write a number of at least 0.');
    else found[entry.key] = value;
  }
  return found;
}

function asMap(node: SyntaxNode, what: string, wrong: Wrong): MapNode | undefined {
  if (node.kind === 'map') return node;
  wrong(node, `${what} is not a map.`, 'Write names with values below it.');
  return undefined;
}

function list(node: SyntaxNode | undefined, what: string, wrong: Wrong): readonly SyntaxNode[] {
  if (node === undefined) return [];
  if (node.kind === 'list') return node.items;
  wrong(node, `${what} is not a list.`, 'Write each entry with a dash.');
  return [];
}

function strings(node: SyntaxNode | undefined, what: string, wrong: Wrong): readonly string[] {
  return list(node, what, wrong).flatMap((item) => {
    if (item.kind === 'scalar') return [item.text];
    wrong(item, `An entry of ${what} is not a text.`, 'Write a glob such as services/**.');
    return [];
  });
}

function required(node: SyntaxNode, key: string, wrong: Wrong): string | undefined {
  const found = node.kind === 'map' ? scalarText(child(node, key)) : undefined;
  if (found === undefined || found === '') wrong(node, `An entry has no ${key}.`, `Add ${key}: to it.`);
  return found === '' ? undefined : found;
}

function word(node: SyntaxNode | undefined, words: readonly string[], what: string, wrong: Wrong): string | undefined {
  if (node === undefined) return undefined;
  const written = scalarText(node)?.toLowerCase();
  if (written !== undefined && words.includes(written)) return written;
  wrong(node, `${what} is set to something that it does not take.`, `Use one of: ${words.join(', ')}.`);
  return undefined;
}

function scalarText(node: SyntaxNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}

function problem(file: string, start: number, end: number, message: string, hint: string): Diagnostic {
  return { code: 'configuration-invalid', message, range: { file, start, end }, hint, effect: 'incomplete' };
}
