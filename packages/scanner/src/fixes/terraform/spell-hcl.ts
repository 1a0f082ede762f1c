import type { FixValue, NodeId } from '@leastwise/model';
import { rowsByType } from '../../readers/terraform/resources/index.ts';
import { isJoin } from '../../readers/terraform/resources/row.ts';
import type { Workplace } from '../site.ts';
import { isList, isNew, isPseudo, isReference, isText } from '../spell-value.ts';
import { printText, Raw, type HclValue } from './hcl-print.ts';
import type { HclSite } from './hcl-site.ts';
import { addable, addedAttributes } from './terraform-paths.ts';

/** A value in the words of Terraform; undefined where it names what the module cannot name. */
export function spellHcl(value: FixValue, site: HclSite, place: Workplace): HclValue | undefined {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) {
    const items = value.map((item) => spellHcl(item, site, place));
    return items.includes(undefined) ? undefined : (items as readonly HclValue[]);
  }
  if (isText(value)) {
    const parts = value.$text.map((part) => {
      if (typeof part === 'string') return printText(part).slice(1, -1);
      const hole = spellHcl(part, site, place);
      return hole instanceof Raw ? `\${${hole.code}}` : undefined;
    });
    return parts.includes(undefined) ? undefined : new Raw(`"${parts.join('')}"`);
  }
  if (isReference(value)) return referenceTo(value.$ref, value.attribute, site);
  if (isNew(value)) {
    const added = place.intents.find((intent) => intent.kind === 'add-resource' && intent.suffix === value.$new);
    if (added?.kind !== 'add-resource') return undefined;
    const type = addable[added.type]?.type;
    return type === undefined
      ? undefined
      : new Raw(`${type}.${labelOf(site.label, value.$new)}.${attributeName(type, value.attribute)}`);
  }
  if (isPseudo(value)) {
    return value.$pseudo === 'AccountId' ? new Raw('data.aws_caller_identity.current.account_id') : undefined;
  }
  const members: Record<string, HclValue> = {};
  for (const [key, inner] of Object.entries(value)) {
    const spelled = spellHcl(inner, site, place);
    if (spelled === undefined) return undefined;
    members[key] = spelled;
  }
  return members;
}

/** `orders_dead_letter_queue` for what is added to `orders`. */
export function labelOf(label: string, suffix: string): string {
  return `${label}_${suffix.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase()}`;
}

function referenceTo(id: NodeId, attribute: string, site: HclSite): Raw | undefined {
  const [folder, address = ''] = splitId(id);
  const [own] = splitId(site.resource.id);
  if (folder !== own || !/^[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*$/.test(address)) return undefined;
  return new Raw(`${address}.${attributeName(address.slice(0, address.indexOf('.')), attribute)}`);
}

function splitId(id: NodeId): readonly [string, string?] {
  const cut = id.indexOf('#/');
  return cut === -1 ? [id] : [id.slice(0, cut), id.slice(cut + 2)];
}

function attributeName(type: string, attribute: string): string {
  const fixed = addedAttributes[`${type}.${attribute}`];
  if (fixed !== undefined) return fixed;
  if (attribute === 'Arn') return 'arn';
  const row = rowsByType.get(type);
  const named =
    row === undefined || isJoin(row)
      ? undefined
      : Object.entries(row.attributes).find(([, each]) => each === attribute);
  return named?.[0] ?? 'id';
}
