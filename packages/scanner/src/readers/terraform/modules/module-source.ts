import type { Diagnostic, SourceTree } from '@leastwise/model';
import { attributeOf, literalText, type HclAttribute, type HclBlock, type HclFile } from '../syntax/hcl.ts';
import { readHcl } from '../syntax/read-hcl.ts';
import { readHclJson } from '../syntax/read-hcl-json.ts';
import { overridden } from './override.ts';

/** A block with the file that it stands in. */
export interface Declaration {
  readonly file: string;
  readonly block: HclBlock;
}

/** What the files of one folder declare: read once, however often the module is called. */
export interface ModuleSource {
  readonly folder: string;
  readonly files: readonly string[];
  readonly variables: ReadonlyMap<string, Declaration>;
  readonly locals: ReadonlyMap<string, { readonly file: string; readonly attribute: HclAttribute }>;
  readonly outputs: ReadonlyMap<string, Declaration>;
  /** By `aws_sqs_queue.orders`. */
  readonly resources: ReadonlyMap<string, Declaration>;
  readonly data: ReadonlyMap<string, Declaration>;
  readonly calls: ReadonlyMap<string, Declaration>;
  readonly providers: readonly Declaration[];
  /** State is kept somewhere, so someone deploys this folder itself. */
  readonly hasBackend: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ModuleStore {
  readonly tree: SourceTree;
  load(folder: string): ModuleSource;
}

export function isTerraformFile(name: string): boolean {
  return /\.(?:tf|tofu)(?:\.json)?$/i.test(name);
}

/** How many files of one folder are read, and folders of one scan. */
const MAX_FILES = 2_000;

export function moduleStore(tree: SourceTree): ModuleStore {
  const loaded = new Map<string, ModuleSource>();
  return {
    tree,
    load(folder) {
      const present = loaded.get(folder);
      if (present !== undefined) return present;
      const source = readModule(tree, folder);
      loaded.set(folder, source);
      return source;
    },
  };
}

function readModule(tree: SourceTree, folder: string): ModuleSource {
  const names = moduleFiles(tree, folder);
  const diagnostics: Diagnostic[] = [];
  const plain: HclFile[] = [];
  const overrides: HclFile[] = [];
  for (const name of names.slice(0, MAX_FILES)) {
    const file = folder === '' ? name : `${folder}/${name}`;
    const read = tree.read(file);
    if (!('text' in read)) continue;
    const parsed = name.endsWith('.json') ? readHclJson(read.text, file) : readHcl(read.text, file);
    diagnostics.push(...parsed.diagnostics);
    (/(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/.test(name) ? overrides : plain).push(parsed);
  }
  return moduleOf(folder, overridden(plain, overrides), diagnostics);
}

/** In the order in which Terraform reads them; OpenTofu takes `main.tofu` in the place of `main.tf`. */
function moduleFiles(tree: SourceTree, folder: string): readonly string[] {
  const names = tree.list(folder).flatMap(({ name, kind }) => (kind === 'file' && isTerraformFile(name) ? [name] : []));
  const present = new Set(names);
  return names.filter(
    (name) => !present.has(name.replace(/\.tf(\.json)?$/, '.tofu$1')) || /\.tofu(?:\.json)?$/.test(name),
  );
}

/** What files declare together. */
export function moduleOf(folder: string, files: readonly HclFile[], found: readonly Diagnostic[] = []): ModuleSource {
  const diagnostics = [...found];
  const variables = new Map<string, Declaration>();
  const outputs = new Map<string, Declaration>();
  const resources = new Map<string, Declaration>();
  const data = new Map<string, Declaration>();
  const calls = new Map<string, Declaration>();
  const locals = new Map<string, { file: string; attribute: HclAttribute }>();
  const providers: Declaration[] = [];
  let hasBackend = false;
  const named: Readonly<Record<string, Map<string, Declaration>>> = {
    variable: variables,
    output: outputs,
    module: calls,
    resource: resources,
    data,
  };
  for (const { file, body } of files) {
    for (const block of body.blocks) {
      const declaration: Declaration = { file, block };
      if (block.type === 'locals')
        for (const attribute of block.body.attributes) locals.set(attribute.name, { file, attribute });
      else if (block.type === 'provider') providers.push(declaration);
      else if (block.type === 'terraform')
        hasBackend ||= block.body.blocks.some(({ type }) => type === 'backend' || type === 'cloud');
      else {
        const table = Object.hasOwn(named, block.type) ? named[block.type] : undefined;
        const wanted = block.type === 'resource' || block.type === 'data' ? 2 : 1;
        const labels = block.labels.map(({ text }) => text);
        if (table === undefined) continue;
        if (labels.length < wanted) diagnostics.push(...(block.isBroken ? [] : [withoutLabels(declaration)]));
        else declare(table, labels.slice(0, wanted).join('.'), declaration, diagnostics);
      }
    }
  }
  return {
    folder,
    files: files.map(({ file }) => file),
    variables,
    locals,
    outputs,
    resources,
    data,
    calls,
    providers,
    hasBackend,
    diagnostics,
  };
}

function declare(
  table: Map<string, Declaration>,
  name: string,
  declaration: Declaration,
  diagnostics: Diagnostic[],
): void {
  if (table.has(name)) {
    const { block, file } = declaration;
    diagnostics.push({
      code: 'terraform-declared-twice',
      message: `${block.type} ${name} is declared twice in this folder; this one is read.`,
      range: { file, start: block.start, end: block.labels.at(-1)?.end ?? block.typeEnd },
      hint: 'Remove one of them; Terraform refuses both.',
      effect: 'note',
    });
  }
  table.set(name, declaration);
}

function withoutLabels({ file, block }: Declaration): Diagnostic {
  return {
    code: 'terraform-block-without-name',
    message: `A ${block.type} block needs ${block.type === 'resource' || block.type === 'data' ? 'a type and a name' : 'a name'}, so this one could not be read.`,
    range: { file, start: block.typeStart, end: block.typeEnd },
    hint: 'Write the names in quotes behind the type of the block.',
    effect: 'incomplete',
  };
}

/** The source of a module call, when it is a literal as Terraform wants it. */
export function sourceOf({ block }: Declaration): string | undefined {
  return literalText(attributeOf(block.body, 'source')?.value);
}
