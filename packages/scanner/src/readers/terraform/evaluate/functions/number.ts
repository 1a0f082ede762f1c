import { listArgument, mistake, numberArgument, textArgument, type Call, type TerraformFunction } from './call.ts';
import { numberOf } from '../operators.ts';

const of =
  (calculate: (value: number) => number): TerraformFunction =>
  (call) => {
    const value = numberArgument(call, 0);
    return value === undefined ? undefined : calculate(value);
  };

const ofTwo =
  (calculate: (one: number, other: number) => number): TerraformFunction =>
  (call) => {
    const one = numberArgument(call, 0);
    const other = numberArgument(call, 1);
    if (one === undefined || other === undefined) return undefined;
    const made = calculate(one, other);
    return Number.isFinite(made) ? made : mistake(call, 'this has no result.');
  };

const extreme =
  (pick: (one: number, other: number) => number): TerraformFunction =>
  (call) => {
    const values = numbers(call, call.args.length);
    return values === undefined || values.length === 0 ? undefined : values.reduce(pick);
  };

function numbers(call: Call, count: number): readonly number[] | undefined {
  const found: number[] = [];
  for (let index = 0; index < count; index++) {
    const value = numberArgument(call, index);
    if (value === undefined) return undefined;
    found.push(value);
  }
  return found;
}

/** https://developer.hashicorp.com/terraform/language/functions/abs and the pages beside it */
export const numberFunctions: Readonly<Record<string, TerraformFunction>> = {
  abs: of(Math.abs),
  ceil: of(Math.ceil),
  floor: of(Math.floor),
  signum: of(Math.sign),
  log: ofTwo((value, base) => Math.log(value) / Math.log(base)),
  pow: ofTwo((base, power) => base ** power),
  max: extreme((one, other) => Math.max(one, other)),
  min: extreme((one, other) => Math.min(one, other)),
  parseint(call) {
    const text = textArgument(call, 0);
    const base = numberArgument(call, 1);
    if (text === undefined || base === undefined) return undefined;
    if (base < 2 || base > 36) return mistake(call, 'the base is from 2 to 36.');
    const value = Number.parseInt(text, base);
    const digits = text.replace(/^-/, '').toLowerCase();
    const isWhole = digits !== '' && [...digits].every((digit) => Number.parseInt(digit, 36) < base);
    return isWhole ? value : mistake(call, 'the text is no number of this base.');
  },
  sum(call) {
    const items = listArgument(call, 0)?.map((item) => numberOf(item, call.scope));
    if (items === undefined || items.includes(undefined)) return undefined;
    return items.reduce<number>((sum, item) => sum + (item ?? 0), 0);
  },
};
