import type { SourceAction, SourceType } from './read-actions.ts';
import type { SourceMember, SourceOperation } from './read-models.ts';

const placeholder = /\$\{([^}]+)\}/g;
const pseudo = new Set(['Partition', 'Region', 'Account']);

/**
 * Which resources the input of an operation names, derived from the ARN formats of the action's resource types and the names
 * of the members, in the notation of the pack. A type is taken when the input names all of its placeholders; a required type
 * also when it names some or none.
 */
export function deriveTemplates(
  operation: SourceOperation,
  action: SourceAction,
  types: ReadonlyMap<string, SourceType>,
): readonly string[] {
  const found = action.resources.flatMap(({ type, required }) => {
    const source = types.get(type);
    if (source === undefined) return [];
    const whole = wholeArn(operation, source);
    const bound = bind(operation, source);
    if (whole !== undefined && bound.complete) {
      return [
        { type, names: [], text: `${type}=${whole}?${root(whole)}` },
        { type, names: bound.members, text: `${bound.text}?${bound.members.map(root).join(' & ')}` },
      ];
    }
    if (whole !== undefined)
      return [{ type, names: [], text: `${type}=${whole}${given(operation, [whole], required)}` }];
    if (bound.complete) {
      return [{ type, names: bound.members, text: `${bound.text}${given(operation, bound.members, required)}` }];
    }
    return required ? [{ type, names: [], text: bound.text }] : [];
  });
  return withSpecialisations(onlyOneWhole(found)).slice(0, 6);
}

/** A type that is not required is on the table only when the call names one; a call that must name one always does. */
function given(operation: SourceOperation, members: readonly string[], required: boolean): string {
  const optional = members
    .map(root)
    .filter((name) => operation.members.some((member) => member.name === name && !member.required));
  return required || optional.length === 0 ? '' : `?${optional.join(' & ')}`;
}

interface Found {
  readonly type: string;
  /** Members that fill the placeholders; none where the whole ARN is given. */
  readonly names: readonly string[];
  readonly text: string;
}

/** `ResourceArn` of a tagging operation fits every type: it is one resource, of the first type. */
function onlyOneWhole(found: readonly Found[]): readonly Found[] {
  const seen = new Set<string>();
  return found.filter(({ text }) => {
    const member = /=([^?]+)/.exec(text)?.[1];
    if (member === undefined) return true;
    if (seen.has(member)) return false;
    seen.add(member);
    return true;
  });
}

/** The type with more placeholders counts when its further members are given: an index of a table. */
function withSpecialisations(found: readonly Found[]): readonly string[] {
  return found.map((each) => {
    const base = found.find(
      (other) =>
        other !== each &&
        other.names.length > 0 &&
        other.names.length < each.names.length &&
        other.names.every((name) => each.names.includes(name)),
    );
    if (base === undefined || each.text.includes('?')) return each.text;
    const further = each.names.filter((name) => !base.names.includes(name));
    return `${each.text}?${further.map(root).join(' & ')}`;
  });
}

interface Bound {
  readonly text: string;
  readonly complete: boolean;
  readonly members: readonly string[];
}

function bind(operation: SourceOperation, type: SourceType): Bound {
  const names = [...(type.arns[0] ?? '').matchAll(placeholder)]
    .map((match) => match[1] ?? '')
    .filter((name) => !pseudo.has(name));
  const bindings = names.flatMap((name) => {
    const member = memberFor(name, operation, type, names.length);
    return member === undefined ? [] : [[name, member] as const];
  });
  return {
    text:
      bindings.length === 0
        ? type.name
        : `${type.name}{${bindings.map(([name, member]) => `${name}:${member}`).join(',')}}`,
    complete: names.length > 0 && bindings.length === names.length,
    members: bindings.map(([, member]) => member),
  };
}

function memberFor(name: string, operation: SourceOperation, type: SourceType, count: number): string | undefined {
  // IAM names roles by name and path; calls give the name.
  const wanted = plain(name).replace(/withpath$/, '');
  const stem = wanted.replace(/(?:name|id|identifier)$/, '');
  const exact = [wanted, ...(stem === wanted ? [] : [`${stem}identifier`, stem])].filter(Boolean);
  const typeName = plain(type.name);
  // A bare `Id` or `Name` is of the thing that the operation is named after.
  const named = plain(operation.name);
  const subject = [stem, typeName].find((each) => each !== '' && (named.endsWith(each) || named.endsWith(`${each}s`)));
  const bare = subject !== undefined && count === 1 ? ['id', 'name', 'identifier'] : [];
  const generic =
    count === 1 && ['resourceid', 'id', 'name', 'resourcename'].includes(wanted)
      ? [`${typeName}id`, `${typeName}name`, `${typeName}identifier`, typeName]
      : [];
  const candidates = [
    ...exact,
    ...generic,
    ...(bare.includes('id') && wanted.endsWith('id') ? ['id', 'identifier'] : []),
    ...(bare.includes('name') && wanted.endsWith('name') ? ['name'] : []),
  ];
  for (const candidate of candidates) {
    const member = operation.members.find((each) => each.kind === 'string' && plain(each.name) === candidate);
    if (member !== undefined) return member.name;
    const many = operation.members.find(
      (each) => each.kind === 'list' && each.element === 'string' && plain(each.name) === `${candidate}s`,
    );
    if (many !== undefined) return `${many.name}[]`;
  }
  return undefined;
}

function wholeArn(operation: SourceOperation, type: SourceType): string | undefined {
  const stems = [
    plain(type.name),
    ...[...(type.arns[0] ?? '').matchAll(placeholder)].map((match) =>
      plain(match[1] ?? '').replace(/(?:name|id)$/, ''),
    ),
  ].filter((stem) => stem.length > 2);
  const named = plain(operation.name);
  const wanted = stems
    .slice(0, 1)
    .concat(stems.at(-1) ?? [])
    .map((stem) => `${stem}arn`);
  if (stems.some((stem) => named.includes(stem)) || /tag/.test(named)) wanted.push('resourcearn', 'arn');
  for (const name of wanted) {
    const member = operation.members.find((each: SourceMember) => plain(each.name) === name);
    if (member?.kind === 'string') return member.name;
    const many = operation.members.find((each) => plain(each.name) === `${name}s`);
    if (many?.kind === 'list' && many.element === 'string') return `${many.name}[]`;
  }
  return undefined;
}

function root(member: string): string {
  return member.replace(/[.[{].*$/, '');
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
