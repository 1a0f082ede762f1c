import { assignmentAt, type Assignment } from './assignments.ts';
import { judgeAssignment } from './judge-assignment.ts';
import { keywordIndex } from './keyword-index.ts';
import { maskSecret, secretFingerprint } from './mask.ts';
import { nameWords } from './names.ts';
import { secretRules } from './rules/index.ts';
import type { SecretConfidence, SecretRule, SecretVerdict } from './secret-rule.ts';

/** Something to look at: a property string, an environment variable, a state machine definition, a script, a literal of code. */
export interface SecretCandidate {
  readonly text: string;
  /** The name of the variable, property, parameter or key to which the text is assigned, if any. */
  readonly name?: string;
}

/** A credential in a candidate's text. It never holds the value: read `text.slice(start, end)` where you must. */
export interface SecretMatch {
  /** The rule's slug: `aws-access-key-id`, `stripe-live-key`, `password-assignment`. */
  readonly kind: string;
  readonly title: string;
  /** UTF-16 offsets of the secret itself in the candidate's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly confidence: SecretConfidence;
  /** At most six characters of the secret: `AKIA…7Q`; nothing of a short one. */
  readonly masked: string;
  /** Equal for the same secret of the same kind; see `secretFingerprint`. */
  readonly fingerprint: string;
  /** A vendor's published example or test key. */
  readonly live?: false;
}

/**
 * Finds the credentials in a text, in the order in which they stand, never overlapping: first formats that vendors document, then
 * values whose name makes them one. Pure; never throws; time grows linearly with the text.
 */
