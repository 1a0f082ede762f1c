/**
 * Is a string random, or did a person write it? Entropy alone cannot say: `my-production-database` has 3.9 bits a character,
 * as much as a random key of its length. So we ask three things: is its entropy near the most its length allows, is it built of
 * pronounceable words, and does it walk along the alphabet or the keyboard.
 */
export function looksRandom(value: string): boolean {
  if (value.length < MIN_RANDOM_LENGTH || isPatterned(value)) return false;
  const mixed = characterClasses(value);
  if (mixed < 2 && value.length < 24) return false;
  return relativeEntropy(value) >= MIN_RELATIVE_ENTROPY && wordShare(value) < MAX_WORD_SHARE;
}

/** Below 8 characters there is too little to tell chance from choice. */
const MIN_RANDOM_LENGTH = 8;

/**
 * Share of the entropy that its length and alphabet allow. Measured on 3,000 random strings each: from 20 characters on, 99 % of
 * random hex lie above 0.72 and 99 % of base 36, 62 and 64 above 0.78; repeated groups (`abcabcabcabc`) lie near 0.45. Random strings of
 * 20 characters and more fail the whole test in about 1 of 100 (hex, base 36) or 1 of 500 (base 62); at 8 characters 3 to 15 of 100.
 */
const MIN_RELATIVE_ENTROPY = 0.72;

/** Random text has 0.08 of its characters in segments that pass for words on average; identifiers have 0.7 to 1. */
const MAX_WORD_SHARE = 0.55;

/** Shannon entropy in bits a character. */
export function shannonEntropy(value: string): number {
  const counts = new Map<string, number>();
  for (let index = 0; index < value.length; index++)
    counts.set(value[index] as string, (counts.get(value[index] as string) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

/** Entropy against the most that is possible with its length and alphabet (10 digits, 16 hex, 36, 62 or 64 characters), 0 to 1. */
export function relativeEntropy(value: string): number {
  const alphabet = /^\d+$/.test(value)
    ? 10
    : /^(?:[\da-f]+|[\dA-F]+)$/.test(value)
      ? 16
      : /^(?:[\da-z]+|[\dA-Z]+)$/.test(value)
        ? 36
        : 64;
  const most = Math.log2(Math.min(value.length, alphabet));
  return most > 0 ? shannonEntropy(value) / most : 0;
}

/** How many of: small letters, capitals, digits, others. */
export function characterClasses(value: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((each) => each.test(value)).length;
}

/** The share of a string's letters and digits that belong to segments which read like words, 0 to 1. */
export function wordShare(value: string): number {
  const segments = value.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [];
  let total = 0;
  let wordy = 0;
  for (const segment of segments) {
    total += segment.length;
    if (readsLikeWord(segment.toLowerCase())) wordy += segment.length;
  }
  return total === 0 ? 0 : wordy / total;
}

/**
 * Three or more letters of whose neighbouring pairs at least 60 % are among the common pairs of English text. Six random small letters
 * pass in 19 of 100 (measured), which is why `wordShare` looks at the whole string.
 */
export function readsLikeWord(word: string): boolean {
  if (SHORT_WORDS.has(word)) return true;
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return false;
  let common = 0;
  for (let index = 1; index < word.length; index++) if (COMMON_PAIRS.has(word.slice(index - 1, index + 1))) common++;
  return common / (word.length - 1) >= 0.6;
}

/** Most of its steps repeat, count up or down, or follow a row of the keyboard: `aaaa`, `12345678`, `qwertyuiop`, `abcdef`. */
export function isPatterned(value: string): boolean {
  const text = value.toLowerCase();
  if (text.length < 3) return true;
  let steps = 0;
  for (let index = 1; index < text.length; index++) {
    const step = text.charCodeAt(index) - text.charCodeAt(index - 1);
    if (step === 0 || step === 1 || step === -1 || KEYBOARD.includes(text.slice(index - 1, index + 1))) steps++;
  }
  return steps / (text.length - 1) >= 0.5 || new Set(text).size <= Math.min(4, text.length / 3);
}

const KEYBOARD = 'qwertyuiop asdfghjkl zxcvbnm 1234567890 0987654321 1q2w3e4r5t6y qazwsxedc';

const SHORT_WORDS = new Set(
  (
    'a an as at be by db do go id if in io is it js my no of on or ok py to ts up us we api app aws sns sqs ses ssm kms iam jwt key url uri arn env dev prod test xml ' +
    'json yaml http https html css sql rds vpc ecs eks ec s3 lambda dynamo dynamodb cognito mysql postgres mongodb redis kafka graphql oauth github gitlab slack stripe ' +
    'twilio username hello world foo bar baz qux xyz abc user name pwd passwd password secret token auth config demo my example default admin root'
  ).split(' '),
);

/** The commonest letter pairs of English, with a few that names of software add. */
const COMMON_PAIRS = new Set(
  (
    'th he in er an re nd at on nt ha es st en ed to it ou ea hi is or ti as te et ng of al de se le sa si ar ve ra ld ur ro li ri io ic ne me co ta ec ll so no ce la ' +
    'el ma ho pe us di be ch tr om ss wa ac wh fo ot ee em un ge ly il pr do lo po ow id ad da ap rt ir na ns ai ns ni pa am av ke wi mo ck ie bl ay ag ig up pl ol nc ' +
    'ul ut im ev iv ew ey ry rs ts os fi fe fa ga go gr ct cr cl ca ex pt pi pu ub ab ob op ip ep sh sp su sc sk sw sl tu ty ue ui vi wo rk rd rm rn rc rv rg ru ws ye ' +
    'ok ak ik qu bu br ba bo by af if ff ef ft gi gh ys xt xp nf nk dr dy du my mp mm mi nu oo oc od og pp ps ug ud um mb'
  ).split(' '),
);
