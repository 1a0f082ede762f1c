import { asList, asMap, asText, describe, type NodeId, type Value } from '@leastwise/model';
import type { Estate, NodeOf } from '../../../estate/estate.ts';
import { definitionOf } from '../../../estate/triggers/workflow-definition.ts';
import { below, joined, partsOf, pathOf } from './data-path.ts';

/** Where data that a task of a state machine gets comes from. */
export type WorkflowSource =
  | { readonly kind: 'execution'; readonly path: string }
  | { readonly kind: 'result'; readonly function: NodeId; readonly path: string }
  /** Out of the form that is read here: an intrinsic over several parts, the answer of another service, JSONata. */
  | { readonly kind: 'open' };

interface State {
  readonly name: string;
  readonly value: ReadonlyMap<string, Value>;
  readonly scope: Scope;
}

interface Scope {
  readonly startAt: string;
  readonly states: Map<string, State>;
  /** The map or parallel state around it. */
  readonly parent: State | undefined;
}

/**
 * Walks backwards from what a function gets of a state machine: through `Parameters`, `InputPath`, `ResultPath`, `ResultSelector`
 * and `OutputPath` of the states before it, to the input of the execution and the results of other functions.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html
 */
export function workflowSources(
  estate: Estate,
  machine: NodeOf<'state-machine'>,
  functionId: NodeId,
  path: string,
): readonly WorkflowSource[] {
  const definition = definitionOf(machine);
  const root = definition === undefined ? undefined : scopeOf(definition, undefined, 0);
  if (definition === undefined || root === undefined || isJsonata(definition)) return [{ kind: 'open' }];
  const walk: Walk = { estate, seen: new Set(), found: [] };
  for (const state of allStates(root)) {
    if (calledBy(estate, state) !== functionId) continue;
    const payload = payloadOf(state);
    if (payload === undefined) effectiveInput(walk, state, path);
    else ofTemplate(walk, state, payload, path);
  }
  return walk.found;
}

interface Walk {
  readonly estate: Estate;
  readonly seen: Set<string>;
  readonly found: WorkflowSource[];
}

const inner = new WeakMap<State, readonly Scope[]>();
const maxDepth = 12;

function scopeOf(definition: Value, parent: State | undefined, depth: number): Scope | undefined {
  const map = asMap(definition);
  const states = asMap(map?.get('States') ?? definition);
  if (map === undefined || states === undefined || depth > maxDepth) return undefined;
  const scope: Scope = { startAt: textAt(map, 'StartAt') ?? '', states: new Map(), parent };
  for (const [name, value] of states) {
    const members = asMap(value);
    if (members === undefined) continue;
    const state: State = { name, value: members, scope };
    scope.states.set(name, state);
    const branches = asList(members.get('Branches') ?? value) ?? [];
    const parts = [...branches, members.get('Iterator'), members.get('ItemProcessor')];
    inner.set(
      state,
      parts.flatMap((part) => (part === undefined ? [] : (scopeOf(part, state, depth + 1) ?? []))),
    );
  }
  return scope;
}

function allStates(scope: Scope): readonly State[] {
  return [...scope.states.values()].flatMap((state) => [state, ...(inner.get(state) ?? []).flatMap(allStates)]);
}

function isJsonata(definition: Value): boolean {
  return textAt(asMap(definition), 'QueryLanguage') === 'JSONata';
}

function textAt(map: ReadonlyMap<string, Value> | undefined, key: string): string | undefined {
  const value = map?.get(key);
  return value === undefined ? undefined : asText(value);
}

function isInvocation(state: State): boolean {
  const resource = state.value.get('Resource');
  return resource !== undefined && /:states:.*lambda:invoke/i.test(asText(resource) ?? describe(resource));
}

