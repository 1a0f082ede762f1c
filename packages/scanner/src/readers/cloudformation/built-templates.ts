import type { Diagnostic } from '@leastwise/model';
import { child, type SyntaxNode } from '../syntax/syntax-node.ts';
import { intrinsicOf } from './intrinsic.ts';
import type { TemplateStore } from './template-store.ts';

export interface Sources {
  readonly files: readonly string[];
  /** What was left out because its source is read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A location that packaging writes: code or a template that was uploaded. */
const UPLOADED =
  /["']?(?:CodeUri|ContentUri|DefinitionUri|TemplateURL|Location|S3Key)["']?[ \t]*:\s*["']?(?:s3:\/\/|https:\/\/s3[.-]|[0-9a-f]{32}\b)/;

/**
 * Leaves out what `sam build` and `sam package` made of a template that is read itself: the same functions would be
 * counted twice, with places where nobody edits.
 */
export function leaveOutBuilt(store: TemplateStore, files: readonly string[]): Sources {
  const sources = files.filter((file) => builtFrom(file) === undefined);
  const folders = new Map<string, string[]>();
  for (const file of sources) folders.set(folderOf(file), [...(folders.get(folderOf(file)) ?? []), file]);
  const diagnostics: Diagnostic[] = [];
  const sourcesBySignature = new Map<string, ReadonlyMap<string, string>>();
  const kept = files.filter((file) => {
    const project = builtFrom(file);
    const source =
      project === undefined
        ? packagedFrom(store, file, folders.get(folderOf(file)) ?? [], sourcesBySignature)
        : folders.get(project)?.[0];
    if (source === undefined) return true;
    diagnostics.push({
      code: 'built-template-left-out',
      message: `${file} was made from ${source}, which is read instead.`,
      range: { file, start: 0, end: 0 },
      hint: 'Nothing is to be done; findings show places in the source.',
      effect: 'note',
    });
    return false;
  });
  return { files: kept, diagnostics };
}

/** The folder in which `sam build` ran, for a file below `.aws-sam`. */
function builtFrom(file: string): string | undefined {
  const parts = file.split('/');
  const at = parts.indexOf('.aws-sam');
  return at < 0 ? undefined : parts.slice(0, at).join('/');
}

const folderOf = (file: string): string => file.split('/').slice(0, -1).join('/');

/** The file beside a packaged one that says the same but for locations. Each folder is compared once. */
function packagedFrom(
  store: TemplateStore,
  file: string,
  siblings: readonly string[],
  read: Map<string, ReadonlyMap<string, string>>,
): string | undefined {
  if (siblings.length < 2 || !isUploaded(store, file)) return undefined;
  let sources = read.get(folderOf(file));
  if (sources === undefined) {
    const local = siblings.filter((sibling) => !isUploaded(store, sibling));
    sources = new Map(local.map((sibling) => [signature(store, sibling) ?? '', sibling]));
    read.set(folderOf(file), sources);
  }
  const own = signature(store, file);
  return own === undefined ? undefined : sources.get(own);
}

function isUploaded(store: TemplateStore, file: string): boolean {
  const loaded = store.load(file);
  return !('failure' in loaded) && UPLOADED.test(loaded.text);
}

/** Where packaging writes other values than the source has, or adds some. */
const REWRITTEN: ReadonlySet<string> = new Set([
  'BodyS3Location',
  'Code',
  'CodeUri',
  'Content',
  'ContentUri',
  'DefinitionS3Location',
  'DefinitionUri',
  'ImageUri',
  'Location',
  'Metadata',
  'SchemaUri',
  'TemplateURL',
]);

/** The resources without their locations, in one spelling: two templates of one signature differ by packaging only. */
function signature(store: TemplateStore, file: string): string | undefined {
  const loaded = store.load(file);
  const resources = 'failure' in loaded ? undefined : child(loaded.document.root, 'Resources');
  return resources?.kind !== 'map' || resources.entries.length === 0 ? undefined : canonical(resources);
}

function canonical(node: SyntaxNode): string {
  const call = intrinsicOf(node);
  if (call !== undefined) {
    const { name, argument } = call;
    const path =
      name === 'Fn::GetAtt' && argument.kind === 'list'
        ? argument.items.map(canonical).join('.').replaceAll('"', '')
        : undefined;
    return `${name}(${path === undefined ? canonical(argument) : JSON.stringify(path)})`;
  }
  switch (node.kind) {
    case 'scalar':
      return JSON.stringify(String(node.value));
    case 'list':
      return `[${node.items.map(canonical).join()}]`;
    case 'map':
      return `{${node.entries
        .filter(({ key }) => !REWRITTEN.has(key))
        .map(({ key, value }) => `${key}:${canonical(value)}`)
        .sort()
        .join()}}`;
  }
}
