import { describe, type SourceRange, type Text, type Unknown } from '@leastwise/model';
import { unknown } from './values.ts';

type Part = Text['parts'][number];

const OPEN = '{{resolve:';
const SERVICES: ReadonlyMap<string, { readonly sensitive: boolean; readonly what: string }> = new Map([
  ['ssm', { sensitive: false, what: 'a parameter of Systems Manager' }],
  ['ssm-secure', { sensitive: true, what: 'a secure parameter of Systems Manager' }],
  ['secretsmanager', { sensitive: true, what: 'a secret of Secrets Manager' }],
]);

export const holdsDynamicReference = (parts: readonly Part[]): boolean =>
  parts.some((part) => typeof part === 'string' && part.includes(OPEN));

/**
 * Replaces `{{resolve:service:...}}` by the unknown that deployment fills in. The reference itself may have holes.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
export function resolveDynamicReferences(parts: readonly Part[], origin: SourceRange): readonly Part[] {
  const found: Part[] = [];
  let open: Part[] | undefined;
  const push = (part: Part): void => {
    (open ?? found).push(part);
  };
  for (const part of parts) {
    if (typeof part !== 'string') {
      push(part);
      continue;
    }
    let rest = part;
    while (rest !== '') {
      const mark: string = open === undefined ? OPEN : '}}';
      const at = rest.indexOf(mark);
      if (at < 0) {
        push(rest);
        break;
      }
      if (open === undefined) {
        if (at > 0) found.push(rest.slice(0, at));
        open = [OPEN];
        rest = rest.slice(at + OPEN.length);
        continue;
      }
      open.push(rest.slice(0, at + 2));
      found.push(reference(open, origin));
      open = undefined;
      rest = rest.slice(at + 2);
    }
  }
  return open === undefined ? found : [...found, ...open];
}

function reference(parts: readonly Part[], origin: SourceRange): Unknown {
  const written = parts.map((part) => (typeof part === 'string' ? part : describe(part))).join('');
  const service = SERVICES.get(written.slice(OPEN.length).split(/[:}]/, 1)[0] ?? '');
  const what = service?.what ?? 'a value that a service keeps';
  const about = parts.flatMap((part) => (typeof part !== 'string' && part.kind === 'reference' ? [part.node] : []));
  return unknown('dynamic-reference', `CloudFormation reads ${what} during deployment.`, origin, {
    name: written,
    ...(service?.sensitive === true ? { sensitive: true } : {}),
    ...(about.length === 0 ? {} : { about }),
  });
}
