import type { Value } from '@leastwise/model';
import { known } from '../../../cloudformation/values.ts';
import { mistake, numberArgument, result, textArgument, type Call, type TerraformFunction } from './call.ts';

interface Network {
  readonly address: bigint;
  readonly prefix: number;
  readonly bits: 32 | 128;
}

/** https://developer.hashicorp.com/terraform/language/functions/cidrsubnet and the pages beside it */
export const networkFunctions: Readonly<Record<string, TerraformFunction>> = {
  cidrhost(call) {
    const network = networkArgument(call);
    const host = numberArgument(call, 1);
    if (network === undefined || 'kind' in network) return network;
    if (host === undefined) return undefined;
    const size = 1n << BigInt(network.bits - network.prefix);
    const at = BigInt(Math.trunc(host));
    const inside = at < 0n ? size + at : at;
    return inside < 0n || inside >= size
      ? mistake(call, 'the network has fewer hosts.')
      : shown(network.address + inside, network.bits);
  },
  cidrnetmask(call) {
    const network = networkArgument(call);
    if (network === undefined || 'kind' in network) return network;
    return shown(maskOf(network.prefix, network.bits), network.bits);
  },
  cidrsubnet(call) {
    const network = networkArgument(call);
    const more = numberArgument(call, 1);
    const number = numberArgument(call, 2);
    if (network === undefined || more === undefined || number === undefined || 'kind' in network)
      return network === undefined || !('kind' in network) ? undefined : network;
    const prefix = network.prefix + more;
    if (more < 0 || prefix > network.bits || BigInt(Math.trunc(number)) >= 1n << BigInt(more))
      return mistake(call, 'the network is too small.');
    return `${shown(network.address + (BigInt(Math.trunc(number)) << BigInt(network.bits - prefix)), network.bits)}/${prefix}`;
  },
  cidrsubnets(call) {
    const network = networkArgument(call);
    if (network === undefined || 'kind' in network) return network;
    const items: Value[] = [];
    let next = network.address;
    for (let index = 1; index < call.args.length; index++) {
      const more = numberArgument(call, index);
      if (more === undefined) return undefined;
      const prefix = network.prefix + more;
      if (prefix > network.bits || more < 0) return mistake(call, 'the network is too small.');
      const size = 1n << BigInt(network.bits - prefix);
      next = ((next + size - 1n) / size) * size;
      items.push(known(`${shown(next, network.bits)}/${prefix}`, call.origin));
      next += size;
    }
    return result(call, items);
  },
  cidrcontains(call) {
    const network = networkArgument(call);
    const inner = textArgument(call, 1);
    if (network === undefined || inner === undefined || 'kind' in network) return undefined;
    const other = parseNetwork(inner.includes('/') ? inner : `${inner}/${network.bits}`);
    if (other === undefined || other.bits !== network.bits) return mistake(call, 'the addresses are of two kinds.');
    return other.prefix >= network.prefix && (other.address & maskOf(network.prefix, network.bits)) === network.address;
  },
};

function networkArgument(call: Call): Network | Value | undefined {
  const text = textArgument(call, 0);
  if (text === undefined) return undefined;
  return parseNetwork(text) ?? mistake(call, `${text} is no network.`);
}

function parseNetwork(text: string): Network | undefined {
  const [host = '', length = ''] = text.split('/');
  const prefix = Number(length);
  const bits = host.includes(':') ? 128 : 32;
  const address = bits === 32 ? parseFour(host) : parseSix(host);
  if (address === undefined || !/^\d{1,3}$/.test(length) || prefix > bits) return undefined;
  return { address: address & maskOf(prefix, bits), prefix, bits };
}

function maskOf(prefix: number, bits: 32 | 128): bigint {
  return ((1n << BigInt(prefix)) - 1n) << BigInt(bits - prefix);
}

function parseFour(host: string): bigint | undefined {
  const parts = host.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return undefined;
  return parts.reduce((sum, part) => (sum << 8n) + BigInt(part), 0n);
}

function parseSix(host: string): bigint | undefined {
  const [head = '', tail, more] = host.split('::');
  if (more !== undefined) return undefined;
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const parts = [...left, ...Array.from({ length: tail === undefined ? 0 : missing }, () => '0'), ...right];
  if (parts.some((part) => !/^[0-9a-f]{1,4}$/i.test(part))) return undefined;
  return parts.reduce((sum, part) => (sum << 16n) + BigInt(`0x${part}`), 0n);
}

function shown(address: bigint, bits: 32 | 128): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join('.');
  const parts = Array.from({ length: 8 }, (_item, index) =>
    ((address >> BigInt(112 - index * 16)) & 0xffffn).toString(16),
  );
  const zeros = [...parts.join(':').matchAll(/\b0(?::0)+\b/g)].sort((a, b) => b[0].length - a[0].length)[0];
  if (zeros === undefined) return parts.join(':');
  const text = parts.join(':');
  return `${text.slice(0, zeros.index).replace(/:$/, '')}::${text.slice(zeros.index + zeros[0].length).replace(/^:/, '')}`;
}
