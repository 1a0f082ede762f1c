import type { Diagnostic, SourceRange } from '@leastwise/model';
import { nearest } from '../nearest.ts';
import { child } from '../syntax/syntax-node.ts';
import type { TemplateStore } from './template-store.ts';

/** A value that someone gave by name, on the command line or in a parameter file. */
export interface GivenName {
  /** `Stage`, or `Orders.Stage` for a stack nested under the logical id Orders. */
  readonly name: string;
  readonly at?: SourceRange;
}

/**
 * A value for a parameter that no template declares changes nothing, and whoever gave it believes that it does: mostly
 * the name is misspelled.
 */
export function unusedParameters(
  given: readonly GivenName[],
  store: TemplateStore,
  templates: readonly string[],
): readonly Diagnostic[] {
  if (given.length === 0 || templates.length === 0) return [];
  const { declared, stacks } = namesIn(store, templates);
  const known = [...declared].sort();
  return given
    .filter(({ name }) => !isDeclared(name, declared, stacks))
    .map(({ name, at }): Diagnostic => {
      const close = nearest(name.split('.').at(-1) ?? name, known);
      return {
        code: 'parameter-unused',
        message: `No template has a parameter ${name}, so the value given for it settles nothing.`,
        range: at ?? { file: templates[0] ?? '', start: 0, end: 0 },
        hint:
          close.length > 0
            ? `Did you mean ${close.join(', ')}?`
            : 'Check the name; a parameter of a nested stack is written Stack.Name.',
        effect: 'note',
      };
    });
}

function isDeclared(name: string, declared: ReadonlySet<string>, stacks: ReadonlySet<string>): boolean {
  const path = name.split('.');
  const last = path.pop() ?? '';
  return declared.has(last) && path.every((step) => stacks.has(step));
}

const NESTING: ReadonlySet<string> = new Set(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']);

/** The parameters of all templates, and the logical ids under which some nest others. */
function namesIn(
  store: TemplateStore,
  templates: readonly string[],
): { declared: ReadonlySet<string>; stacks: ReadonlySet<string> } {
  const declared = new Set<string>();
  const stacks = new Set<string>();
  for (const file of templates) {
    const loaded = store.load(file);
    if ('failure' in loaded) continue;
    const parameters = child(loaded.document.root, 'Parameters');
    if (parameters?.kind === 'map') for (const { key } of parameters.entries) declared.add(key);
    const resources = child(loaded.document.root, 'Resources');
    if (resources?.kind !== 'map') continue;
    for (const { key, value } of resources.entries) {
      const type = child(value, 'Type');
      if (type?.kind === 'scalar' && NESTING.has(type.text)) stacks.add(key);
    }
  }
  return { declared, stacks };
}
