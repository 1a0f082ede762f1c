import { argumentsOf } from '../intrinsic.ts';
import { invalid, known, scalarText, unknown } from '../values.ts';
import type { IntrinsicFunction } from './intrinsic-function.ts';

/**
 * `Fn::Cidr` of an IPv4 block: `count` ranges with `bits` host bits each.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-cidr.html
 */
export const cidr: IntrinsicFunction = (argument, scope, origin) => {
  const values = argumentsOf(argument).map((part) => scope.stack.evaluate(part, scope));
  const open = values.find((value) => scalarText(value) === undefined);
  if (open !== undefined || values.length === 0) {
    return open === undefined
      ? invalid('Fn::Cidr takes a block, a count and a number of bits.', origin)
      : unknown('attribute', 'The address block is known only to a deployment.', origin);
  }
  const [block = '', count = '1', bits = '8'] = values.map((value) => scalarText(value) ?? '');
  const blocks = ranges(block, Number(count), Number(bits));
  return blocks === undefined
    ? unknown('attribute', 'These address ranges are computed by CloudFormation.', origin)
    : known(
        blocks.map((each) => known(each, origin)),
        origin,
      );
};

function ranges(block: string, count: number, bits: number): readonly string[] | undefined {
  const written = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(block);
  if (written === null || !Number.isInteger(count) || count < 1 || count > 256) return undefined;
  if (!Number.isInteger(bits) || bits < 0 || bits > 32) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = written.slice(1, 5).map(Number);
  const start = ((a * 256 + b) * 256 + c) * 256 + d;
  const size = 2 ** bits;
  return Array.from({ length: count }, (_, index) => {
    const address = start + index * size;
    const octets = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256);
    return `${octets.join('.')}/${32 - bits}`;
  });
}
