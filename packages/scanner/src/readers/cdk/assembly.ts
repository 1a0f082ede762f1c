import { resolvePath, type Diagnostic, type SourceTree } from '@leastwise/model';
import { readJson } from '../syntax/read-json.ts';
import { child, type MapEntry, type SyntaxNode } from '../syntax/syntax-node.ts';
import { readAssets, type Asset } from './assets.ts';

/**
 * What `cdk synth` leaves in `cdk.out`, stages included.
 * https://docs.aws.amazon.com/cdk/v2/guide/configure-synth.html and aws-cdk's cloud-assembly-schema
 */
export interface Assembly {
  /** The folder of the outermost manifest. */
  readonly folder: string;
  readonly stacks: readonly AssemblyStack[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface AssemblyStack {
  readonly template: string;
  readonly stackName: string;
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** By logical id: where the construct stands in the tree of constructs, and the stack trace of its making. */
  readonly constructs: ReadonlyMap<string, Construct>;
  /** By path, for the resources of nested stacks: their logical ids may repeat those of the stack itself. */
  readonly constructsByPath: ReadonlyMap<string, Construct>;
  /** By content hash, the files that deployment uploads. */
  readonly assets: ReadonlyMap<string, Asset>;
}

export interface Construct {
  readonly path: string;
  readonly trace: readonly string[];
}

/** A stage is an assembly in an assembly; CDK nests them two deep at most. */
const MAX_STAGES = 8;

/** The assembly whose manifest stands in this folder, or undefined when there is none. */
export function readAssembly(tree: SourceTree, folder: string): Assembly | undefined {
  const diagnostics: Diagnostic[] = [];
  const stacks: AssemblyStack[] = [];
  if (!collect(tree, folder, stacks, diagnostics, 0)) return undefined;
  return { folder, stacks, diagnostics };
}

function collect(
  tree: SourceTree,
  folder: string,
  stacks: AssemblyStack[],
  diagnostics: Diagnostic[],
  depth: number,
): boolean {
  const file = folder === '' ? 'manifest.json' : `${folder}/manifest.json`;
  const read = tree.read(file);
  if ('failure' in read) return false;
  const document = readJson(read.text, file);
  const artifacts = child(document.root, 'artifacts');
  if (artifacts?.kind !== 'map' || child(document.root, 'version') === undefined) return false;
  diagnostics.push(...document.diagnostics);
  for (const artifact of artifacts.entries) {
    const type = textOf(child(artifact.value, 'type'));
    const properties = child(artifact.value, 'properties');
    if (type === 'aws:cloudformation:stack') {
      const template = within(file, textOf(child(properties, 'templateFile')));
      if (template === undefined || tree.stat(template) !== 'file') diagnostics.push(missingTemplate(file, artifact));
      else stacks.push(stackOf(tree, file, template, artifact));
    } else if (type === 'cdk:cloud-assembly' && depth < MAX_STAGES) {
      const inner = within(file, textOf(child(properties, 'directoryName')));
      if (inner !== undefined && inner !== folder) collect(tree, inner, stacks, diagnostics, depth + 1);
    }
  }
  return true;
}

function stackOf(tree: SourceTree, manifest: string, template: string, artifact: MapEntry): AssemblyStack {
  const properties = child(artifact.value, 'properties');
  const [account, region] = (textOf(child(artifact.value, 'environment')) ?? '').replace(/^aws:\/\//, '').split('/');
  const constructs = new Map<string, Construct>();
  addConstructs(child(artifact.value, 'metadata'), constructs);
  const extra = within(manifest, textOf(child(artifact.value, 'additionalMetadataFile')));
  const metadata = extra === undefined ? undefined : tree.read(extra);
  if (extra !== undefined && metadata !== undefined && 'text' in metadata)
    addConstructs(readJson(metadata.text, extra).root, constructs);
  return {
    template,
    constructsByPath: new Map([...constructs.values()].map((construct) => [construct.path, construct])),
    stackName: textOf(child(properties, 'stackName')) ?? textOf(child(artifact.value, 'displayName')) ?? artifact.key,
    account: known(account),
    region: known(region),
    constructs,
    assets: readAssets(tree, template.replace(/\.template\.json$/, '.assets.json')),
  };
}

/** `unknown-account` and `unknown-region` stand for a stack that is bound to no environment. */
const known = (part: string | undefined): string | undefined =>
  part === undefined || part === '' || part.startsWith('unknown-') ? undefined : part;

/**
 * In older assemblies the trace of a construct stands in its `logicalId` entry; later assemblies keep it in a `creationStack` entry
 * of the same construct.
 */
function addConstructs(metadata: SyntaxNode | undefined, constructs: Map<string, Construct>): void {
  if (metadata?.kind !== 'map') return;
  for (const { key, value } of metadata.entries) {
    if (value.kind !== 'list') continue;
    const frames = (name: 'data' | 'trace', item: SyntaxNode | undefined): readonly string[] => {
      const listed = child(item, name);
      return listed?.kind === 'list' ? listed.items.map((frame) => textOf(frame) ?? '') : [];
    };
    const created = frames(
      'data',
      value.items.find((item) => textOf(child(item, 'type')) === 'aws:cdk:creationStack'),
    );
    for (const item of value.items) {
      const logicalId = textOf(child(item, 'data'));
      if (textOf(child(item, 'type')) !== 'aws:cdk:logicalId' || logicalId === undefined) continue;
      const trace = frames('trace', item);
      constructs.set(logicalId, { path: key.replace(/^\//, ''), trace: trace.length > 0 ? trace : created });
    }
  }
}

function textOf(node: SyntaxNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

const within = (manifest: string, path: string | undefined): string | undefined =>
  path === undefined || path === '' ? undefined : resolvePath(manifest, path);

const missingTemplate = (file: string, artifact: MapEntry): Diagnostic => ({
  code: 'assembly-template-missing',
  message: `The template of the stack ${artifact.key} is not in the assembly.`,
  range: { file, start: artifact.keyStart, end: artifact.keyEnd },
  hint: 'Run "cdk synth" again.',
  effect: 'incomplete',
});
