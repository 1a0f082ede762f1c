import type { SyntaxNode } from './syntax-node.ts';

/**
 * The tree as plain data, tags dropped: for comparing and for printing, not for reading templates. Maps have no prototype,
 * so a key called `__proto__` is a key like any other. Aliased parts are copied.
 */
export function plainValue(node: SyntaxNode | undefined): unknown {
  if (node === undefined) return undefined;
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plainValue);
    case 'map': {
      const plain: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
      for (const entry of node.entries) plain[entry.key] = plainValue(entry.value);
      return plain;
    }
  }
}
