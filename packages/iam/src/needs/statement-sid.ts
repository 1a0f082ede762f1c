import type { Statement } from '../documents/policy-document.ts';

/**
 * A Sid that says what the statement is about and stays the same while its service, first resource and condition do:
 * `DynamodbOrders`. A Sid holds letters and digits only. Where several statements would have the same one, the first action
 * follows, and where that is not enough, a hash of the statement.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
export function statementSids(statements: readonly Statement[]): readonly string[] {
  return [name, nameWithAction, nameWithHash].reduce<readonly string[]>((sids, longer) => {
    return statements.map((statement, at) => {
      const sid = sids[at];
      const isShared = sid === undefined || sids.some((other, index) => index !== at && other === sid);
      return isShared ? longer(statement) : sid;
    });
  }, []);
}

function name(statement: Statement): string {
  const service = statement.Action?.[0]?.split(':')[0] ?? '';
  return `${pascal(service)}${pascal(resourceName(statement.Resource?.[0] ?? '*'))}`.slice(0, 64);
}

function nameWithAction(statement: Statement): string {
  return `${name(statement)}${pascal(statement.Action?.[0]?.split(':')[1] ?? '')}`;
}

function nameWithHash(statement: Statement): string {
  return `${nameWithAction(statement)}${hash(JSON.stringify(statement))}`;
}

/** `arn:aws:s3:::orders/*` is about `orders`, a table's ARN about its name; `*` about everything. */
function resourceName(arn: string): string {
  if (arn === '*') return 'any';
  const resource = arn.split(':').slice(5).join(':');
  const words = resource.split(/[/:]/).filter((part) => /[a-z\d]/i.test(part));
  const isTyped = /^[a-z-]+[/:]/i.test(resource) && words.length > 1 && !arn.startsWith('arn:aws:s3:');
  return (isTyped ? words[1] : words[0]) ?? 'any';
}

function pascal(text: string): string {
  return text
    .split(/[^a-z\d]+/i)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

/** FNV-1a; only tells statements of one document apart. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
