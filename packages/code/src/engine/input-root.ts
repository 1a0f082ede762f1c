import type { EventSchema, SourcePath } from '../specs/spec.ts';
import type { Cells } from './cells.ts';
import type { Label, Labels } from './label.ts';
import { nextStep } from './label.ts';
import { transformBit } from './transforms.ts';
import { constant, opaque, type InputValue, type Value } from './value.ts';

/** An event (or another object that the platform passes), as one or several schemas describe it. */
export interface InputRoot {
  readonly name: string;
  readonly schemas: readonly EventSchema[];
  /** Members that the code sets, by their path. */
  readonly cells: Cells;
  /** Low when the entry does not say what starts it. */
  readonly confidence: 'high' | 'medium' | 'low';
}

interface PathNode {
  readonly children: Map<string, PathNode>;
  source?: SourcePath;
  clean?: true;
  known?: string | readonly string[];
}

const trees = new WeakMap<EventSchema, PathNode>();

/** `Records[].s3.object.key` as `Records`, `[]`, `s3`, `object`, `key`. */
export function pathParts(path: string): readonly string[] {
  if (path === '') return [];
  return path
    .replaceAll('[]', '.[]')
    .split('.')
    .filter((part) => part !== '');
}

function treeOf(schema: EventSchema): PathNode {
  const known = trees.get(schema);
  if (known !== undefined) return known;
  const root: PathNode = { children: new Map() };
  const at = (path: string): PathNode => {
    let node = root;
    for (const part of pathParts(path)) {
      let child = node.children.get(part);
      if (child === undefined) node.children.set(part, (child = { children: new Map() }));
      node = child;
    }
    return node;
  };
  for (const source of schema.sourcePaths) at(source.path).source = source;
  for (const path of schema.clean) at(path).clean = true;
  for (const [path, value] of Object.entries(schema.known)) at(path).known = value;
  trees.set(schema, root);
  return root;
}

/** The labels of the data at a path: its own, or those of everything tainted below it. */
export function inputLabels(input: InputValue): Labels {
  let labels = read.get(input);
  if (labels === undefined) read.set(input, (labels = labelsAt(input)));
  return labels;
}

const read = new WeakMap<InputValue, Labels>();

function labelsAt(input: InputValue): Labels {
  const labels: Label[] = [];
  const seen = new Set<string>();
  for (const schema of input.root.schemas) {
    for (const { source, path } of tainted(treeOf(schema), pathParts(input.path), input.path)) {
      const key = `${path}|${source.trust}`;
      if (seen.has(key)) continue;
      seen.add(key);
      labels.push({
        source: { event: schema.source, path, trust: source.trust, confidence: input.root.confidence },
        transforms: (source.transforms ?? []).reduce((all, one) => all | transformBit(one), 0),
        step: nextStep(undefined, input.at, `${describeInput(input)} comes from the caller`),
      });
    }
  }
  return labels;
}

function describeInput(input: InputValue): string {
  return input.path === '' ? input.root.name : `${input.root.name}.${input.path}`;
}

function tainted(
  root: PathNode,
  parts: readonly string[],
  path: string,
): readonly { readonly source: SourcePath; readonly path: string }[] {
  let nodes: PathNode[] = [root];
  let decided: SourcePath | 'clean' | undefined = root.source;
  for (const part of parts) {
    const next: PathNode[] = [];
    for (const node of nodes) {
      const exact = node.children.get(part);
      if (exact !== undefined) next.push(exact);
      const any = part === '[]' ? undefined : node.children.get('*');
      if (any !== undefined && any !== exact) next.push(any);
      // A key that is not known may be each of them; an index without `[]` in the schema is one of `*`.
      if (part === '*') next.push(...[...node.children.values()].filter((child) => child !== any));
    }
    for (const node of next) {
      if (node.clean) decided = 'clean';
      if (node.source !== undefined) {
        decided = node.source;
        break;
      }
    }
    nodes = next;
  }
  if (decided !== undefined && decided !== 'clean') return [{ source: decided, path }];
  if (decided === 'clean' && nodes.length === 0) return [];
  const below: { source: SourcePath; path: string }[] = [];
  for (const node of nodes) collectBelow(node, below);
  return below;
}

function collectBelow(node: PathNode, found: { source: SourcePath; path: string }[]): void {
  for (const child of node.children.values()) {
    if (child.source === undefined) collectBelow(child, found);
    else found.push({ source: child.source, path: child.source.path });
  }
}

/** True when the path holds nothing that is tainted, not even below. */
export function isTaintedItself(input: InputValue): boolean {
  const parts = pathParts(input.path);
  return input.root.schemas.some((schema) =>
    tainted(treeOf(schema), parts, input.path).some((one) => one.path === input.path),
  );
}

/** The value that a path has by the platform's documentation. */
export function knownInput(input: InputValue): Value | undefined {
  if (input.root.schemas.length !== 1) return undefined;
  const [schema] = input.root.schemas;
  if (schema === undefined) return undefined;
  let node: PathNode | undefined = treeOf(schema);
  for (const part of pathParts(input.path)) node = node?.children.get(part);
  if (node?.known === undefined) return undefined;
  if (typeof node.known === 'string') return constant(node.known);
  const values = node.known.map((one) => constant(one));
  return values.length === 0 ? opaque([]) : { kind: 'union', options: values };
}
