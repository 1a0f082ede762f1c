import type { PolicyDocument } from '@leastwise/iam';
import { logicalIdOf } from '@leastwise/model';
import type { ResourcePart, ResourceReader } from './resource-parts.ts';

/** A statement whose texts are taken apart, ready for a dialect. */
export interface WrittenStatement {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly (readonly ResourcePart[])[];
  readonly conditions: readonly {
    readonly operator: string;
    readonly key: string;
    readonly values: readonly (readonly ResourcePart[])[];
  }[];
}

export interface WrittenPolicy {
  readonly documents: readonly (readonly WrittenStatement[])[];
  /** What is left out because it cannot be named: never widened instead. */
  readonly left: readonly { readonly action: string; readonly reason: string }[];
}

export function writtenPolicy(documents: readonly PolicyDocument[], read: ResourceReader): WrittenPolicy {
  const left: { action: string; reason: string }[] = [];
  const written = documents.map(({ Statement }) =>
    Statement.flatMap((statement): readonly WrittenStatement[] => {
      const actions = statement.Action ?? [];
      const leave = (reason: string): void => {
        for (const action of actions) left.push({ action, reason });
      };
      const resources = (statement.Resource ?? []).flatMap((resource) => {
        const parts = read(resource);
        if (typeof parts !== 'string') return [parts];
        leave(parts);
        return [];
      });
      const conditions: WrittenStatement['conditions'][number][] = [];
      for (const [operator, keys] of Object.entries(statement.Condition ?? {})) {
        for (const [key, values] of Object.entries(keys)) {
          const spelled = values.map(read);
          const wrong = spelled.find((parts) => typeof parts === 'string');
          if (typeof wrong === 'string') {
            leave(wrong);
            return [];
          }
          conditions.push({ operator, key, values: spelled.filter((parts) => typeof parts !== 'string') });
        }
      }
      return resources.length === 0 ? [] : [{ sid: sidOf(actions, resources), actions, resources, conditions }];
    }),
  );
  return { documents: written.map(distinctSids).filter((statements) => statements.length > 0), left };
}

/** `DynamodbOrders`: the service and the first resource that has a name here; the first action where none has. */
function sidOf(actions: readonly string[], resources: WrittenStatement['resources']): string {
  const [service = '', verb = ''] = (actions[0] ?? '').split(':');
  const named = resources.flat().find((part) => typeof part !== 'string' && part.kind === 'attribute');
  const about =
    typeof named === 'object' && named.kind === 'attribute' ? logicalIdOf(named.node.id).split('.').at(-1) : verb;
  return [service, about ?? ''].map(pascal).join('').slice(0, 60);
}

/** Sids of one document differ: the second of a name gets a number. */
function distinctSids(statements: readonly WrittenStatement[]): readonly WrittenStatement[] {
  const met = new Map<string, number>();
  return statements.map((statement) => {
    const times = (met.get(statement.sid) ?? 0) + 1;
    met.set(statement.sid, times);
    return times === 1 ? statement : { ...statement, sid: `${statement.sid}${times}` };
  });
}

function pascal(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
