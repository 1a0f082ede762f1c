import {
  asText,
  member,
  resolvePath,
  type SourceTree,
  type Text,
  type Known,
  type Unknown,
  type Value,
} from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';
import { buildStep } from './build-step.ts';
import { metadataText } from './metadata-text.ts';
import type { LocalCode } from './handler-search.ts';

export type CodePlace =
  | LocalCode
  | { readonly kind: 'inline'; readonly code: Known | Text }
  | { readonly kind: 'image' }
  | { readonly kind: 'unknown'; readonly open: Unknown };

/** Where the code of a function is, as its template says: inline, beside the template, or outside of the tree. */
export function codePlace(node: NodeOf<'function'>, tree: SourceTree): CodePlace {
  const { code } = node.facet;
  if (code.inline.kind === 'known' || code.inline.kind === 'text') return { kind: 'inline', code: code.inline };

  const asset = metadataText(node, 'aws:asset:path');
  if (asset !== undefined && metadataText(node, 'aws:asset:property') !== 'Code.ImageUri')
    return local(node, asset, tree);
  const written = member(node.properties, 'Code');
  if (written.kind === 'unknown') return { kind: 'unknown', open: written };
  if (code.image.kind !== 'absent') return { kind: 'image' };

  // `sam build` takes the folder of the template when a function names no code; CloudFormation itself would refuse it.
  const path = written.kind === 'absent' ? '.' : asText(written);
  if (path !== undefined && !/^(s3|https?):\/\//.test(path)) return local(node, path, tree);
  return { kind: 'unknown', open: elsewhere(node, written) };
}

function local(node: NodeOf<'function'>, written: string, tree: SourceTree): CodePlace {
  const path = resolvePath(node.at.file, written);
  const origin = member(node.properties, 'Code').origin;
  if (path === undefined) return unknown(`The code ${written} stands outside of the root.`, origin);
  const kind = path === '' ? 'folder' : tree.stat(path);
  if (/\.(zip|jar|war)$/i.test(path)) {
    return (
      beforePacking(node, path, tree) ?? unknown(`The code is the archive ${path}, which is not unpacked.`, origin)
    );
  }
  if (kind === 'missing') {
    const source = beforeBuild(path, tree);
    return source ?? unknown(`The code ${path} is not in the tree: a build may make it.`, origin);
  }
  const built = buildStep(node, kind === 'folder' ? path : path.split('/').slice(0, -1).join('/'), tree);
  return { kind, path, ...(built === undefined ? {} : { built }) };
}

/** An archive that a script packs before the deployment: the folder around it, or one of its name, that holds the handler's file. */
function beforePacking(node: NodeOf<'function'>, archive: string, tree: SourceTree): LocalCode | undefined {
  const handler = asText(node.facet.handler as Value) ?? '';
  const module = handler.slice(0, Math.max(0, handler.lastIndexOf('.')));
  if (module === '' || module.includes('..')) return undefined;
  const folder = archive.split('/').slice(0, -1);
  const name = (archive.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
  for (const inner of [[name], ['src', name], ['src'], []]) {
    const path = [...folder, ...inner].join('/');
    const holds = ['py', 'js', 'mjs', 'cjs', 'ts', 'rb'].some(
      (extension) => tree.stat([path, `${module}.${extension}`].filter(Boolean).join('/')) === 'file',
    );
    if (holds) return { kind: 'folder', path, built: `whatever packs ${archive}` };
  }
  return undefined;
}

/** `dist/orders` that is not there is usually made from `orders` or `src/orders` beside it. */
function beforeBuild(path: string, tree: SourceTree): LocalCode | undefined {
  const parts = path.split('/');
  const output = parts.findIndex((part) => /^(dist|build|\.build|lib|out|target)$/.test(part));
  if (output < 0) return undefined;
  const before = parts.slice(0, output);
  const after = parts.slice(output + 1);
  for (const source of [['src'], []]) {
    const candidate = [...before, ...source, ...after].join('/');
    if (candidate === '' || tree.stat(candidate) === 'folder') {
      return { kind: 'folder', path: candidate, built: `the build that makes ${path}` };
    }
  }
  return undefined;
}

function elsewhere(node: NodeOf<'function'>, written: Value): Unknown {
  if (written.kind === 'unknown') return written;
  const { bucket, object } = node.facet.code;
  const origin = written.kind === 'absent' ? node.keyRange : written.origin;
  const key = object.kind === 'known' ? ` ${String(object.value)}` : '';
  if (bucket.kind !== 'absent' || object.kind !== 'absent' || asText(written) !== undefined) {
    return missing(`The code is an object${key} in a bucket, not in the tree.`, origin);
  }
  return missing('Where the code stands is not known.', origin);
}

function unknown(reason: string, origin: Unknown['origin']): CodePlace {
  return { kind: 'unknown', open: missing(reason, origin) };
}

function missing(reason: string, origin: Unknown['origin']): Unknown {
  return { kind: 'unknown', cause: 'missing-file', reason, origin };
}
