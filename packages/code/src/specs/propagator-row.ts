import type { CodeLanguage } from '../ir/module.ts';
import type { ArgumentPlace, CalleeName, PropagatorSpec, SanitizerSpec, Transform } from './spec.ts';

export interface PropagatorAbout {
  readonly from?: ArgumentPlace;
  readonly to?: NonNullable<PropagatorSpec['to']>;
  readonly transform?: Transform;
  readonly moves?: false;
  /** Imports and statements before the expression. */
  readonly before?: string;
}

/** Rows of one language; the id is made from the first callee, so that a row is one line. */
export function propagator(
  language: CodeLanguage,
  callees: readonly CalleeName[],
  value: string,
  about: PropagatorAbout = {},
): PropagatorSpec {
  const { from = 0, before, ...rest } = about;
  return {
    id: `${language}/${callees[0] ?? ''}${about.from === undefined ? '' : `@${placeName(about.from)}`}${about.transform === undefined ? '' : `:${about.transform}`}`,
    language,
    callees,
    from,
    ...rest,
    example: { value, ...(before === undefined ? {} : { before }) },
  };
}

export type SanitizerAbout = Partial<Pick<SanitizerSpec, 'from' | 'works' | 'when'>> & { readonly before?: string };

export function sanitizer(
  language: CodeLanguage,
  transform: Transform,
  callees: readonly CalleeName[],
  value: string,
  about: SanitizerAbout = {},
): SanitizerSpec {
  const { from = 0, works = 'result', before, ...rest } = about;
  return {
    id: `${language}/${callees[0] ?? ''}:${transform}:${works}`,
    language,
    callees,
    from,
    transform,
    works,
    ...rest,
    example: { value, ...(before === undefined ? {} : { before }) },
  };
}

function placeName(place: ArgumentPlace): string {
  return typeof place === 'object' ? (place.name ?? place.member ?? String(place.index ?? place.from)) : String(place);
}
