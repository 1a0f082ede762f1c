import type { Value } from '@leastwise/model';
import { member, asList } from '@leastwise/model';
import { rangeIn, type ModuleScope } from '../evaluate/scope.ts';
import type { TerraformProvider } from '../instance.ts';
import { attributeOf, literalText, type Expression } from '../syntax/hcl.ts';
import { blockValue } from './block-body.ts';
import type { Declaration, ModuleSource } from './module-source.ts';

/** The provider configurations that hold in a module: its own, those that a call hands in, and those it inherits. */
export interface ProviderTable {
  of(declaration: Declaration, type: string): TerraformProvider;
  /** By `aws` or `aws.east`. */
  named(name: string): TerraformProvider | undefined;
}

export function providersOf(
  module: ModuleScope & { readonly source: ModuleSource },
  parent?: ProviderTable,
  given?: ReadonlyMap<string, string>,
): ProviderTable {
  const read = new Map<string, TerraformProvider>();
  const declarations = new Map<string, Declaration>();
  for (const declaration of module.source.providers) {
    const name = declaration.block.labels[0]?.text ?? '';
    const alias = literalText(attributeOf(declaration.block.body, 'alias')?.value);
    declarations.set(alias === undefined ? name : `${name}.${alias}`, declaration);
  }
  const table: ProviderTable = {
    named(name) {
      const handed = given?.get(name);
      if (handed !== undefined) return parent?.named(handed);
      const present = read.get(name);
      if (present !== undefined) return present;
      const declaration = declarations.get(name);
      if (declaration === undefined) return name.includes('.') ? undefined : parent?.named(name);
      const provider = readProvider(declaration, name, module);
      read.set(name, provider);
      return provider;
    },
    of(declaration, type) {
      const written = attributeOf(declaration.block.body, 'provider')?.value;
      const name = providerName(written) ?? type.split('_')[0] ?? type;
      const found = table.named(name);
      if (found !== undefined) return found;
      const [plain = name, alias] = name.split('.');
      return { name: plain, ...(alias === undefined ? {} : { alias }) };
    },
  };
  return table;
}

/** `aws.east`, also as a string as older files have it. */
export function providerName(written: Expression | undefined): string | undefined {
  if (written?.kind === 'name') return written.name;
  if (written?.kind === 'attribute' && written.of.kind === 'name') return `${written.of.name}.${written.name}`;
  return literalText(written);
}

function readProvider({ block, file }: Declaration, name: string, module: ModuleScope): TerraformProvider {
  const body = blockValue(block.body, { module, file }, rangeIn(block, file), true);
  const [plain = name, alias] = name.split('.');
  const region = member(body, 'region');
  const written: Value = member(body, 'default_tags');
  const tags = member(asList(written)?.[0] ?? written, 'tags');
  return {
    name: plain,
    ...(alias === undefined ? {} : { alias }),
    ...(region.kind === 'absent' ? {} : { region }),
    ...(tags.kind === 'absent' ? {} : { defaultTags: tags }),
  };
}
