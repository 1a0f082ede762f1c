import { resolvePath, type Value } from '@leastwise/model';
import { known, unknown } from '../../../cloudformation/values.ts';
import { HclError } from '../../syntax/cursor.ts';
import type { Expression } from '../../syntax/hcl.ts';
import { parseTemplateText } from '../../syntax/parse-text.ts';
import { mapArgument, mistake, result, textArgument, type Call, type TerraformFunction } from './call.ts';

/** A path of the configuration from the root of the tree: a relative one is from the folder in which Terraform runs. */
export function pathInTree(written: string, rootFolder: string): string | undefined {
  return resolvePath(rootFolder === '' ? 'x' : `${rootFolder}/x`, written);
}

function pathArgument(call: Call, index = 0): string | undefined {
  const written = textArgument(call, index);
  return written === undefined ? undefined : written;
}

/** The bytes of the file that the first argument names, or why they cannot be had. */
export function bytesOfFile(call: Call): Uint8Array | Value | undefined {
  const written = pathArgument(call);
  if (written === undefined) return undefined;
  const path = pathInTree(written, call.scope.module.rootFolder);
  const read = path === undefined ? undefined : call.scope.module.session.tree.readBytes(path);
  return read !== undefined && 'bytes' in read ? read.bytes : missing(written, call);
}

const missing = (written: string, call: Call): Value =>
  unknown('missing-file', `The file ${written} is not in the tree.`, call.origin);

function fileText(call: Call): { readonly text: string; readonly path: string } | Value | undefined {
  const written = pathArgument(call);
  if (written === undefined) return undefined;
  const path = pathInTree(written, call.scope.module.rootFolder);
  const read = path === undefined ? undefined : call.scope.module.session.tree.read(path);
  return path !== undefined && read !== undefined && 'text' in read
    ? { text: read.text, path }
    : missing(written, call);
}

/** https://developer.hashicorp.com/terraform/language/functions/file and the pages beside it */
export const fileFunctions: Readonly<Record<string, TerraformFunction>> = {
  file(call) {
    const read = fileText(call);
    if (read === undefined || 'kind' in read) return read;
    return { ...known(read.text, call.origin), via: [{ file: read.path, start: 0, end: read.text.length }] };
  },
  filebase64(call) {
    const bytes = bytesOfFile(call);
    return bytes === undefined || 'kind' in bytes ? bytes : Buffer.from(bytes).toString('base64');
  },
  fileexists(call) {
    const written = pathArgument(call);
    if (written === undefined) return undefined;
    const path = pathInTree(written, call.scope.module.rootFolder);
    return path !== undefined && call.scope.module.session.tree.stat(path) === 'file';
  },
  fileset(call) {
    const folder = pathArgument(call);
    const pattern = textArgument(call, 1);
    if (folder === undefined || pattern === undefined) return undefined;
    const path = pathInTree(folder, call.scope.module.rootFolder);
    if (path === undefined) return missing(folder, call);
    return result(
      call,
      filesBelow(path, pattern, call).map((name) => known(name, call.origin)),
    );
  },
  templatefile(call) {
    const read = fileText(call);
    if (read === undefined || 'kind' in read) return read;
    const names = mapArgument(call, 1);
    if (names === undefined) return call.args.length < 2 ? filled(read.text, read.path, new Map(), call) : undefined;
    return filled(read.text, read.path, names, call);
  },
  templatestring(call) {
    const text = textArgument(call, 0);
    const names = mapArgument(call, 1);
    return text === undefined || names === undefined ? undefined : filled(text, undefined, names, call);
  },
  basename(call) {
    const path = pathArgument(call);
    return path?.replace(/\/+$/, '').split('/').at(-1);
  },
  dirname(call) {
    const path = pathArgument(call);
    if (path === undefined) return undefined;
    const cut = path.replace(/\/+$/, '').lastIndexOf('/');
    return cut < 0 ? '.' : path.slice(0, cut) || '/';
  },
  // A folder has no absolute path here, so a path stays relative: it is read as one all the same.
  abspath: (call) => pathArgument(call),
  pathexpand(call) {
    const path = pathArgument(call);
    return path?.startsWith('~') === true ? unknown('missing-file', 'A home folder is not read.', call.origin) : path;
  },
};

const MAX_TEMPLATE = 1_000_000;

function filled(text: string, path: string | undefined, names: ReadonlyMap<string, Value>, call: Call): Value {
  if (text.length > MAX_TEMPLATE) return unknown('limit', 'This template is longer than is read.', call.origin);
  let expression: Expression;
  try {
    expression = parseTemplateText(text);
  } catch (error) {
    if (error instanceof HclError) return mistake(call, `the template cannot be read: ${error.message}.`);
    throw error;
  }
  // The places inside are those of the template file; a template that is a string has none.
  const value = call.scope.module.session.evaluate(expression, {
    ...call.scope,
    file: path ?? call.origin.file,
    names,
  });
  return { ...value, origin: call.origin, via: [value.origin, ...(value.via ?? [])].slice(0, 8) };
}

const MAX_FILES = 2_000;

/** The files below a folder that match `*`, `**`, `?` and `{a,b}`. */
function filesBelow(folder: string, pattern: string, call: Call): readonly string[] {
  const expression = globExpression(pattern);
  if (expression === undefined) return [];
  const { session } = call.scope.module;
  const found: string[] = [];
  const open = [''];
  for (let inner = open.pop(); inner !== undefined && found.length < MAX_FILES; inner = open.pop()) {
    const path = [folder, inner].filter((part) => part !== '').join('/');
    for (const entry of session.tree.list(path)) {
      if (!session.spend(1)) return found;
      const name = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.kind === 'folder' && entry.linked !== true && open.length < MAX_FILES && name.split('/').length < 20)
        open.push(name);
      else if (entry.kind === 'file' && expression.test(name)) found.push(name);
    }
  }
  return found.sort();
}

function globExpression(pattern: string): RegExp | undefined {
  if (pattern.length > 300 || (pattern.match(/\*\*?/g)?.length ?? 0) > 6) return undefined;
  const source = pattern.replaceAll(
    /\*\*\/|\*\*|\*|\?|\{([^{}]*)\}|[.+^$()|[\]\\]/g,
    (mark, inner: string | undefined) => {
      if (mark === '**/') return '(?:[^/]+/)*';
      if (mark === '**') return '.*';
      if (mark === '*') return '[^/]*';
      if (mark === '?') return '[^/]';
      if (inner !== undefined)
        return `(?:${inner
          .split(',')
          .map((each) => each.replaceAll(/[.+^$()|[\]\\*?]/g, '\\$&'))
          .join('|')})`;
      return `\\${mark}`;
    },
  );
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return undefined;
  }
}
