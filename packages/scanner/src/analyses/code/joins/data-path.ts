/** A path of data as its parts: `Records[].body.id` as `Records`, `[]`, `body`, `id`. An index is any item. */
export function partsOf(path: string): readonly string[] {
  return path
    .replaceAll(/\[[^\]]*\]/g, '.[]')
    .split('.')
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? '[]' : part));
}

export function pathOf(parts: readonly string[]): string {
  return parts.reduce((path, part) => (part === '[]' ? `${path}[]` : path === '' ? part : `${path}.${part}`), '');
}

/** What of a path lies below another; undefined when it does not. */
export function below(path: string, prefix: string): string | undefined {
  const parts = partsOf(path);
  const head = partsOf(prefix);
  return head.every((part, index) => parts[index] === part) ? pathOf(parts.slice(head.length)) : undefined;
}

export function joined(path: string, rest: string): string {
  return pathOf([...partsOf(path), ...partsOf(rest)]);
}

/**
 * Whether data that is sent at one path is (a part of) what is read at another: `order` holds `order.id`, and who reads `order`
 * reads `order.id` too. Gives what the reader reads below it; undefined when they have nothing in common.
 */
export function readBelow(sent: string, read: string): string | undefined {
  const given = partsOf(sent);
  const wanted = partsOf(read);
  // What stands beside a message is no part of it.
  if ((given[0] ?? '').startsWith('@') !== (wanted[0] ?? '').startsWith('@')) return undefined;
  for (let index = 0; index < given.length && index < wanted.length; index++) {
    const [a, b] = [given[index], wanted[index]];
    if (a !== b && a !== '*' && b !== '*' && a !== '[]' && b !== '[]') return undefined;
    if ((a === '[]' || b === '[]') && a !== b && a !== '*' && b !== '*') return undefined;
  }
  return pathOf(wanted.slice(given.length));
}

/** Rows of a table without the types that the stream writes between: `email.S` is `email`. */
export function withoutTypes(path: string): string {
  const [first, ...rest] = partsOf(path);
  return pathOf([
    ...(first === undefined ? [] : [first]),
    ...rest.filter((part) => !/^(?:S|N|B|M|L|SS|NS|BS|BOOL|NULL)$/.test(part)),
  ]);
}
