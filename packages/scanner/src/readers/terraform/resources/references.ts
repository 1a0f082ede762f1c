import { asList, asMap, type Reference, type Text, type Unknown, type Value } from '@leastwise/model';
import { encodedAs, isEncodedText } from '../evaluate/encoded-text.ts';
import { dataValue } from './data-sources.ts';
import { pseudo } from './pseudo.ts';
import type { ReferenceTargets } from './reference-targets.ts';
import { capitals } from './spell-out.ts';

const MAX_DEPTH = 64;

/** Every reference inside a value in the words of CloudFormation: `arn` of a queue becomes `Arn`, its `id` becomes `Ref`. */
export function translateReferences(value: Value, targets: ReferenceTargets, depth = 0): Value {
  if (depth > MAX_DEPTH) return value;
  switch (value.kind) {
    case 'reference':
      return translateReference(value, targets);
    case 'text':
      return translateText(value, targets);
    case 'choice':
      return {
        ...value,
        options: value.options.map(({ when, value: inner }) => ({
          when,
          value: translateReferences(inner, targets, depth + 1),
        })),
      };
    case 'known': {
      const keep = isEncodedText(value) ? encodedAs : (same: Value): Value => same;
      const items = asList(value);
      if (items !== undefined)
        return keep({ ...value, value: items.map((item) => translateReferences(item, targets, depth + 1)) });
      const map = asMap(value);
      if (map === undefined) return value;
      return keep({
        ...value,
        value: new Map([...map].map(([key, inner]) => [key, translateReferences(inner, targets, depth + 1)])),
      });
    }
    default:
      return value;
  }
}

function translateReference(reference: Reference, targets: ReferenceTargets): Value {
  const instance = targets.instance(reference.node);
  if (instance === undefined) return reference;
  if (instance.mode === 'data') return dataValue(reference, instance, targets);
  const owner = targets.ownerOf(instance);
  if (owner !== undefined) return { ...reference, node: owner.id, attribute: 'Ref' };
  const row = targets.rowOf(instance);
  const written = row?.attributes[reference.attribute];
  const attribute = written ?? plainAttributes[reference.attribute] ?? capitals(reference.attribute);
  return attribute.includes('${') ? fillTemplate(attribute, reference) : { ...reference, attribute };
}

/** Where nothing else is said: the provider's words for what every CloudFormation resource has. */
const plainAttributes: Readonly<Record<string, string>> = { '': 'Ref', id: 'Ref', name: 'Ref', arn: 'Arn' };

function translateText(text: Text, targets: ReferenceTargets): Value {
  const parts: (string | Reference | Unknown)[] = [];
  for (const part of text.parts) {
    if (typeof part === 'string' || part.kind !== 'reference') parts.push(part);
    else parts.push(...partsOf(translateReference(part, targets)));
  }
  return joinParts(parts, text);
}

function partsOf(value: Value): readonly (string | Reference | Unknown)[] {
  switch (value.kind) {
    case 'reference':
    case 'unknown':
      return [value];
    case 'text':
      return value.parts;
    case 'known':
      if (typeof value.value !== 'object') return [String(value.value)];
  }
  return [
    {
      kind: 'unknown',
      cause: 'attribute',
      reason: 'What is put in here is known only to a deployment.',
      origin: value.origin,
    },
  ];
}

function joinParts(parts: readonly (string | Reference | Unknown)[], like: Text): Value {
  const joined: (string | Reference | Unknown)[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  const only = joined[0];
  if (joined.length === 1 && typeof only === 'string')
    return {
      kind: 'known',
      value: only,
      origin: like.origin,
      ...(like.via === undefined ? {} : { via: like.via }),
      ...(like.sensitive === undefined ? {} : { sensitive: like.sensitive }),
    };
  return { ...like, parts: joined };
}

/** `arn:${AWS::Partition}:…:functions/${Arn}/invocations` with `Arn` of the node that the reference names. */
function fillTemplate(template: string, reference: Reference): Value {
  const parts = template.split(/\$\{([^}]+)\}/).map((piece, index): string | Reference | Unknown => {
    if (index % 2 === 0) return piece;
    return piece.startsWith('AWS::') ? pseudo(piece, reference.origin) : { ...reference, attribute: piece };
  });
  return {
    kind: 'text',
    parts: parts.filter((part) => part !== ''),
    origin: reference.origin,
    ...(reference.via === undefined ? {} : { via: reference.via }),
  };
}
