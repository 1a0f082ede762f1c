import { unknown } from '../../../cloudformation/values.ts';
import { mistake, textArgument, type TerraformFunction } from './call.ts';

const now: TerraformFunction = (call) => unknown('attribute', 'The time of the deployment is not known.', call.origin);

/** https://developer.hashicorp.com/terraform/language/functions/timeadd and the pages beside it */
export const timeFunctions: Readonly<Record<string, TerraformFunction>> = {
  timestamp: now,
  plantimestamp: now,
  timeadd(call) {
    const time = timeOf(textArgument(call, 0));
    const duration = textArgument(call, 1);
    const span = duration === undefined ? undefined : durationOf(duration);
    if (time === undefined || duration === undefined) return undefined;
    if (span === undefined || Number.isNaN(time)) return mistake(call, 'the time or the duration cannot be read.');
    return shown(time + span);
  },
  timecmp(call) {
    const one = timeOf(textArgument(call, 0));
    const other = timeOf(textArgument(call, 1));
    return one === undefined || other === undefined ? undefined : Math.sign(one - other);
  },
  formatdate(call) {
    const pattern = textArgument(call, 0);
    const time = timeOf(textArgument(call, 1));
    if (pattern === undefined || time === undefined) return undefined;
    return Number.isNaN(time) ? mistake(call, 'the time cannot be read.') : formatted(pattern, new Date(time));
  },
};

function timeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
}

function shown(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('.000Z', 'Z');
}

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** `1h30m`, `-24h`. */
function durationOf(text: string): number | undefined {
  if (!/^-?(?:\d+(?:\.\d+)?(?:h|ms|m|s))+$/.test(text)) return undefined;
  let sum = 0;
  for (const match of text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g))
    sum += Number(match[1]) * (UNITS[match[2] ?? ''] ?? 0);
  return text.startsWith('-') ? -sum : sum;
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** https://developer.hashicorp.com/terraform/language/functions/formatdate */
function formatted(pattern: string, date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = date.getUTCHours();
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const day = DAYS[date.getUTCDay()] ?? '';
  const words: Readonly<Record<string, string>> = {
    YYYY: String(date.getUTCFullYear()),
    YY: two(date.getUTCFullYear() % 100),
    MMMM: month,
    MMM: month.slice(0, 3),
    MM: two(date.getUTCMonth() + 1),
    M: String(date.getUTCMonth() + 1),
    DD: two(date.getUTCDate()),
    D: String(date.getUTCDate()),
    EEEE: day,
    EEE: day.slice(0, 3),
    hh: two(hours),
    h: String(hours),
    HH: two(hours % 12 || 12),
    H: String(hours % 12 || 12),
    AA: hours < 12 ? 'AM' : 'PM',
    aa: hours < 12 ? 'am' : 'pm',
    mm: two(date.getUTCMinutes()),
    m: String(date.getUTCMinutes()),
    ss: two(date.getUTCSeconds()),
    s: String(date.getUTCSeconds()),
    ZZZZZ: '+00:00',
    ZZZZ: '+0000',
    ZZZ: 'UTC',
    Z: 'Z',
  };
  return pattern.replaceAll(/'((?:[^']|'')*)'|Y+|M+|D+|E+|h+|H+|A+|a+|m+|s+|Z+/g, (mark, quoted: string | undefined) =>
    quoted === undefined ? (words[mark] ?? mark) : quoted.replaceAll("''", "'"),
  );
}
