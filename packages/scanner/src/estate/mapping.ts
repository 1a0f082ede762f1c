import { asList, asMap, asText, member, type SourceRange, type Unknown, type Value } from '@leastwise/model';

/**
 * One row of a mapping table: where each dialect writes the field, what the platform does when nobody writes it, and the
 * page that says so. Checks see the field, never the path.
 */
export interface FieldOptions<T> {
  readonly default?: T;
  /** The AWS page that gives the default or the meaning, when it is not the resource's own reference page. */
  readonly page?: string;
}

export interface Field<T> {
  readonly path: string;
  readonly default?: unknown;
  readonly page?: string;
  /** The fields of a block or of each item of a list. */
  readonly fields?: Fields;
  readonly read: (owner: Value) => T;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type FacetOf<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** A list as written. `open` is set when (part of) the list is not known. */
export interface Items<T> {
  readonly items: readonly T[];
  readonly present: boolean;
  readonly open?: Unknown;
  readonly origin: SourceRange;
}

/** A nested block. `present` is false when nobody wrote it; its fields then hold their defaults. */
export type Section<F extends Fields> = FacetOf<F> & {
  readonly present: boolean;
  readonly open?: Unknown;
  readonly origin: SourceRange;
};

export interface Mapping<Kind extends string = string, F extends Fields = Fields> {
  readonly kind: Kind;
  readonly types: readonly string[];
  /** The property that names the resource, if a user may choose it. */
  readonly nameField?: string;
  readonly page: string;
  readonly fields: F;
}

export function mapping<const Kind extends string, F extends Fields>(
  kind: Kind,
  about: { readonly types: readonly string[]; readonly name?: string; readonly page: string },
  fields: F,
): Mapping<Kind, F> {
  return {
    kind,
    types: about.types,
    page: about.page,
    fields,
    ...(about.name === undefined ? {} : { nameField: about.name }),
  };
}

/** Reads every field of a mapping from the properties of a resource. */
export function readFacet<F extends Fields>(fields: F, owner: Value): FacetOf<F> {
  const facet: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) facet[name] = fields[name]?.read(owner);
  return facet as FacetOf<F>;
}

export const text = (path: string, options: FieldOptions<string> = {}): Field<Value<string>> =>
  field(path, options, (value) => scalar(value, options.default, (data) => asText(data)));

/** Numbers written as text count too, as CloudFormation takes them. */
export const number = (path: string, options: FieldOptions<number> = {}): Field<Value<number>> =>
  field(path, options, (value) =>
    scalar(value, options.default, (data) => {
      const written = asText(data);
      return written === undefined || written.trim() === '' || Number.isNaN(Number(written))
        ? undefined
        : Number(written);
    }),
  );

export const flag = (path: string, options: FieldOptions<boolean> = {}): Field<Value<boolean>> =>
  field(path, options, (value) =>
    scalar(value, options.default, (data) => {
      const written = asText(data)?.toLowerCase();
      return written === 'true' ? true : written === 'false' ? false : undefined;
    }),
  );

/** The value as read, structure and references included. */
export const data = (path: string, options: FieldOptions<never> = {}): Field<Value> =>
  field(path, options, (value) => value);

/** A list of scalars or references. A lone scalar counts as a list of one, as CloudFormation takes it. */
export const values = (path: string, options: FieldOptions<never> = {}): Field<Items<Value>> =>
  field(path, options, (value) => items(value, (item) => item));

export const list = <F extends Fields>(
  path: string,
  fields: F,
): Field<Items<FacetOf<F> & { readonly origin: SourceRange }>> => ({
  ...field(path, {}, (value) => items(value, (item) => ({ ...readFacet(fields, item), origin: item.origin }))),
  fields,
});

export const section = <F extends Fields>(path: string, fields: F): Field<Section<F>> => ({
  ...field(path, {}, (value) => ({
    ...readFacet(fields, value),
    present: value.kind !== 'absent',
    origin: value.origin,
    ...(value.kind === 'unknown' ? { open: value } : {}),
  })),
  fields,
});

/** The entries of a free map, such as environment variables or tags written as a map. */
export const entries = (
  path: string,
  options: FieldOptions<never> = {},
): Field<Items<{ readonly key: string; readonly value: Value }>> =>
  field(path, options, (value) => {
    const map = asMap(value);
    return {
      items: map === undefined ? [] : [...map].map(([key, inner]) => ({ key, value: inner })),
      present: value.kind !== 'absent',
      origin: value.origin,
      ...openOf(value),
    };
  });

function field<T>(path: string, options: FieldOptions<unknown>, read: (value: Value) => T): Field<T> {
  const steps = path === '' ? [] : path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return { ...options, path, read: (owner) => read(steps.length === 0 ? owner : member(owner, ...steps)) };
}

function scalar<T>(value: Value, fallback: T | undefined, convert: (value: Value) => T | undefined): Value<T> {
  switch (value.kind) {
    case 'absent':
      return { ...value, kind: 'absent', ...(fallback === undefined ? {} : { default: fallback }) } as Value<T>;
    case 'choice':
      return {
        ...value,
        options: value.options.map((option) => ({ when: option.when, value: scalar(option.value, fallback, convert) })),
      };
    case 'known': {
      const converted = convert(value);
      if (converted !== undefined) return { ...value, value: converted };
      return {
        kind: 'unknown',
        cause: 'invalid',
        reason: 'What stands here is not of the type that the platform takes.',
        origin: value.origin,
      };
    }
    default:
      return value;
  }
}

function items<T>(value: Value, convert: (item: Value) => T): Items<T> {
  const written = asList(value);
  const members =
    written ?? (value.kind === 'absent' || value.kind === 'unknown' || value.kind === 'choice' ? [] : [value]);
  return {
    items: members.filter((item) => item.kind !== 'absent').map(convert),
    present: value.kind !== 'absent',
    origin: value.origin,
    ...openOf(value),
  };
}

function openOf(value: Value): { open?: Unknown } {
  if (value.kind === 'unknown') return { open: value };
  if (value.kind !== 'choice') return {};
  return {
    open: {
      kind: 'unknown',
      cause: 'parameter',
      reason: 'Several values are possible here.',
      origin: value.origin,
    },
  };
}
