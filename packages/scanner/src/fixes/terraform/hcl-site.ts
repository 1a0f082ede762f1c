import type { Fragment, NodeId, TemplateResource } from '@leastwise/model';
import type { Expression, HclBlock, HclBody } from '../../readers/terraform/syntax/hcl.ts';
import { attributeOf } from '../../readers/terraform/syntax/hcl.ts';
import { readHcl } from '../../readers/terraform/syntax/read-hcl.ts';
import { resourceOf, type Workplace } from '../site.ts';
import { refuse, type Refusal } from '../text/document.ts';
import type { HclText } from './hcl-edit.ts';

/** The block that a resource comes from. */
export interface HclSite {
  readonly source: HclText;
  readonly body: HclBody;
  readonly block: HclBlock;
  /** `aws_sqs_queue`. */
  readonly type: string;
  readonly label: string;
  readonly resource: TemplateResource;
  readonly fragment: Fragment;
  readonly review: readonly string[];
}

export function hclSiteOf(place: Workplace, id: NodeId): HclSite | Refusal {
  const found = resourceOf(place.estate, id);
  if (found === undefined) return refuse('What it is about is not written as a block.');
  const { resource, fragment } = found;
  const read = readFile(place, resource.keyRange.file);
  if (read === undefined) return refuse(`${resource.keyRange.file} cannot be edited: it is not read in full.`);
  const block = read.body.blocks.find(
    (each) => each.start <= resource.keyRange.start && resource.keyRange.start < each.end,
  );
  const [type, label] = (block?.labels ?? []).map(({ text }) => text);
  if (block === undefined || block.type !== 'resource' || type === undefined || label === undefined)
    return refuse(
      block?.type === 'module'
        ? 'A module makes it: change what the module is given.'
        : 'It is not written as a block of its own.',
    );
  const isMany = ['count', 'for_each'].some((name) => attributeOf(block.body, name) !== undefined);
  const inModule = resource.id.includes('/module.');
  const review = [
    ...(isMany ? ['The block makes several resources, and all of them change.'] : []),
    ...(inModule ? ['The module may be called by others, and they change too.'] : []),
  ];
  return { ...read, block, type, label, resource, fragment, review };
}

export function readFile(
  place: Workplace,
  file: string,
): { readonly source: HclText; readonly body: HclBody } | undefined {
  if (!/\.(?:tf|tofu)$/.test(file)) return undefined;
  const read = place.tree.read(file);
  if (!('text' in read)) return undefined;
  const { body, diagnostics } = readHcl(read.text, file);
  if (diagnostics.some(({ effect }) => effect === 'incomplete')) return undefined;
  return { source: { file, text: read.text, lineEnd: read.text.includes('\r\n') ? '\r\n' : '\n' }, body };
}

/** The innermost block around an offset. */
export function blockAround(body: HclBody, offset: number): HclBlock | undefined {
  let found: HclBlock | undefined;
  for (let inner: HclBody | undefined = body; inner !== undefined;) {
    const next: HclBlock | undefined = inner.blocks.find((each) => each.start <= offset && offset < each.end);
    if (next === undefined) return found;
    found = next;
    inner = next.body;
  }
  return found;
}

/** The literal that stands exactly at a place. */
export function literalAt(body: HclBody, start: number, end: number): Expression | undefined {
  const block = blockAround(body, start);
  const open: Expression[] = (block?.body.attributes ?? []).map(({ value }) => value);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.start === start && next.end === end) return next;
    if (next.kind === 'list') open.push(...next.items);
    if (next.kind === 'map') open.push(...next.entries.map(({ value }) => value));
    if (next.kind === 'call') open.push(...next.args);
  }
  return undefined;
}
