import type { Diagnostic, SourceTree } from '@leastwise/model';
import { readToml } from '../syntax/read-toml.ts';
import { readYaml } from '../syntax/read-yaml.ts';
import { plainValue } from '../syntax/plain-value.ts';
import type { GivenParameter } from './stack.ts';

export interface GivenParameters {
  readonly parameters: ReadonlyMap<string, GivenParameter>;
  /** Where a samconfig deploys to. */
  readonly deployment?: SamDeployment;
  readonly diagnostics: readonly Diagnostic[];
}

export interface SamDeployment {
  readonly region: string | undefined;
  readonly stackName: string | undefined;
  /** The template that is deployed, from the folder of the samconfig; `template.yaml` and the like when none is named. */
  readonly template: string | undefined;
}

const NAMES = ['samconfig.toml', 'samconfig.yaml', 'samconfig.yml'];

/**
 * The parameters with which `sam deploy` deploys the template in a folder, as its samconfig says. They count as what is
 * deployed: unlike a default, someone wrote them down for this stack.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html
 */
export function readSamConfig(tree: SourceTree, folder: string, environment: string): GivenParameters {
  for (const name of NAMES) {
    const file = folder === '' ? name : `${folder}/${name}`;
    const read = tree.read(file);
    if ('failure' in read) continue;
    return samConfigText(read.text, file, environment);
  }
  return { parameters: new Map(), diagnostics: [] };
}

/** The parameters in the text of one samconfig file. */
export function samConfigText(text: string, file: string, environment: string): GivenParameters {
  const { data, diagnostics } = file.endsWith('.toml')
    ? readToml(text, file)
    : { data: plainValue(readYaml(text, file).root), diagnostics: [] };
  const parameters = new Map<string, GivenParameter>();
  for (const command of ['global', 'deploy']) {
    const overrides = at(data, environment, command, 'parameters', 'parameter_overrides');
    for (const [key, value] of overridesIn(overrides))
      parameters.set(key, { text: value, at: placeOf(key, text, file) });
  }
  const setting = (...names: readonly string[]): string | undefined => {
    for (const command of ['deploy', 'global']) {
      for (const name of names) {
        const text = textOf(at(data, environment, command, 'parameters', name));
        if (text !== undefined && text !== '') return text;
      }
    }
    return undefined;
  };
  const deployment: SamDeployment = {
    region: setting('region'),
    stackName: setting('stack_name'),
    template: setting('template_file', 'template'),
  };
  return { parameters, deployment, diagnostics };
}

/** True when the settings of a samconfig are those of this template beside it: of several in a folder, one is deployed. */
export function deploysTemplate(deployment: SamDeployment, file: string): boolean {
  const name = file.split('/').at(-1) ?? '';
  if (deployment.template === undefined) return /^template\.(?:ya?ml|json)$/.test(name);
  const named = deployment.template.split(/[\\/]/);
  return named.at(-1) === name || (named.includes('.aws-sam') && /^template\.(?:ya?ml|json)$/.test(name));
}

function at(data: unknown, ...path: readonly string[]): unknown {
  let current = data;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Readonly<Record<string, unknown>>)[step];
  }
  return current;
}

/** TOML keeps no places; the name behind `parameter_overrides` is where a person looks. */
function placeOf(name: string, text: string, file: string): { file: string; start: number; end: number } {
  const found = text.indexOf(name, Math.max(0, text.indexOf('parameter_overrides')));
  return found < 0 ? { file, start: 0, end: 0 } : { file, start: found, end: found + name.length };
}

/** `A=1 B="two words"`, `ParameterKey=A,ParameterValue=1`, a list of either, or a map. */
export function overridesIn(written: unknown): readonly (readonly [string, string])[] {
  if (typeof written === 'string') return assignmentsIn(written);
  if (Array.isArray(written))
    return written.flatMap((item) => (typeof item === 'string' ? assignmentOf(item) : overridesIn(item)));
  if (typeof written !== 'object' || written === null) return [];
  return Object.entries(written).flatMap(([key, value]): (readonly [string, string])[] => {
    const text = textOf(value);
    return text === undefined ? [] : [[key, text]];
  });
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? value.map((item) => textOf(item) ?? '').join(',') : undefined;
}

const WORD = /(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g;

function assignmentsIn(text: string): readonly (readonly [string, string])[] {
  return (text.match(WORD) ?? []).flatMap((word) => assignmentOf(unquoted(word)));
}

/** A whole item of a list may hold spaces; several assignments in one item are told apart by their form. */
function assignmentOf(text: string): readonly (readonly [string, string])[] {
  const pair =
    /^\s*ParameterKey=([A-Za-z0-9]+),\s*ParameterValue=([^]*)$/.exec(text) ?? /^\s*([A-Za-z0-9]+)=([^]*)$/.exec(text);
  return pair?.[1] === undefined ? [] : [[pair[1], unquoted(pair[2] ?? '')]];
}

const unquoted = (text: string): string =>
  text.replaceAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_, double?: string, single?: string) =>
    (double ?? single ?? '').replaceAll(/\\(.)/g, '$1'),
  );
