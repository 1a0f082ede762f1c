import type { CodeValue } from '@leastwise/code';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { eventTexts } from './event-texts.ts';
import { givenByLambda } from './lambda-variables.ts';
import { spell } from './spell-arn.ts';

/** More texts than this of one value are one text that may be anything. */
const most = 8;

/** The texts that a value of the code can be, in the spelling of policies; `*` stands for what only a run decides. */
export function textsOf(estate: Estate, subject: NodeOf<'function'>, value: CodeValue): readonly string[] {
  const found = [...new Set(read(estate, subject, value))];
  return found.length > most ? ['*'] : found;
}

function read(estate: Estate, subject: NodeOf<'function'>, value: CodeValue): readonly string[] {
  switch (value.kind) {
    case 'literal':
      return [String(value.value).replaceAll(/[*?]/g, '*')];
    case 'one-of':
      return value.values.slice(0, most + 1).flatMap((one) => textsOf(estate, subject, one));
    case 'environment': {
      const variable = subject.facet.environment.items.find(({ key }) => key === value.name);
      if (variable !== undefined) return [spell(estate, variable.value)];
      const given = givenByLambda(estate, subject, value.name);
      if (given !== undefined) return [given];
      return value.fallback === undefined ? ['*'] : textsOf(estate, subject, value.fallback);
    }
    case 'text': {
      let texts: readonly string[] = [''];
      for (const part of value.parts) {
        const next = textsOf(estate, subject, part);
        texts =
          texts.length * next.length > most
            ? texts.map((text) => `${text}*`)
            : texts.flatMap((text) => next.map((one) => text + one));
      }
      return texts;
    }
    case 'event':
      return eventTexts(estate, subject, value.path) ?? ['*'];
    default:
      return ['*'];
  }
}

/**
 * The values at a path of the input such as `Entries[].EventBusName` or `RequestItems{}`. `open`: there may be others, or the
 * member may be there although nobody sees it.
 */
export function membersAt(
  input: ReadonlyMap<string, CodeValue>,
  complete: boolean,
  path: string,
): { readonly values: readonly CodeValue[]; readonly open: boolean } {
  let values: readonly CodeValue[] = [{ kind: 'map', entries: input, complete }];
  let open = false;
  for (const step of path.match(/\[\]|\{\}|[^.[\]{}]+/g) ?? []) {
    values = values.flatMap(eachOf).flatMap((value): readonly CodeValue[] => {
      if (step === '[]') {
        if (value.kind === 'list') return value.items;
        open = true;
        return [];
      }
      if (value.kind !== 'map') {
        open = true;
        return [];
      }
      open ||= !value.complete && (step === '{}' || !value.entries.has(step));
      if (step === '{}') return [...value.entries.keys()].map(keyValue);
      const inner = value.entries.get(step);
      return inner === undefined ? [] : [inner];
    });
  }
  return { values, open };
}

/** What is one of several is each of them. */
function eachOf(value: CodeValue): readonly CodeValue[] {
  return value.kind === 'one-of' ? value.values.flatMap(eachOf) : [value];
}

/** A key that is an environment variable is written `${TABLE}`. */
function keyValue(key: string): CodeValue {
  const name = /^\$\{(\w+)\}$/.exec(key)?.[1];
  return name === undefined ? { kind: 'literal', value: key } : { kind: 'environment', name };
}
