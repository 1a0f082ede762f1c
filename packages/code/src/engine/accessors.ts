/** Where the getter or setter of a member stands among the members of an object. */
export function accessorKey(kind: 'get' | 'set', key: string): string {
  return `${kind} ${key}`;
}

export function isAccessorKey(key: string): boolean {
  return key.startsWith('get ') || key.startsWith('set ');
}
