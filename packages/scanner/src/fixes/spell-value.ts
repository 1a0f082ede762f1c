import type { FixMap, FixNew, FixPseudo, FixReference, FixText, FixValue } from '@leastwise/model';
import { Call, type Spelled, type SpelledMap } from './text/print-value.ts';

export interface Names {
  /** The logical id of a node of the same stack. */
  readonly logicalId: (id: string) => string | undefined;
  /** The logical id of what the same fix adds. */
  readonly added: (suffix: string) => string;
}

/** A value in the words of CloudFormation. Undefined where it names what cannot be named in this stack. */
export function spellValue(value: FixValue, names: Names): Spelled | undefined {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) {
    const items = value.map((item) => spellValue(item, names));
    return items.includes(undefined) ? undefined : (items as readonly Spelled[]);
  }
  if (isText(value)) {
    const parts = value.$text.map((part) => (typeof part === 'string' ? escaped(part) : hole(part, names)));
    return parts.includes(undefined) ? undefined : new Call('Sub', parts.join(''));
  }
  if (isReference(value) || isNew(value)) {
    const name = isReference(value) ? names.logicalId(value.$ref) : names.added(value.$new);
    if (name === undefined) return undefined;
    return value.attribute === 'Ref' ? new Call('Ref', name) : new Call('GetAtt', `${name}.${value.attribute}`);
  }
  if (isPseudo(value)) return new Call('Ref', `AWS::${value.$pseudo}`);
  const members: Record<string, Spelled> = {};
  for (const [key, inner] of Object.entries(value)) {
    const spelled = spellValue(inner, names);
    if (spelled === undefined) return undefined;
    members[key] = spelled;
  }
  return members satisfies SpelledMap;
}

function hole(part: FixReference | FixNew | FixPseudo, names: Names): string | undefined {
  if (isPseudo(part)) return `\${AWS::${part.$pseudo}}`;
  const name = '$ref' in part ? names.logicalId(part.$ref) : names.added(part.$new);
  if (name === undefined) return undefined;
  return part.attribute === 'Ref' ? `\${${name}}` : `\${${name}.${part.attribute}}`;
}

const escaped = (text: string): string => text.replaceAll('${', '${!');

export function isList(value: FixValue): value is readonly FixValue[] {
  return Array.isArray(value);
}
export function isText(value: object): value is FixText {
  return '$text' in value;
}
export function isReference(value: object): value is FixReference {
  return '$ref' in value;
}
export function isNew(value: object): value is FixNew {
  return '$new' in value;
}
export function isPseudo(value: object): value is FixPseudo {
  return '$pseudo' in value;
}
export function isFixMap(value: FixValue): value is FixMap {
  return (
    typeof value === 'object' &&
    value !== null &&
    !isList(value) &&
    !isText(value) &&
    !isReference(value) &&
    !isNew(value) &&
    !isPseudo(value)
  );
}
