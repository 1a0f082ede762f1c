import {
  isAbsent,
  settled,
  type Evidence,
  type FixIntent,
  type Mappings,
  type SourceRange,
  type Unknown,
  type Value,
} from '@leastwise/model';
import type { Estate } from '../estate/estate.ts';
import type { Kind } from '../estate/facets/index.ts';
import { defineCheck, fail, notApplicable, open, pass, type Check, type SubjectOf } from './define-check.ts';

/** A check that one property has, or has not, a value: what it is called, when it is well, what to write. */
export interface PropertyCheck<K extends Kind> extends Omit<Check<K>, 'evaluate'> {
  /** The property in the words of the platform: `VersioningConfiguration.Status`. */
  readonly property: string;
  /** Undefined where the question does not arise. */
  readonly look: (subject: SubjectOf<K>, estate: Estate) => Look | undefined;
  /** One sentence on the case, given the name of the subject. */
  readonly message: (name: string) => string;
  /** One line: `set XrayEnabled: true`. */
  readonly remedy: string;
  readonly edit?: (subject: SubjectOf<K>, estate: Estate) => readonly FixIntent[];
  /** What else has to do with it: what stands behind, what it is used for. */
  readonly evidence?: (subject: SubjectOf<K>, estate: Estate) => readonly Evidence[];
}

/** What was seen of a property. */
export type Look =
  | { readonly sees: 'good' }
  | {
      readonly sees: 'bad';
      readonly at: SourceRange;
      /** When it is one part of the question: the ids of that part. */ readonly mappings?: Mappings;
    }
  | { readonly sees: 'open'; readonly value: Value<unknown> };

export function definePropertyCheck<const K extends Kind>(spec: PropertyCheck<K>): Check {
  const { property, look, message, remedy, edit, evidence, ...about } = spec;
  return defineCheck<K>({
    ...about,
    evaluate(subject, { estate }) {
      const seen = look(subject, estate);
      if (seen === undefined) return notApplicable;
      if (seen.sees === 'good') return pass;
      if (seen.sees === 'open') return open(`${property} of ${subject.name}`, seen.value, estate);
      return fail(seen.at, message(subject.name), {
        ...(seen.mappings === undefined ? {} : { mappings: seen.mappings }),
        evidence: evidence?.(subject, estate) ?? [],
        fix: { summary: remedy, edit: edit?.(subject, estate) ?? [] },
      });
    },
  });
}

interface Subject {
  readonly keyRange: SourceRange;
}

/** Looks at a value; one that nobody wrote is judged by the default of the platform, and is bad without one. */
export function value<T>(subject: Subject, written: Value<T>, isGood: (value: T) => boolean): Look {
  const known = settled(written);
  if (known !== undefined && known !== null && isGood(known)) return { sees: 'good' };
  if (isAbsent(written)) return { sees: 'bad', at: subject.keyRange };
  return known === undefined ? { sees: 'open', value: written } : { sees: 'bad', at: written.origin };
}

/** Looks whether a block or a list is there. */
export function part(
  subject: Subject,
  block: { readonly present: boolean; readonly open?: Unknown; readonly items?: readonly unknown[] },
): Look {
  if (block.open !== undefined) return { sees: 'open', value: block.open };
  return block.present && block.items?.length !== 0 ? { sees: 'good' } : { sees: 'bad', at: subject.keyRange };
}

/** Looks whether a property is written at all, whatever it names. */
export function written(subject: Subject, property: Value<unknown>): Look {
  if (property.kind === 'unknown') return { sees: 'open', value: property };
  return isAbsent(property) ? { sees: 'bad', at: subject.keyRange } : { sees: 'good' };
}

/** Looks whether anything else in the estate does it. */
export function somebody(subject: Subject, does: boolean): Look {
  return does ? { sees: 'good' } : { sees: 'bad', at: subject.keyRange };
}
