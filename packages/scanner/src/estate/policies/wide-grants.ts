import type { Unknown, Value } from '@leastwise/model';
import { actionPatterns, namesAction } from './action-pattern.ts';
import { dataActions } from './data-actions.ts';
import type { PolicyElement, Statement } from './policy-document.ts';
import { arnService, resourceBreadth, type Breadth } from './resource-breadth.ts';

/** Whether the actions hold every action of every service: `*`, `*:*`. */
export function allowsEveryAction(statement: Statement): boolean {
  return !statement.actions.not && actionPatterns(statement.actions).some((pattern) => /^\*+(:\*+)?$/.test(pattern));
}

/** The services of which a statement allows every action: `s3:*` gives `s3`. */
export function servicesInFull(statement: Statement): readonly { readonly service: string; readonly at: Value }[] {
  if (statement.actions.not) return [];
  return statement.actions.values.flatMap((value) => {
    const service = /^([a-z][a-z0-9-]*):\*+$/i.exec(
      actionPatterns({ ...statement.actions, values: [value] })[0] ?? '',
    )?.[1];
    return service === undefined ? [] : [{ service: service.toLowerCase(), at: value }];
  });
}

/**
 * The widest of the resources, of one service where it is given; `unknown` only when nothing known is wider. NotResource
 * leaves nearly everything.
 */
export function breadthOf(
  resources: PolicyElement,
  service?: string,
): { readonly breadth: Breadth; readonly value?: Value; readonly open?: Unknown } {
  if (!resources.present) return { breadth: 'some' };
  if (resources.not) return { breadth: 'everything' };
  for (const wanted of ['everything', 'every-of-service'] as const) {
    const value = resources.values.find(
      (each) =>
        resourceBreadth(each) === wanted && (service === undefined || (arnService(each) ?? service) === service),
    );
    if (value !== undefined) return { breadth: wanted, value };
  }
  const open = resources.open ?? resources.values.find((value): value is Unknown => value.kind === 'unknown');
  return open === undefined ? { breadth: 'some' } : { breadth: 'unknown', open };
}

/** A condition on the resource, its tags or its account narrows `*`; nothing else of a request does. */
export function narrowedByCondition(statement: Statement): boolean {
  return statement.conditions.some((condition) =>
    /^(aws:resourcetag\/|aws:resourceaccount$|aws:resourceorgid$|[a-z0-9-]+:resourcetag\/|dynamodb:leadingkeys$|s3:prefix$|s3:dataaccesspoint|kms:viaservice$|kms:encryptioncontext|kms:requestalias$|kms:resourcealiases$|ssm:recursive$)/i.test(
      condition.key,
    ),
  );
}

/** Kinds of data that a statement opens, by the actions that it names. What only carries logs does not count. */
export function dataTouched(
  statement: Statement,
): readonly { readonly kind: string; readonly reads: readonly string[]; readonly writes: readonly string[] }[] {
  return Object.entries(dataActions).flatMap(([kind, actions]) => {
    if (kind === 'log-group' || kind === 'file-system') return [];
    const named = (list: readonly string[] | undefined): readonly string[] =>
      (list ?? []).filter((action) => namesAction(statement, action) === 'yes');
    const reads = named(actions.reads);
    const writes = [...named(actions.writes), ...named(actions.invokes)];
    return reads.length + writes.length === 0 ? [] : [{ kind, reads, writes }];
  });
}