function calledBy(estate: Estate, state: State): NodeId | undefined {
  if (textAt(state.value, 'Type') !== 'Task') return undefined;
  const named = isInvocation(state)
    ? asMap(state.value.get('Parameters') ?? nothing)?.get('FunctionName')
    : state.value.get('Resource');
  return named === undefined ? undefined : estate.functionOf(named)?.function.id;
}

const nothing: Value = { kind: 'absent', origin: { file: '', start: 0, end: 0 } };

/** The template of what the function gets; undefined when it gets the input as it is. */
function payloadOf(state: State): Value | undefined {
  const parameters = state.value.get('Parameters');
  if (!isInvocation(state) || parameters === undefined) return parameters;
  const map = asMap(parameters);
  const reference = map?.get('Payload.$');
  if (reference !== undefined) return { kind: 'known', value: new Map([['.$', reference]]), origin: reference.origin };
  // Without a payload the function gets an empty object.
  return map?.get('Payload') ?? { kind: 'known', value: new Map<string, Value>(), origin: parameters.origin };
}

/** Data below a template such as `{ "id.$": "$.order.id" }`. */
function ofTemplate(walk: Walk, state: State, template: Value, path: string): void {
  if (template.kind !== 'known') {
    if (template.kind !== 'absent' && template.kind !== 'reference') walk.found.push({ kind: 'open' });
    return;
  }
  const map = asMap(template);
  const [first, ...rest] = partsOf(path);
  if (map === undefined) {
    for (const item of asList(template) ?? []) ofTemplate(walk, state, item, first === '[]' ? pathOf(rest) : path);
    return;
  }
  const whole = map.get('.$');
  if (whole !== undefined) {
    ofReference(walk, state, asText(whole) ?? '', path);
    return;
  }
  for (const [key, value] of map) {
    const isReference = key.endsWith('.$');
    const name = isReference ? key.slice(0, -2) : key;
    if (first !== undefined && first !== '*' && first !== name) continue;
    if (isReference) ofReference(walk, state, asText(value) ?? '', pathOf(rest));
    else ofTemplate(walk, state, value, pathOf(rest));
  }
}

/** `$.order`, `$$.Execution.Input.id`, `$$.Map.Item.Value`, `States.Format('…', $.id)`. */
function ofReference(walk: Walk, state: State, reference: string, rest: string): void {
  if (reference.startsWith('States.')) {
    // Made of its arguments: data of any of them may be anywhere in it.
    for (const [one] of reference.slice(0, 2000).matchAll(/\$\$?(?:\.[\w-]{1,100}|\[[^\]]{0,20}\])*/g)) {
      ofReference(walk, state, one, '');
    }
    return;
  }
  if (reference.startsWith('$$.')) {
    const place = pathOf(partsOf(reference.slice(3)));
    const input = below(place, 'Execution.Input');
    const item = below(place, 'Map.Item.Value');
    if (input !== undefined) walk.found.push({ kind: 'execution', path: joined(input, rest) });
    else if (item !== undefined) ofItem(walk, state, joined(item, rest));
    return;
  }
  if (reference.startsWith('$')) effectiveInput(walk, state, joined(reference.slice(1), rest));
}

/** What a map hands to each round, seen from the map itself or from a state in it. */
function ofItem(walk: Walk, state: State, path: string): void {
  let map: State | undefined = state;
  while (map !== undefined && textAt(map.value, 'Type') !== 'Map') map = map.scope.parent;
  if (map === undefined) return;
  const items = textAt(map.value, 'ItemsPath') ?? '$';
  effectiveInput(walk, map, joined(joined(items.slice(1), '[]'), path));
}

/** The input of a state behind its `InputPath`. */
function effectiveInput(walk: Walk, state: State, path: string): void {
  const chosen = state.value.get('InputPath');
  if (chosen?.kind === 'known' && chosen.value === null) return;
  const prefix = textAt(state.value, 'InputPath') ?? '$';
  if (prefix.startsWith('$$')) walk.found.push({ kind: 'open' });
  else rawInput(walk, state, joined(prefix.slice(1), path));
}

