import type { Location, ReportFunction, ReportInput, ReportValue } from '@leastwise/model';

/** `1 function`, `3 functions`. */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

/** `12,345`. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `file:line:column`, which terminals and editors open. */
export function placeOf(location: Location): string {
  return `${location.file}:${location.line}:${location.column}`;
}

/** A value of the report as a person reads it: `30 s`, `10 or 30 s`, `unknown timeout`; undefined when there is none. */
export function valueText(value: ReportValue<string | number>, unit: string, what: string): string | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'object') return `${value}${unit}`;
  return 'oneOf' in value ? `${value.oneOf.join(' or ')}${unit}` : `unknown ${what}`;
}

/** Runtime, timeout, memory: what one wants to know first of a function. */
export function setUpOf(entry: ReportFunction): readonly string[] {
  return [
    valueText(entry.runtime, '', 'runtime'),
    valueText(entry.config.timeout, ' s', 'timeout'),
    valueText(entry.config.memory, ' MB', 'memory'),
    typeof entry.config.reservedConcurrency === 'number'
      ? `concurrency ${entry.config.reservedConcurrency}`
      : undefined,
  ].filter((part) => part !== undefined);
}

/** The first items, and how many more there are: `A, B and 3 more`. */
export function listed(items: readonly string[], most: number): string {
  if (items.length <= most)
    return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
  return `${items.slice(0, most).join(', ')} and ${items.length - most} more`;
}

/** The first sentence of a text; a short one, which mostly only prepares the next, together with that. */
export function opening(text: string): string {
  const plain =
    text
      .trim()
      .split(/\n\s*\n/)[0]
      ?.replaceAll(/\s+/g, ' ') ?? '';
  const sentences = plain.split(/(?<=[.!?])\s+(?=["'`(]?[A-Z])/);
  const first = sentences[0] ?? '';
  return first.length < 90 && sentences[1] !== undefined ? `${first} ${sentences[1]}` : first;
}

const formatNames: Readonly<Record<string, string>> = {
  sam: 'SAM',
  cloudformation: 'CloudFormation',
  cdk: 'CDK',
  serverless: 'Serverless Framework',
  terraform: 'Terraform',
  code: 'code without a template',
};

export function formatName(input: ReportInput): string {
  return formatNames[input.format] ?? input.format;
}
