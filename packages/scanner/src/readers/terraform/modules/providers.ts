import { asList, member, type SourceRange, type Value } from '@leastwise/model';
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
  /** The own configurations that write credentials, each with those alone. */
  readonly credentials: () => readonly ProviderCredentials[];
}

/** What a `provider` block signs in with. Nobody needs it there: the environment of whoever deploys has it. */
export interface ProviderCredentials {
  /** `aws` or `aws.east`. */
  readonly name: string;
  readonly location: SourceRange;
  /** A known map. */
  readonly body: Value;
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs#authentication-and-configuration, and what others call it. */
const signIn = [
  'access_key',
  'secret_key',
  'token',
  'password',
  'api_key',
  'api_token',
  'credentials',
  'client_secret',
];

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
    credentials: () => [...declarations].flatMap(([name, declaration]) => credentialsOf(name, declaration, module)),
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

function credentialsOf(
  name: string,
  { block, file }: Declaration,
  module: ModuleScope,
): readonly ProviderCredentials[] {
  const location = rangeIn(block, file);
  const body = blockValue(block.body, { module, file }, location, true);
  const written = signIn.flatMap((argument): readonly (readonly [string, Value])[] => {
    const value = member(body, argument);
    return value.kind === 'absent' ? [] : [[argument, value]];
  });
  if (written.length === 0) return [];
  return [{ name, location, body: { kind: 'known', value: new Map(written), origin: location } }];
}
