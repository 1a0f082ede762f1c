/** An address as number and length in bits; addresses of different length never match each other. */
interface Address {
  readonly value: bigint;
  readonly bits: 32 | 128;
}

export interface AddressRange extends Address {
  readonly prefix: number;
}

/** `203.0.113.0/24`, `2001:db8::/32`, or one address. Undefined when it is none of these. */
export function parseRange(text: string): AddressRange | undefined {
  const slash = text.indexOf('/');
  const address = parseAddress(slash === -1 ? text : text.slice(0, slash));
  if (address === undefined) return undefined;
  if (slash === -1) return { ...address, prefix: address.bits };
  const digits = text.slice(slash + 1);
  const prefix = Number(digits);
  return /^\d{1,3}$/.test(digits) && prefix <= address.bits ? { ...address, prefix } : undefined;
}

export function parseAddress(text: string): Address | undefined {
  if (text.includes(':')) {
    const value = ipv6(text);
    return value === undefined ? undefined : { value, bits: 128 };
  }
  const value = ipv4(text);
  return value === undefined ? undefined : { value, bits: 32 };
}

export function inRange(address: Address, range: AddressRange): boolean {
  if (address.bits !== range.bits) return false;
  const rest = BigInt(range.bits - range.prefix);
  return address.value >> rest === range.value >> rest;
}

/** Whether every address of the one range lies in the other: a key such as `aws:SourceIp` may be given as a range. */
export function rangeInRange(inner: AddressRange, outer: AddressRange): boolean {
  return inner.prefix >= outer.prefix && inRange(inner, outer);
}

function ipv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return BigInt(parts.reduce((value, part) => value * 256 + Number(part), 0));
}

function ipv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(groups);
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const written = head.length + (tail?.length ?? 0);
  if (halves.length === 1 ? written !== 8 : written > 7) return undefined;
  const all = [...head, ...new Array<number>(8 - written).fill(0), ...(tail ?? [])];
  return all.reduce((value, group) => (value << 16n) | BigInt(group), 0n);
}

function groups(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const dotted = parts.at(-1)?.includes('.') ? ipv4(parts.pop() ?? '') : undefined;
  if (text.includes('.') && dotted === undefined) return undefined;
  if (!parts.every((part) => /^[\da-f]{1,4}$/i.test(part))) return undefined;
  const read = parts.map((part) => Number.parseInt(part, 16));
  return dotted === undefined ? read : [...read, Number(dotted >> 16n), Number(dotted & 0xffffn)];
}
