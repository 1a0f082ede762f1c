import type { Diagnostic } from '@leastwise/model';
import { child } from '../syntax/syntax-node.ts';
import type { TemplateStore } from './template-store.ts';

export interface Sources {
  readonly files: readonly string[];
  /** What was left out because its source is read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A location that packaging writes: code or a template that was uploaded. */
const UPLOADED = /["']?(?:CodeUri|ContentUri|DefinitionUri|TemplateURL|Location|S3Key)["']?[ \t]*:\s*["']?(?:s3:\/\/|https:\/\/s3[.-]|[0-9a-f]{32}\b)/;

/**
 * Leaves out what `sam build` and `sam package` made of a template that is read itself: the same functions would be
 * counted twice, with places where nobody edits.
 */
export function leaveOutBuilt(store: TemplateStore, files: readonly string[]): Sources {
  const sources = files.filter((file) => builtFrom(file) === undefined);
  const folders = new Map<string, string[]>();
  for (const file of sources) folders.set(folderOf(file), [...(folders.get(folderOf(file)) ?? []), file]);
  const diagnostics: Diagnostic[] = [];
  const kept = files.filter((file) => {
    const project = builtFrom(file);
    const source = project === undefined ? packagedFrom(store, file, folders.get(folderOf(file)) ?? []) : folders.get(project)?.[0];
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

function packagedFrom(store: TemplateStore, file: string, siblings: readonly string[]): string | undefined {
  if (siblings.length < 2 || !isUploaded(store, file)) return undefined;
  const own = signature(store, file);
  return own === undefined ? undefined : siblings.find((other) => other !== file && !isUploaded(store, other) && signature(store, other) === own);
}

function isUploaded(store: TemplateStore, file: string): boolean {
  const loaded = store.load(file);
  return !('failure' in loaded) && UPLOADED.test(loaded.text);
}

/** The names and types of all resources. */
function signature(store: TemplateStore, file: string): string | undefined {
  const loaded = store.load(file);
  const resources = 'failure' in loaded ? undefined : child(loaded.document.root, 'Resources');
  if (resources?.kind !== 'map' || resources.entries.length === 0) return undefined;
  return resources.entries
    .map((entry) => {
      const type = child(entry.value, 'Type');
      return `${entry.key} ${type?.kind === 'scalar' ? type.text : ''}`;
    })
    .sort()
    .join('\n');
}
