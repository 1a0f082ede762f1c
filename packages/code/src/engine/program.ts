import type { SourceTree } from '@leastwise/model';
import type { CodeEntry } from '../facts/entry.ts';
import { lowerJavaScript } from '../javascript/index.ts';
import type { IrModule } from '../ir/module.ts';
import { resolveJavaScriptModule } from '../link/javascript-modules.ts';
import { resolvePythonModule } from '../link/python-modules.ts';
import { lowerPython } from '../python/index.ts';

/** What an import leads to. */
export type Linked =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'json'; readonly file: string }
  /** Third-party code or the language's library: `name` is what canonical names begin with. */
  | { readonly kind: 'external'; readonly name: string; readonly package?: string }
  /** A Python package without code of its own. */
  | { readonly kind: 'namespace'; readonly folder: string }
  | { readonly kind: 'missing'; readonly message: string };

/** The text of an application as modules, each read and lowered once. */
export interface Program {
  readonly module: (file: string) => IrModule | undefined;
  /** The modules of these files will hardly be asked for again. */
  readonly forget: (files: Iterable<string>) => void;
  readonly json: (file: string) => unknown;
  readonly link: (from: string, specifier: string, language: IrModule['language'], entry: CodeEntry) => Linked;
  /** Inline code stands in its template's file: it has a name of its own here. */
  readonly inlineModule: (entry: CodeEntry) => { readonly file: string; readonly module: IrModule } | undefined;
  /** The file in which the text of a module stands. */
  readonly written: (file: string) => string;
}

/** A file with more text than this is a bundle or data; it is not interpreted. */
const longestFile = 4_000_000;

export function readProgram(tree: SourceTree): Program {
  const modules = new Map<string, IrModule | undefined>();
  const realFiles = new Map<string, string>();
  const read = (file: string): IrModule | undefined => {
    const found = tree.read(file);
    if (!('text' in found) || found.text.length > longestFile) return undefined;
    return file.endsWith('.py') ? lowerPython(file, found.text) : lowerJavaScript(file, found.text);
  };
  const module = (file: string): IrModule | undefined => {
    if (!modules.has(file)) modules.set(file, read(file));
    return modules.get(file);
  };
  return {
    module,
    forget: (files) => {
      for (const file of files) modules.delete(file);
    },
    json: (file) => {
      const found = tree.read(file);
      if (!('text' in found)) return undefined;
      try {
        return JSON.parse(found.text) as unknown;
      } catch {
        return undefined;
      }
    },
    link: (from, specifier, language, entry) => {
      const real = realFiles.get(from) ?? from;
      return language === 'python'
        ? linkPython(tree, real, specifier, entry)
        : linkJavaScript(tree, real, specifier, entry);
    },
    inlineModule: (entry) => {
      const { inline } = entry;
      if (inline === undefined) return undefined;
      const file = `${entry.file}#${inline.at.start}`;
      if (!modules.has(file)) {
        realFiles.set(file, entry.codeRoot === '' ? 'index' : `${entry.codeRoot}/index`);
        const options = { offsetOf: inline.offsetOf };
        modules.set(
          file,
          entry.language === 'python'
            ? lowerPython(entry.file, inline.text, options)
            : lowerJavaScript(entry.file, inline.text, options),
        );
      }
      const lowered = modules.get(file);
      return lowered === undefined ? undefined : { file, module: lowered };
    },
    written: (file) => file.replace(/#\d+$/, ''),
  };
}

function linkJavaScript(tree: SourceTree, from: string, specifier: string, entry: CodeEntry): Linked {
  const found = resolveJavaScriptModule(tree, from, specifier, { codeRoot: entry.codeRoot, layers: entry.layers });
  switch (found.kind) {
    case 'file':
    case 'json':
      return found;
    case 'builtin':
      return { kind: 'external', name: found.name };
    case 'package':
      return {
        kind: 'external',
        name: found.subpath === '' ? found.name : `${found.name}/${found.subpath}`,
        package: found.name,
      };
    case 'missing':
      return { kind: 'missing', message: found.message };
    default:
      return found satisfies never;
  }
}

function linkPython(tree: SourceTree, from: string, specifier: string, entry: CodeEntry): Linked {
  const found = resolvePythonModule(tree, from, specifier, { codeRoot: entry.codeRoot, layers: entry.layers });
  switch (found.kind) {
    case 'file':
    case 'folder':
      return { kind: 'file', file: found.file };
    case 'namespace':
      return found;
    case 'builtin':
      return { kind: 'external', name: found.name };
    case 'package':
      return { kind: 'external', name: found.module, package: found.name };
    case 'missing':
      return { kind: 'missing', message: found.message };
    default:
      return found satisfies never;
  }
}