export function findSecrets(candidate: SecretCandidate): readonly SecretMatch[] {
  if (candidate.text.length > SHORT) return findIn(candidate);
  const key = candidate.name === undefined ? candidate.text : `${candidate.name}\0${candidate.text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const matches = findIn(candidate);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(key, matches);
  return matches;
}

/** Templates say the same short texts over and over: `Allow`, `nodejs22.x`, the name of an action. */
const SHORT = 200;
const REMEMBERED = 20_000;
const remembered = new Map<string, readonly SecretMatch[]>();

function findIn(candidate: SecretCandidate): readonly SecretMatch[] {
  const text = candidate.text;
  const hits = findKeywords(text, candidate.name);
  const found: Found[] = [];
  for (const [number, places] of hits.formats) {
    const rule = secretRules[number];
    if (rule) matchFormat(rule, number, text, places, found);
  }
  for (const assignment of readAssignments(candidate, hits.words)) matchAssignment(assignment, found);
  return withoutOverlaps(found).map((each) => toMatch(text, each));
}

interface Found {
  readonly kind: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: SecretConfidence;
  readonly live?: false;
  /** Lower wins where two overlap. */
  readonly order: number;
}

const GENERIC = Number.MAX_SAFE_INTEGER;
const REACH = 600;
/** The most that lies between the start of a match and its keyword. */
const REACH_BACK = 300;

/** The words that an assignment's name must hold one of; `readName` decides. */
const NAME_WORDS = [
  'passw',
  'pwd',
  'passphrase',
  'passcode',
  'secret',
  'token',
  'key',
  'cred',
  'pass',
  'auth',
  'bearer',
  'salt',
  'pepper',
  'pat',
  'sid',
  'pw',
  'license',
];

const keywords: readonly { readonly word: string; readonly rules: readonly number[]; readonly names: boolean }[] =
  listKeywords();
const index = keywordIndex(keywords.map((each) => each.word));

function listKeywords(): { word: string; rules: number[]; names: boolean }[] {
  const all = new Map<string, { word: string; rules: number[]; names: boolean }>();
  const entry = (word: string): { word: string; rules: number[]; names: boolean } => {
    const known = all.get(word) ?? { word, rules: [], names: false };
    all.set(word, known);
    return known;
  };
  secretRules.forEach((rule, number) => {
    if (rule.names) return;
    for (const word of rule.keywords) entry(word).rules.push(number);
  });
  for (const word of NAME_WORDS) entry(word).names = true;
  return [...all.values()];
}

interface Hits {
  /** Rule number → offsets behind its keywords; -1 stands for the whole text (the keyword is in the name). */
  readonly formats: Map<number, number[]>;
  /** Offsets behind words that a credential's name may hold. */
  readonly words: number[];
}

function findKeywords(text: string, name: string | undefined): Hits {
  const formats = new Map<number, number[]>();
  const words: number[] = [];
  const note = (rule: number, place: number): void => {
    const places = formats.get(rule);
    if (places) places.push(place);
    else formats.set(rule, [place]);
  };
  index.each(text, 0, text.length, (number, end) => {
    const keyword = keywords[number];
    if (!keyword) return;
    for (const rule of keyword.rules) note(rule, end);
    if (keyword.names) words.push(end);
  });
  if (name !== undefined) {
    const short = name.slice(0, 200);
    index.each(short, 0, short.length, (number) => keywords[number]?.rules.forEach((rule) => note(rule, -1)));
  }
  return { formats, words };
}

/** Runs a rule's pattern over the windows around its keywords; windows that touch are one, so that no character is read twice. */
function matchFormat(rule: SecretRule, order: number, text: string, places: readonly number[], found: Found[]): void {
  const reach = rule.reach ?? REACH;
  if (text.length <= reach + REACH_BACK || places.includes(-1))
    return matchWindow(rule, order, text, 0, Math.min(text.length, WHOLE_CAP), found);
  let from = -1;
  let to = -1;
  for (const place of places) {
    const start = Math.max(0, place - REACH_BACK);
    if (from >= 0 && start > to) {
      matchWindow(rule, order, text, from, to, found);
      from = -1;
    }
    if (from < 0) from = start;
    to = Math.min(text.length, place + reach);
  }
  if (from >= 0) matchWindow(rule, order, text, from, to, found);
}

/** How far a rule looks whose keyword stands only in the name: such a value is short. */
const WHOLE_CAP = 65_536;

function matchWindow(rule: SecretRule, order: number, text: string, from: number, to: number, found: Found[]): void {
  const window = text.slice(from, to);
  for (const match of window.matchAll(rule.pattern)) {
    if (match.index === 0 && from > 0) continue;
    const groups = match.groups ?? {};
    const value = groups['secret'] ?? match[0];
    if (value === '') continue;
    const offset = match.index + match[0].lastIndexOf(value);
    const around = window.slice(Math.max(0, match.index - 200), offset + value.length + 200);
    const verdict = rule.validate ? rule.validate({ value, groups, around }) : rule.confidence;
    addVerdict(rule, order, from + offset, value.length, verdict, found);
  }
}

function addVerdict(
  rule: SecretRule,
  order: number,
  start: number,
  length: number,
  verdict: SecretVerdict,
  found: Found[],
): void {
  if (verdict === 'reject') return;
  const place = { kind: rule.id, title: rule.title, start, end: start + length, order };
  found.push(verdict === 'example' ? { ...place, confidence: 'low', live: false } : { ...place, confidence: verdict });
}

function* readAssignments(candidate: SecretCandidate, places: readonly number[]): Generator<Assignment> {
  const text = candidate.text;
  if (candidate.name !== undefined && text.length <= 16_384) {
    const value = unquote(text.trim());
    if (value !== '') yield { name: candidate.name, value, start: text.indexOf(value), quoted: true };
  }
  let done = -1;
  for (const place of places) {
    if (place <= done) continue;
    const assignment = assignmentAt(text, place);
    if (!assignment) continue;
    done = assignment.nameEnd;
    if (assignment.value !== '') yield assignment;
  }
}

function unquote(value: string): string {
  const first = value[0];
  return value.length > 2 && (first === '"' || first === "'") && value.at(-1) === first ? value.slice(1, -1) : value;
}

/** The rules that go by name; their patterns without the global flag, so that they keep no position. */
const namedRules = secretRules.flatMap((rule, order) =>
  rule.names
    ? [{ rule, names: rule.names, order, whole: new RegExp(rule.pattern.source, rule.pattern.flags.replace('g', '')) }]
    : [],
);

function matchAssignment(assignment: Assignment, found: Found[]): void {
  const { name, value, start } = assignment;
  const joined = nameWords(name).join('_');
  for (const { rule, names, order, whole } of namedRules) {
    const match = names.test(joined) ? whole.exec(value) : null;
    if (!match) continue;
    const groups = match.groups ?? {};
    const secret = groups['secret'] ?? value;
    const verdict = rule.validate ? rule.validate({ value: secret, groups, around: value }) : rule.confidence;
    addVerdict(rule, order, start + value.lastIndexOf(secret), secret.length, verdict, found);
  }
  const verdict = judgeAssignment(name, value, assignment.quoted);
  if (verdict) found.push({ ...verdict, start, end: start + value.length, order: GENERIC });
}

/** Of matches that overlap, the one of the earlier rule stays: a known format says more than a name. */
function withoutOverlaps(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const each of found.toSorted((a, b) => a.start - b.start || a.order - b.order || b.end - a.end)) {
    let beaten = false;
    while (kept.length > 0 && each.start < (kept.at(-1) as Found).end) {
      beaten = (kept.at(-1) as Found).order <= each.order;
      if (beaten) break;
      kept.pop();
    }
    if (!beaten) kept.push(each);
  }
  return kept;
}

function toMatch(text: string, found: Found): SecretMatch {
  const value = text.slice(found.start, found.end);
  const { kind, title, start, end, confidence } = found;
  const match = {
    kind,
    title,
    start,
    end,
    confidence,
    masked: maskSecret(value),
    fingerprint: secretFingerprint(kind, value),
  };
  return found.live === false ? { ...match, live: false } : match;
}
