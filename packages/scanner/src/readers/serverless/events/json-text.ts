import type { SourceRange, Value } from '@leastwise/model';
import { textValue } from '../../cloudformation/text-value.ts';

/** Data as the JSON text that is deployed; what is not known leaves a hole. */
export function jsonText(value: Value, origin: SourceRange): Value {
  return textValue(pieces(value), origin);
}

function pieces(value: Value): readonly (string | Value)[] {
  if (value.kind === 'absent') return ['null'];
  if (value.kind !== 'known') return ['"', value, '"'];
  const data = value.value;
  if (data instanceof Map) {
    const members = [...(data as ReadonlyMap<string, Value>)];
    return [
      '{',
      ...members.flatMap(([key, inner], index) => [
        `${index === 0 ? '' : ','}${JSON.stringify(key)}:`,
        ...pieces(inner),
      ]),
      '}',
    ];
  }
  if (Array.isArray(data)) {
    const items = data as readonly Value[];
    return ['[', ...items.flatMap((inner, index) => [index === 0 ? '' : ',', ...pieces(inner)]), ']'];
  }
  return [JSON.stringify(data)];
}
