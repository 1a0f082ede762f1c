import type { Diagnostic, ReadFailure } from '@leastwise/model';

/** What to say about a file that may be a template and that cannot be read. Nobody knows what it is, so its name decides how grave that is. */
export function unreadableCandidate(file: string, failure: ReadFailure): Diagnostic {
  return {
    code: CODES[failure.failure],
    message: failure.message,
    range: { file, start: 0, end: 0 },
    hint: HINTS[failure.failure],
    effect: NAMED_LIKE_A_TEMPLATE.test(file) ? 'incomplete' : 'note',
  };
}

/** Large data in YAML and JSON is common, and nothing is lost with it; these names promise infrastructure. */
const NAMED_LIKE_A_TEMPLATE = /(?:template|cloudformation|cfn|\bsam|serverless|stack|infra)[^/]*$|(?:^|\/)cdk\.out\//i;

const CODES = {
  missing: 'file-missing',
  'outside-root': 'path-outside-root',
  'too-large': 'file-too-large',
  binary: 'file-binary',
  unreadable: 'file-unreadable',
  'not-a-file': 'file-unreadable',
} as const satisfies Record<ReadFailure['failure'], string>;

const HINTS = {
  missing: 'Scan again when nothing writes to the folder.',
  'outside-root': 'Scan with a --root that holds it.',
  'too-large': 'Split the file, or exclude it in leastwise.yaml when it is no template.',
  binary: 'Save it as UTF-8 text, or exclude it in leastwise.yaml when it is no template.',
  unreadable: 'Allow reading it, or exclude it in leastwise.yaml when it is no template.',
  'not-a-file': 'Exclude it in leastwise.yaml when it is no template.',
} as const satisfies Record<ReadFailure['failure'], string>;
