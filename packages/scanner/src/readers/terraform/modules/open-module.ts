import { resolvePath, type Diagnostic, type Unknown } from '@leastwise/model';
import { unknown } from '../../cloudformation/values.ts';
import { readJson } from '../../syntax/read-json.ts';
import { child } from '../../syntax/syntax-node.ts';
import { rangeIn } from '../evaluate/scope.ts';
import { attributeOf } from '../syntax/hcl.ts';
import { inputOf } from './inputs-of-call.ts';
import { moduleInstance } from './module-instance.ts';
import type { CallInstance, ChildModule } from './module-model.ts';
import type { ModuleStore } from './module-source.ts';
import { providerName } from './providers.ts';

/** Modules call modules a few levels deep. */
const MAX_CHAIN = 16;

/** Follows a module call to its code, to an adapter, or to why neither is there. */
export function openModule(call: CallInstance): ChildModule {
  const { around, parent, source } = call;
  const isLocal = /^\.{1,2}(?:\/|\\|$)/.test(source);
  const folder = isLocal ? localFolder(call) : around.fetched(call.path);
  if (folder === undefined) {
    const adapted = isLocal || source === '' ? undefined : around.adapt(call);
    return adapted === undefined ? notRead(call, isLocal) : { kind: 'adapted', call, module: adapted };
  }
  if (parent.chain.includes(folder) || parent.chain.length > MAX_CHAIN) return endless(call);
  const module = moduleInstance(
    {
      source: around.store.load(folder),
      path: call.path,
      chain: [...parent.chain, folder],
      isRoot: false,
      parentProviders: parent.providers,
      providersGiven: providersGiven(call),
      input: (name) => inputOf(call, name),
      open: openModule,
    },
    around,
  );
  return { kind: 'module', call, module };
}

function localFolder({ parent, source, around }: CallInstance): string | undefined {
  const folder = resolvePath(parent.folder === '' ? 'x' : `${parent.folder}/x`, source);
  return folder !== undefined && around.store.load(folder).files.length > 0 ? folder : undefined;
}

function providersGiven({ declaration }: CallInstance): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  const written = attributeOf(declaration.block.body, 'providers')?.value;
  for (const { key, value } of written?.kind === 'map' ? written.entries : []) {
    const name = key.kind === 'literal' ? String(key.value) : providerName(key);
    const from = providerName(value);
    if (name !== undefined && from !== undefined) given.set(name, from);
  }
  return given;
}

function notRead(call: CallInstance, isLocal: boolean): ChildModule {
  const { block, file } = call.declaration;
  const written = attributeOf(block.body, 'source');
  const at = rangeIn(written ?? block, written?.file ?? file);
  const named = call.source === '' ? 'The source of this module' : `The module ${call.source}`;
  const why = unknown('missing-file', `${named} is not in the tree, so what it makes is not known.`, at, {
    name: call.path,
  });
  call.around.session.report(isLocal ? missingFolder(call, at) : remoteModule(call, at));
  return { kind: 'open', call, why };
}

function missingFolder(call: CallInstance, range: Unknown['origin']): Diagnostic {
  return {
    code: 'terraform-module-missing',
    message: `The folder ${call.source} holds no configuration, or stands outside of the root, so what it makes is not known.`,
    range,
    hint: 'Correct the path, or scan with a --root that holds it.',
    effect: 'incomplete',
  };
}

function remoteModule(call: CallInstance, range: Unknown['origin']): Diagnostic {
  return {
    code: 'terraform-module-not-read',
    message: `${call.source === '' ? 'A module whose source is no literal' : `The module ${call.source}`} is not in the tree, so what it makes is not known.`,
    range,
    hint: 'Run terraform init, so that .terraform/modules holds it, or scan a plan written by terraform show -json.',
    effect: 'note',
  };
}

function endless(call: CallInstance): ChildModule {
  const { block, file } = call.declaration;
  const at = rangeIn(attributeOf(block.body, 'source') ?? block, file);
  call.around.session.report({
    code: 'terraform-module-endless',
    message: `The module ${call.path} calls itself, or modules call each other too deep; it is not followed.`,
    range: at,
    hint: 'Break the circle of module calls; Terraform refuses it.',
    effect: 'incomplete',
  });
  return { kind: 'open', call, why: unknown('invalid', 'This module calls itself.', at, { name: call.path }) };
}

/** What `terraform init` fetched into the tree: the folder of a module call by its path. */
export function fetchedModules(store: ModuleStore, rootFolder: string): (path: string) => string | undefined {
  let folders: ReadonlyMap<string, string> | undefined;
  return (path) => {
    folders ??= readFetched(store, rootFolder);
    const key = path.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '').replaceAll(/(^|\.)module\./g, '$1');
    return folders.get(key);
  };
}

function readFetched(store: ModuleStore, rootFolder: string): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  const prefix = rootFolder === '' ? '' : `${rootFolder}/`;
  const file = `${prefix}.terraform/modules/modules.json`;
  const read = store.tree.read(file);
  if (!('text' in read)) return folders;
  const modules = child(readJson(read.text, file).root, 'Modules');
  for (const entry of modules?.kind === 'list' ? modules.items : []) {
    const key = child(entry, 'Key');
    const folder = child(entry, 'Dir');
    if (key?.kind !== 'scalar' || folder?.kind !== 'scalar' || key.text === '') continue;
    const path = resolvePath(`${prefix}x`, folder.text);
    if (path !== undefined && store.load(path).files.length > 0) folders.set(key.text, path);
  }
  return folders;
}
