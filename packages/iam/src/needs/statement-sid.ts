import type { Statement } from '../documents/policy-document.ts';

/**
 * A Sid that says what the statement is about and stays the same while its service, first resource and condition do:
 * `DynamodbOrders`. A Sid holds letters and digits only. With `distinct` eight digits of a hash of the whole statement follow.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
export function statementSid(statement: Statement, distinct: boolean): string {
  const service = statement.Action?.[0]?.split(':')[0] ?? '';
  const name = `${pascal(service)}${pascal(resourceName(statement.Resource?.[0] ?? '*'))}`.slice(0, 64);
  const { Sid: _, ...content } = statement;
  return distinct ? `${name}${hash(JSON.stringify(content))}` : name;
}

/** `arn:aws:s3:::orders/*` is about `orders`, a table's ARN about its name; `*` about everything. */
function resourceName(arn: string): string {
  if (arn === '*') return 'any';
  const resource = arn.split(':').slice(5).join(':');
  const words = resource.split(/[/:]/).filter((part) => /[a-z\d]/i.test(part));
  const isTyped = /^[a-z-]+[/:]/.test(resource) && words.length > 1 && !arn.startsWith('arn:aws:s3:');
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
