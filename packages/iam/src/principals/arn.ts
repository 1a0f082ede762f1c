/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

export function parseArn(text: string): ArnParts | undefined {
  const match = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s.exec(text);
  if (match === null) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
  return { partition, service, region, account, resource };
}

/** The account id in an ARN; undefined when it has none, as ARNs of buckets, or a pattern in its place. */
export function accountOfArn(arn: string): string | undefined {
  let at = -1;
  for (let colon = 0; colon < 4; colon++) {
    at = arn.indexOf(':', at + 1);
    if (at === -1) return undefined;
  }
  const account = arn.slice(at + 1, at + 13);
  return isAccountId(account) && arn[at + 13] === ':' ? account : undefined;
}

export function isAccountId(text: string): boolean {
  if (text.length !== 12) return false;
  for (let at = 0; at < 12; at++) if (text.charCodeAt(at) < 48 || text.charCodeAt(at) > 57) return false;
  return true;
}

/** `role/orders/writer` is called `writer`; the name is unique in the account whatever the path. */
export function lastSegment(resource: string): string {
  return resource.slice(resource.lastIndexOf('/') + 1);
}
