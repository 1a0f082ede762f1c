import type { SourceRange } from '@leastwise/model';
import { deeper, nextStep, type Labels } from './label.ts';
import type { Machine } from './machine.ts';
import { memberName } from './spec-index.ts';
import { transformBit } from './transforms.ts';
import { constant, opaque, type ExternalValue, type Value } from './value.ts';
import type { SourcePath } from '../specs/spec.ts';

const longestName = 200;

/** A member of something that is not the scanned code: known by its canonical name. */
export function getOfExternal(
  machine: Machine,
  object: ExternalValue,
  key: string,
  at: SourceRange,
  access: 'member' | 'item',
): Value {
  const own = object.members?.values.get(key);
  if (own !== undefined) return own;
  if (key === 'default' && object.name.endsWith('#')) return object;
  const { language } = machine;
  const environment = environmentOf(object.name, key, access);
  if (environment !== undefined) {
    machine.facts.readEnvironment(environment, at);
    return machine.environment.values.get(environment) ?? { kind: 'environment', name: environment };
  }
  if (key === 'length' && (object.labels.length > 0 || object.made !== undefined)) return opaque([], 'number');
  const written =
    access === 'item' && !object.name.endsWith('#') ? itemName(object.name, key) : memberName(object.name, key);
  if (written.length > longestName) return opaque(deeper(object.labels, key));
  const name = machine.specs.canonical(language, written);
  const labels = deeper(object.labels, /^\d+$/.test(key) ? '[]' : key);
  const path = machine.specs.input(language, name);
  if (path !== undefined) {
    return { kind: 'external', name, labels: requestLabels(machine, path, name, at), owner: object };
  }
  // Below what a request holds there is data only.
  if (object.labels.length > 0 && machine.specs.input(language, object.name) !== undefined) {
    return opaque(labels, 'any', 'data of a request');
  }
  const literal = literals[name];
  if (literal !== undefined) return constant(literal);
  return {
    kind: 'external',
    name,
    labels,
    owner: object,
    ...(object.made === undefined ? {} : { made: object.made }),
  };
}

function itemName(name: string, key: string): string {
  return /^-?\d+$/.test(key) ? `${name}[]` : memberName(name, key);
}

const literals: Readonly<Record<string, string | number>> = {
  'path#sep': '/',
  'os#sep': '/',
  'os#linesep': '\n',
  'os#EOL': '\n',
  'path#delimiter': ':',
};

/** A member of the environment of Python is one of its methods: `os.environ.get`. */
export function environmentOf(name: string, key: string, access: 'member' | 'item'): string | undefined {
  if (name === 'os#environ') return access === 'item' ? key : undefined;
  return name === 'global#process.env' || name === 'process#env' ? key : undefined;
}

/** The labels of data that a request object of a framework holds. */
export function requestLabels(machine: Machine, path: SourcePath, name: string, at: SourceRange): Labels {
  const shown = name.slice(name.indexOf('#') + 1);
  return [
    {
      source: {
        event: machine.entryEvent,
        path: shown === '' ? path.path : shown,
        trust: path.trust,
        confidence: 'high',
      },
      transforms: (path.transforms ?? []).reduce((all, one) => all | transformBit(one), 0),
      step: nextStep(undefined, at, `${shown} comes from the caller`),
    },
  ];
}
