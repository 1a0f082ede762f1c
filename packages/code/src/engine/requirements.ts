import type { ArgumentPlace, Requirement } from '../specs/spec.ts';
import type { CallSite, Machine } from './machine.ts';
import { valuesAt } from './places.ts';
import { takesExponentialTime } from './slow-pattern.ts';
import { literalText } from './text.ts';
import { truthOf } from './truth.ts';
import type { Value } from './value.ts';

/** Whether a fact about a call holds; undefined when it is not known. */
export function holds(machine: Machine, site: CallSite, requirement: Requirement): boolean | undefined {
  const truth = truthFor(machine, site, requirement);
  return truth === undefined && requirement.sure === true ? false : truth;
}

function truthFor(machine: Machine, site: CallSite, requirement: Requirement): boolean | undefined {
  if (requirement.is === 'written') return isWritten(machine, site, requirement.argument);
  const values = valuesAt(machine, site, requirement.argument);
  const { is } = requirement;
  const value = values[0];
  if (is === 'given') return values.length > 0;
  if (is === 'not-given') return value === undefined || (value.kind === 'constant' && value.value === undefined);
  if (typeof is === 'object' && 'not' in is)
    return value === undefined ? true : negate(symbolIs(machine, value, is.not));
  if (typeof is === 'object' && 'lacks' in is) {
    return value === undefined || !values.some((one) => contains(one, is.lacks) === true);
  }
  if (is === 'map') return value !== undefined && isMap(value);
  if (is === 'not-map') return value === undefined || !isMap(value);
  if (value === undefined) return is === 'false' ? undefined : false;
  return each(value, (one) => holdsFor(machine, one, is));
}

/** The keys that lead to a member stand in objects that the code makes. */
function isWritten(machine: Machine, site: CallSite, place: ArgumentPlace): boolean {
  if (typeof place !== 'object' || place.member === undefined) return false;
  const { index = 0, name, member } = place;
  const parts = member.replaceAll('[]', '').split('.');
  return valuesAt(machine, site, name === undefined ? index : { index, name }).some((value) => hasPath(value, parts));
}

function hasPath(value: Value, parts: readonly string[]): boolean {
  const [part, ...rest] = parts;
  if (part === undefined) return true;
  if (value.kind === 'union') return value.options.some((one) => hasPath(one, parts));
  if (value.kind !== 'object') return false;
  const wanted = part.toLowerCase();
  return [...value.object.cells.values].some(
    ([key, one]) =>
      key !== '*' &&
      (part === '*' || String(key).toLowerCase() === wanted) &&
      (rest.length === 0 || hasPath(one, rest)),
  );
}

/** An object that the code makes; of several possible values, one of them is enough. */
function isMap(value: Value): boolean {
  if (value.kind === 'union') return value.options.some(isMap);
  return value.kind === 'object' && !['list', 'tuple', 'set'].includes(value.object.kind);
}

function negate(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

/** Of several possible values: known when all agree. */
function each(value: Value, test: (one: Value) => boolean | undefined): boolean | undefined {
  if (value.kind !== 'union') return test(value);
  const results = new Set(value.options.map(test));
  return results.size === 1 ? [...results][0] : undefined;
}

type Is = Requirement['is'];

function holdsFor(machine: Machine, value: Value, is: Is): boolean | undefined {
  switch (is) {
    case 'true':
      return truthOf(value);
    case 'false':
      return negate(truthOf(value));
    case 'given':
      return true;
    case 'not-given':
    case 'map':
    case 'not-map':
    case 'written':
      return false;
    case 'text':
      if (value.kind === 'text') return true;
      if (value.kind === 'constant') return typeof value.value === 'string';
      if (value.kind === 'object') return false;
      if (value.kind === 'opaque' && value.type === 'text') return true;
      return undefined;
    case 'slow-pattern':
      return value.kind === 'constant' && typeof value.value === 'string' && takesExponentialTime(value.value);
    case 'list':
      if (value.kind === 'object') return ['list', 'tuple', 'set'].includes(value.object.kind);
      if (value.kind === 'opaque' && value.type === 'list') return true;
      return value.kind === 'text' || value.kind === 'constant' ? false : undefined;
    default:
  }
  if ('equals' in is) return value.kind === 'constant' ? value.value === is.equals : undefined;
  if ('oneOf' in is) {
    return value.kind === 'constant' ? typeof value.value === 'string' && is.oneOf.includes(value.value) : undefined;
  }
  if ('startsWith' in is) {
    if (value.kind === 'constant') return typeof value.value === 'string' && value.value.startsWith(is.startsWith);
    if (value.kind !== 'text') return undefined;
    const [first] = value.parts;
    if (typeof first !== 'string') return undefined;
    if (first.startsWith(is.startsWith)) return true;
    return is.startsWith.startsWith(first) ? undefined : false;
  }
  if ('symbol' in is) return symbolIs(machine, value, is.symbol);
  if ('contains' in is) return contains(value, is.contains);
  return undefined;
}

function symbolIs(machine: Machine, value: Value, name: string): boolean | undefined {
  if (value.kind === 'external') {
    return value.name === name || machine.specs.canonical(machine.language, value.name) === name;
  }
  return value.kind === 'opaque' || value.kind === 'input' ? undefined : false;
}

/** A literal that holds this, a list or map with such an item or key. */
function contains(value: Value, part: string): boolean | undefined {
  switch (value.kind) {
    case 'constant':
      return String(value.value).includes(part);
    case 'text':
      return literalText(value).includes(part) ? true : undefined;
    case 'object': {
      const { values } = value.object.cells;
      for (const [key, one] of values) {
        if (key === part) return true;
        if (one.kind === 'constant' && one.value === part) return true;
      }
      return values.has('*') || values.has('[]') ? undefined : false;
    }
    case 'union':
      return value.options.some((one) => contains(one, part) === true) ? true : undefined;
    default:
      return undefined;
  }
}
