import type { Lowering } from './lowering.ts';
import type { FromImport, Import } from './syntax.ts';

/** `import a.b` loads both and binds `a`; `import a.b as c` binds the inner one. */
export function lowerImport(l: Lowering, node: Import): void {
  for (const one of node.names) {
    l.imported(one.name);
    const dot = one.name.indexOf('.');
    const binds = one.alias ?? (dot === -1 ? one.name : one.name.slice(0, dot));
    const specifier = one.alias === undefined ? binds : one.name;
    if (specifier !== one.name) {
      const { name } = one;
      l.value((to) => ({ op: 'import', to, specifier: name, name: '*', style: 'import' }), one);
      l.imported(specifier);
    }
    const value = l.value((to) => ({ op: 'import', to, specifier, name: '*', style: 'import' }), one);
    l.storeName(binds, value, one);
  }
}

/** `from a import b`: a member of the module, or a module of the package. */
export function lowerFromImport(l: Lowering, node: FromImport): void {
  const { specifier, names } = node;
  l.imported(specifier);
  if (names === '*') {
    l.importedAll(specifier);
    l.value((to) => ({ op: 'import', to, specifier, name: '*', style: 'import' }), node);
    return;
  }
  for (const one of names) {
    l.mayImport(specifier.endsWith('.') ? specifier + one.name : `${specifier}.${one.name}`);
    const value = l.value((to) => ({ op: 'import', to, specifier, name: one.name, style: 'import' }), one);
    l.storeName(one.alias ?? one.name, value, one);
  }
}