function rawInput(walk: Walk, state: State, path: string): void {
  const key = `${state.scope.parent?.name ?? ''}/${state.scope.startAt}/${state.name} ${path}`;
  if (walk.seen.has(key) || walk.seen.size > 500) return;
  walk.seen.add(key);
  const { scope } = state;
  if (scope.startAt === state.name) {
    const { parent } = scope;
    if (parent === undefined) walk.found.push({ kind: 'execution', path });
    else if (textAt(parent.value, 'Type') === 'Map') {
      const selector = parent.value.get('ItemSelector') ?? parent.value.get('Parameters');
      if (selector === undefined) ofItem(walk, parent, path);
      else ofTemplate(walk, parent, selector, path);
    } else {
      const parameters = parent.value.get('Parameters');
      if (parameters === undefined) effectiveInput(walk, parent, path);
      else ofTemplate(walk, parent, parameters, path);
    }
  }
  for (const before of scope.states.values()) {
    if (nextOf(before).includes(state.name)) output(walk, before, path);
    // An error stands beside or instead of the input; what its text holds is not followed.
    for (const way of asList(before.value.get('Catch') ?? nothing) ?? []) {
      const map = asMap(way);
      if (textAt(map, 'Next') !== state.name) continue;
      const place = textAt(map, 'ResultPath') ?? '$';
      if (place !== '$' && below(path, place.slice(1)) === undefined) rawInput(walk, before, path);
    }
  }
}

function nextOf(state: State): readonly string[] {
  const choices = asList(state.value.get('Choices') ?? nothing) ?? [];
  return [
    textAt(state.value, 'Next'),
    textAt(state.value, 'Default'),
    ...choices.map((one) => textAt(asMap(one), 'Next')),
  ].filter((one) => one !== undefined);
}

/** What a state hands to the next. */
function output(walk: Walk, state: State, path: string): void {
  const chosen = state.value.get('OutputPath');
  if (chosen?.kind === 'known' && chosen.value === null) return;
  const place = joined((textAt(state.value, 'OutputPath') ?? '$').slice(1), path);
  const type = textAt(state.value, 'Type') ?? '';
  if (!/^(?:Task|Pass|Map|Parallel)$/.test(type)) return effectiveInput(walk, state, place);
  const resultPath = state.value.get('ResultPath');
  if (resultPath?.kind === 'known' && resultPath.value === null) return rawInput(walk, state, place);
  const target = pathOf(partsOf((textAt(state.value, 'ResultPath') ?? '$').slice(1)));
  const inResult = below(place, target);
  if (inResult !== undefined) return result(walk, state, type, inResult);
  rawInput(walk, state, place);
  if (below(target, place) !== undefined) result(walk, state, type, '');
}

function result(walk: Walk, state: State, type: string, path: string): void {
  if (type === 'Pass') {
    if (state.value.has('Result')) return;
    const parameters = state.value.get('Parameters');
    return parameters === undefined ? effectiveInput(walk, state, path) : ofTemplate(walk, state, parameters, path);
  }
  if (state.value.has('ResultSelector')) {
    walk.found.push({ kind: 'open' });
    return;
  }
  if (type === 'Task') {
    const called = calledBy(walk.estate, state);
    if (called === undefined) walk.found.push({ kind: 'open' });
    else {
      const place = isInvocation(state) ? (path === '' ? '' : below(path, 'Payload')) : path;
      if (place !== undefined) walk.found.push({ kind: 'result', function: called, path: place });
    }
    return;
  }
  // A list of what the branches, or the rounds of the map, end with.
  const rest = below(path, '[]') ?? '';
  for (const scope of inner.get(state) ?? []) {
    for (const last of scope.states.values()) {
      if (last.value.has('End') || textAt(last.value, 'Type') === 'Succeed') output(walk, last, rest);
    }
  }
}
