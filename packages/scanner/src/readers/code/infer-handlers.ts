/** A function of the code that has the shape of a handler. */
export interface InferredHandler {
  readonly name: string;
  /** Where its name stands, UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

const event = String.raw`\(?\s*(?:_?(?:event|evt|req|request|params|message|msg)\w*\s*[,:)=]|\{[^}]{0,400}\}\s*[,:)])`;
const telling = '(?:handler|lambdaHandler|lambda_handler|main)';

/** JavaScript and TypeScript: what is exported and takes an event, or is called a handler. */
const javascript: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:module\.)?exports\.(\w+)\s*=\s*(?:async\s*)?(?:function\b\s*\w*\s*)?${event}`, 'g'),
  new RegExp(String.raw`\b(?:module\.)?exports\.(${telling})\s*=`, 'g'),
  new RegExp(
    String.raw`\bexport\s+(?:const|let|var)\s+(\w+)\s*(?::[^=\n]{0,200})?=\s*(?:async\s*)?(?:function\b\s*\w*\s*)?${event}`,
    'g',
  ),
  new RegExp(String.raw`\bexport\s+(?:const|let|var)\s+(${telling})\b`, 'g'),
  new RegExp(String.raw`\bexport\s+(?:default\s+)?(?:async\s+)?function\s+(\w+)\s*(?:<[^>]{0,100}>)?\s*${event}`, 'g'),
  new RegExp(String.raw`\bmodule\.exports\s*=\s*\{[^}]{0,400}?\b(${telling})\b`, 'g'),
];

/** Python: a function of the module that takes event and context, or is called a handler. */
const python: readonly RegExp[] = [
  /^(?:async\s+)?def\s+(\w+)\s*\(\s*_?(?:event|evt)\w*\b[^)]{0,200}?,\s*_?(?:context|ctx|_)\w*/gm,
  /^(?:async\s+)?def\s+(lambda_handler|handler)\s*\(/gm,
  /^(lambda_handler|handler)\s*=/gm,
];

/** Read by shape alone, so that a folder without a template can be looked at; nothing of it is taken for sure. */
export function inferHandlers(file: string, text: string): readonly InferredHandler[] {
  if (text.length > 1_000_000) return [];
  const found = new Map<string, InferredHandler>();
  for (const pattern of file.endsWith('.py') ? python : javascript) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? '';
      if (name === '' || found.has(name)) continue;
      const start = match.index + match[0].indexOf(name);
      found.set(name, { name, start, end: start + name.length });
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/**
 * Whether a handler is one surely enough to be taken for a function in a repository that has templates: user interfaces and
 * libraries export functions of events too.
 */
export function isSurelyHandler({ name }: InferredHandler, file: string, text: string): boolean {
  return file.endsWith('.py') || /^(?:handler|lambdaHandler)$/.test(name) || (name === 'main' && platform.test(text));
}

const platform =
  /['"](?:aws-lambda|aws-sdk|@aws-sdk\/[\w-]+|@middy\/[\w-]+|@aws-lambda-powertools\/[\w-]+|serverless-http)['"]/;
