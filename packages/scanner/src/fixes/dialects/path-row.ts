import type { Path } from '../text/set-path.ts';
import type { Spelled } from '../text/print-value.ts';

/**
 * Where a dialect writes a property of CloudFormation: `owner` is what the user wrote, `target` the resource that comes of it.
 * `from` and everything below it stands at `to` and below; `value` turns the value, undefined where it cannot be said.
 */
export interface PathRow {
  readonly owner: string;
  readonly target: string;
  readonly from: string;
  readonly to: string;
  readonly value?: (value: Spelled) => Spelled | undefined;
  /** Why somebody has to look. */
  readonly review?: string;
}

export interface Placed {
  readonly path: Path;
  readonly value: Spelled;
  readonly review?: string;
}

/** A list of rows for properties that have the same name on both sides. */
export function same(owner: string, target: string, names: string, below = 'Properties'): readonly PathRow[] {
  return names
    .split(/\s+/)
    .filter((name) => name !== '')
    .map((name) => ({ owner, target, from: name, to: below === '' ? name : `${below}.${name}` }));
}

export function renamed(
  owner: string,
  target: string,
  names: Readonly<Record<string, string>>,
  below = 'Properties',
): readonly PathRow[] {
  return Object.entries(names).map(([from, to]) => ({
    owner,
    target,
    from,
    to: below === '' ? to : `${below}.${to}`,
  }));
}

/** The place of a property by the longest row that fits. */
export function placeByRows(
  rows: readonly PathRow[],
  owner: string,
  target: string,
  path: Path,
  value: Spelled,
): Placed | undefined {
  const written = path.join('.');
  const row = rows
    .filter((each) => each.owner === owner && each.target === target)
    .filter((each) => written === each.from || written.startsWith(`${each.from}.`))
    .reduce<PathRow | undefined>(
      (best, each) => (best === undefined || each.from.length > best.from.length ? each : best),
      undefined,
    );
  if (row === undefined) return undefined;
  const turned = row.value === undefined ? value : row.value(value);
  if (turned === undefined) return undefined;
  const rest = path.slice(row.from.split('.').length);
  return {
    path: [...stepsOf(row.to), ...rest],
    value: turned,
    ...(row.review === undefined ? {} : { review: row.review }),
  };
}

export function stepsOf(path: string): Path {
  return path === '' ? [] : path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
