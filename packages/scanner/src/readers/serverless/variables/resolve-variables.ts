import type { SourceRange, Unknown, Value } from '@leastwise/model';
import { unknown } from '../../cloudformation/values.ts';
import { child, type ScalarNode, type SyntaxNode } from '../../syntax/syntax-node.ts';
import type { ServiceInputs } from '../inputs.ts';
import { joinTexts, placed } from './join-texts.ts';
import type { Outcome } from './outcome.ts';
import { parseVariables, type Part, type Source, type Variable } from './parse-variables.ts';
import { elsewhere, variableSources, type SourceContext } from './sources.ts';
import type { VariableFiles } from './variable-files.ts';

export interface Resolver extends SourceContext {
  /** The node with every variable in it replaced by what it stands for. */
  resolve(node: SyntaxNode): SyntaxNode;
}

/** Levels of maps, lists and variables that lead to each other; the syntax layer alone takes 200. */
const MAX_LEVELS = 600;

/** Resolves the variables of a service lazily: only what someone asks for is followed, each node once. */
export function variableResolver(
  root: SyntaxNode,
  serviceFile: string,
  files: VariableFiles,
  inputs: ServiceInputs,
): Resolver {
  const done = new WeakMap<SyntaxNode, SyntaxNode>();
  const open = new Set<SyntaxNode>();
  let level = 0;

  const at = (node: SyntaxNode): SourceRange => ({ file: node.file ?? serviceFile, start: node.start, end: node.end });

  const resolve = (node: SyntaxNode, inSub = false): SyntaxNode => {
    const present = done.get(node);
    if (present !== undefined) return present;
    if (open.has(node)) return unresolved(node, unknown('invalid', 'This variable leads back to itself.', at(node)));
    if (level >= MAX_LEVELS) return unresolved(node, unknown('limit', 'This variable leads too far.', at(node)));
    open.add(node);
    level++;
    try {
      const made = inner(node, inSub);
      done.set(node, made);
      done.set(made, made);
      return made;
    } finally {
      level--;
      open.delete(node);
    }
  };

  const inner = (node: SyntaxNode, inSub: boolean): SyntaxNode => {
    switch (node.kind) {
      case 'scalar':
        return typeof node.value === 'string' ? text(node, inSub || node.tag === '!Sub') : node;
      case 'list': {
        const items = node.items.map((item) => resolve(item, inSub || node.tag === '!Sub'));
        return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
      }
      case 'map': {
        const entries = node.entries.map((entry) => {
          const value = resolve(entry.value, entry.key === 'Fn::Sub');
          return value === entry.value ? entry : { ...entry, value };
        });
        return entries.every((entry, index) => entry === node.entries[index]) ? node : { ...node, entries };
      }
    }
  };

  const text = (node: ScalarNode, inSub: boolean): SyntaxNode => {
    const parts = parseVariables(node.text) ?? [node.text];
    const only = parts.length === 1 ? parts[0] : undefined;
    if (typeof only === 'object') {
      const outcome = valueOf(only);
      return outcome.kind === 'found'
        ? placed(outcome.node, node, at, inSub, outcome.assumed)
        : unresolved(node, openValue(only, outcome, at(node)));
    }
    const pieces = parts.map((part) => {
      if (typeof part === 'string') return part;
      const outcome = valueOf(part);
      return outcome.kind === 'found' ? outcome : openValue(part, outcome, at(node));
    });
    return joinTexts(pieces, node, at, inSub);
  };

  const valueOf = (variable: Variable): Outcome => {
    let last: Outcome | undefined;
    let input: string | undefined;
    for (const source of variable.sources) {
      const outcome = ask(source);
      if (outcome.kind === 'found') {
        return input === undefined || outcome.assumed !== undefined ? outcome : { ...outcome, assumed: input };
      }
      if (outcome.kind === 'open') return outcome;
      input ??= outcome.input;
      last ??= outcome;
    }
    return last ?? { kind: 'open', open: { cause: 'invalid', reason: 'This variable names nothing.' } };
  };

  const ask = (source: Source): Outcome => {
    if (source.kind === 'variable') return valueOf(source.variable);
    if (source.kind === 'literal') return { kind: 'found', node: literalNode(source.value) };
    const parameter = source.parameter === undefined ? undefined : plainText(source.parameter);
    const address = plainText(source.address);
    if (typeof parameter === 'object') return parameter;
    if (typeof address === 'object') return address;
    const name = `${source.type}${parameter === undefined ? '' : `(${parameter})`}${address === '' ? '' : `:${address}`}`;
    return (variableSources.get(source.type) ?? elsewhere)({ parameter, address, name }, context);
  };

  /** The text of an address; what it hangs on when that is open. */
  const plainText = (parts: readonly Part[]): string | Outcome => {
    let joined = '';
    for (const part of parts) {
      if (typeof part === 'string') {
        joined += part;
        continue;
      }
      const outcome = valueOf(part);
      if (outcome.kind !== 'found') return { kind: 'open', open: { ...outcome.open, cause: 'attribute' } };
      const { node } = outcome;
      if (node.kind !== 'scalar' || (node.resolved !== undefined && node.resolved.kind !== 'known')) {
        const why = node.kind === 'scalar' && node.resolved?.kind === 'unknown' ? node.resolved : undefined;
        return {
          kind: 'open',
          open:
            why === undefined
              ? { cause: 'invalid', reason: `${part.written} is no text, so it is no part of an address.` }
              : { ...why, cause: 'attribute' },
        };
      }
      joined += node.value === null ? '' : node.text;
    }
    return joined;
  };

  const below = (from: SyntaxNode, path: readonly string[]): SyntaxNode | undefined => {
    let node: SyntaxNode | undefined = from;
    for (const step of path) {
      if (node.kind === 'scalar') node = resolve(node);
      if (node.kind === 'scalar' && node.resolved?.kind === 'unknown') return node;
      node = node.kind === 'list' ? node.items[Number(step)] : child(node, step);
      if (node === undefined) return undefined;
    }
    const found = resolve(node);
    return found.kind === 'scalar' && found.value === null && found.resolved === undefined ? undefined : found;
  };

  const context: Resolver = {
    inputs,
    files,
    resolve: (node) => resolve(node),
    below,
    lookUp: (path) => below(root, path),
  };
  return context;
}

function literalNode(value: string | number | boolean | null): SyntaxNode {
  return { kind: 'scalar', value, text: String(value ?? ''), quoted: typeof value === 'string', start: 0, end: 0 };
}

/** A node that stands for a value which is not known. */
function unresolved(node: SyntaxNode, resolved: Value): SyntaxNode {
  const { start, end, file, tag } = node;
  const text = node.kind === 'scalar' ? node.text : '';
  return { kind: 'scalar', value: text, text, quoted: true, start, end, file, tag, resolved };
}

function openValue(variable: Variable, outcome: Exclude<Outcome, { kind: 'found' }>, origin: SourceRange): Unknown {
  const { cause, reason, settleWith } = outcome.open;
  const name = variable.written;
  return unknown(cause, reason, origin, settleWith === undefined ? { name } : { name, settleWith });
}
