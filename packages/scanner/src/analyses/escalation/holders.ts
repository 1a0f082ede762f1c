import { asList, asMap, asText, type Value } from '@leastwise/model';
import type { AnyNode, Estate } from '../../estate/estate.ts';
import { referencesTo } from '../../estate/references-to.ts';
import { arnOf, nameOf, spell } from '../permissions/spell-arn.ts';
import type { Holder, Identity } from './account.ts';
import { holderForms, type HolderForm } from './holder-forms.ts';
import type { HolderKind } from './paths/path.ts';

/** All that acts as one of the identities, in the order of the templates. */
export function holdersOf(estate: Estate, identities: ReadonlyMap<string, Identity>): readonly Holder[] {
  const found: Holder[] = [];
  const add: Add = (kind, node, identity, arn, aliases = []) => {
    if (identity !== undefined && arn !== undefined && identities.has(identity))
      found.push({
        id: node.id,
        kind,
        name: node.name,
        arn,
        role: identity,
        ...(aliases.length > 0 ? { aliases } : {}),
      });
  };
  const account = [...identities.values()][0]?.arn.split(':')[4];
  if (account === undefined) return [];
  addFunctions(estate, add);
  for (const node of estate.nodes.values()) {
    const forms = Object.hasOwn(holderForms, node.type) ? (holderForms[node.type] ?? []) : [];
    for (const form of forms) addByForm(estate, node, form, account, add);
    if (node.type === 'AWS::CodePipeline::Pipeline') addStacks(estate, node, account, add);
  }
  addKeepersOfKeys(estate, add);
  return found;
}

type Add = (
  kind: HolderKind,
  node: AnyNode,
  identity: string | undefined,
  arn: string | undefined,
  aliases?: readonly string[],
) => void;

function addFunctions(estate: Estate, add: Add): void {
  for (const node of estate.of('function')) {
    const { role, code, layers } = node.facet;
    const identity = estate.resolve(role, 'role')?.id;
    add('function', node, identity, arnOf(estate, node));
    const bucket = estate.resolve(code.bucket, 'bucket');
    const bucketArn = bucket === undefined ? undefined : arnOf(estate, bucket);
    if (bucketArn !== undefined) add('artifact-bucket', node, identity, `${bucketArn}/*`);
    const repository = estate.resolve(code.image, 'repository');
    if (repository !== undefined) add('repository', node, identity, arnOf(estate, repository));
    for (const value of layers.items) {
      const layer = estate.resolve(value, 'layer-version');
      if (layer !== undefined) add('layer', node, identity, arnOf(estate, layer));
    }
  }
  for (const node of estate.of('state-machine'))
    add('state-machine', node, estate.resolve(node.facet.role, 'role')?.id, arnOf(estate, node));
}

function addByForm(estate: Estate, node: AnyNode, form: HolderForm, account: string, add: Add): void {
  const only = form.only === undefined ? undefined : at(node.properties, form.only);
  if (form.only !== undefined && (only === undefined || asText(only) !== 'true')) return;
  const source = form.through === undefined ? node : nodeAt(estate, at(node.properties, form.through));
  if (source === undefined) return;
  const roles = form.role.flatMap((path) => listed(at(source.properties, path)));
  for (const role of roles) {
    const identity = roleBehind(estate, role);
    if (identity === undefined) continue;
    if (form.of === undefined) {
      add(form.kind, node, identity, arnFor(estate, node, form, account), spellings(estate, node, form, account));
      continue;
    }
    for (const value of listed(at(node.properties, form.of))) {
      const place = estate.resolve(value, 'bucket', 'repository', 'user-pool', 'identity-pool');
      const arn = place === undefined ? undefined : arnOf(estate, place);
      if (arn !== undefined) add(form.kind, node, identity, place?.kind === 'bucket' ? `${arn}/*` : arn);
    }
  }
}

function arnFor(estate: Estate, node: AnyNode, form: HolderForm, account: string): string {
  const given = form.name === undefined ? undefined : at(node.properties, form.name);
  const name = given === undefined || given.kind === 'absent' ? nameOf(estate, node) : spell(estate, given);
  return arnWith(form.arn ?? '', name, account);
}

/** What a reference to it in a policy spells, alone or as the name inside an ARN. */
function spellings(estate: Estate, node: AnyNode, form: HolderForm, account: string): readonly string[] {
  const reference = (attribute: string): string =>
    spell(estate, { kind: 'reference', node: node.id, attribute, origin: node.keyRange });
  const arns = ['Arn', 'Ref', 'arn'].map(reference);
  const names = ['Ref', 'id', 'name'].map((attribute) => arnWith(form.arn ?? '', reference(attribute), account));
  return [...arns, ...names];
}

function arnWith(form: string, name: string, account: string): string {
  const [service, resource] = [form.slice(0, form.indexOf(':')), form.slice(form.indexOf(':') + 1)];
  return `arn:aws:${service}:⟨Region⟩:${account}:${resource.replace('{name}', () => name)}`;
}

/** A deployment of a pipeline says which stack it updates and the role under which CloudFormation does it. */
function addStacks(estate: Estate, pipeline: AnyNode, account: string, add: Add): void {
  for (const stage of listed(at(pipeline.properties, 'Stages')))
    for (const action of listed(at(stage, 'Actions'))) {
      const role = at(action, 'Configuration.RoleArn');
      const stack = at(action, 'Configuration.StackName');
      if (role === undefined || stack === undefined) continue;
      const name = spell(estate, stack);
      add('stack', pipeline, roleBehind(estate, role), arnWith('cloudformation:stack/{name}/*', name, account));
    }
}

/** Where a template writes the secret half of an access key: who reads the place is the user. */
function addKeepersOfKeys(estate: Estate, add: Add): void {
  for (const key of estate.of('access-key')) {
    const user = estate.resolve(key.facet.user, 'user')?.id;
    if (user === undefined) continue;
    for (const { node } of referencesTo(estate, key.id, 'SecretAccessKey')) {
      const kind = node === undefined ? undefined : keepers[node.kind];
      if (node !== undefined && kind !== undefined) add(kind, node, user, arnOf(estate, node));
    }
  }
}

const keepers: Readonly<Partial<Record<AnyNode['kind'], HolderKind>>> = {
  secret: 'secret',
  parameter: 'parameter',
  function: 'function-variables',
};

/** A member by its path; of a list with a single block, as Terraform writes them, the block. */
function at(value: Value, path: string): Value | undefined {
  return path.split('.').reduce<Value | undefined>((place, key) => {
    if (place === undefined) return undefined;
    const list = asList(place);
    const block = list === undefined ? place : list[0];
    return block === undefined ? undefined : asMap(block)?.get(key);
  }, value);
}

function listed(value: Value | undefined): readonly Value[] {
  if (value === undefined || value.kind === 'absent') return [];
  return asList(value) ?? [value];
}

function nodeAt(estate: Estate, value: Value | undefined): AnyNode | undefined {
  return value === undefined ? undefined : estate.resolve(value);
}

function roleBehind(estate: Estate, value: Value): string | undefined {
  const role = estate.resolve(value, 'role');
  if (role !== undefined) return role.id;
  const profile = estate.resolve(value, 'instance-profile');
  if (profile?.kind !== 'instance-profile') return undefined;
  const first = profile.facet.roles.items[0];
  return first === undefined || asText(first) === '' ? undefined : estate.resolve(first, 'role')?.id;
}
