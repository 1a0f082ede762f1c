import type { Expression } from './syntax.ts';

/** The names that an assignment to `target` binds; members and items bind none. */
export function targetNames(target: Expression): string[] {
  const names: string[] = [];
  collect(target, names);
  return names;
}

function collect(target: Expression, names: string[]): void {
  if (target.type === 'name') names.push(target.name);
  else if (target.type === 'starred') collect(target.value, names);
  else if (target.type === 'sequence') for (const item of target.items) collect(item, names);
}

/** Whether something can be assigned to it. */
export function isTarget(target: Expression): boolean {
  if (target.type === 'starred') return isTarget(target.value);
  if (target.type === 'sequence') return target.kind !== 'set' && target.items.every(isTarget);
  return target.type === 'name' || target.type === 'attribute' || target.type === 'subscript';
}
