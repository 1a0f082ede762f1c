import type { PrincipalDetails, RequestPrincipal } from '../request.ts';
import { isAccountId, lastSegment, parseArn, type ArnParts } from './arn.ts';

/** The principal of a request, taken apart. */
export interface Caller {
  readonly kind: CallerKind;
  /** As the request gives it. */
  readonly text: string;
  readonly account?: string;
  /** ARN of the role behind a session, when its path is known. */
  readonly roleArn?: string;
  readonly roleName?: string;
  readonly sessionName?: string;
  readonly issuer?: string;
  readonly userId?: string;
  readonly canonicalUser?: string;
  /** Roles that an AWS service made for itself. https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html */
  readonly isServiceLinked: boolean;
  /** A principal of an account: it has identity policies, and the SCPs of its account limit it. */
  readonly hasIdentityPolicies: boolean;
}

export type CallerKind =
  | 'user'
  /** Some session of a role. */
  | 'role'
  | 'session'
  | 'federated-user'
  | 'root'
  | 'service'
  /** Somebody whom an identity provider vouches for, before a role is assumed. */
  | 'federated'
  | 'anonymous'
  | 'canonical-user'
  /** The request does not say who asks. */
  | 'unspecified'
  | 'unrecognised';

export function callerOf(principal: RequestPrincipal | undefined): Caller {
  const caller = takenApart(principal);
  return { ...caller, hasIdentityPolicies: !outsiders.has(caller.kind) };
}

type TakenApart = Omit<Caller, 'hasIdentityPolicies'>;

function takenApart(principal: RequestPrincipal | undefined): TakenApart {
  if (principal === undefined) return { kind: 'unspecified', text: '', isServiceLinked: false };
  const details: PrincipalDetails = typeof principal === 'string' ? { arn: principal } : principal;
  const { arn: text, issuer, userId, canonicalUser } = details;
  const rest = {
    text,
    isServiceLinked: false,
    ...(issuer === undefined ? {} : { issuer }),
    ...(userId === undefined ? {} : { userId }),
    ...(canonicalUser === undefined ? {} : { canonicalUser }),
  };
  if (text === '*' || text.toLowerCase() === 'anonymous') return { ...rest, kind: 'anonymous' };
  if (isAccountId(text)) return { ...rest, kind: 'root', account: text };
  const arn = parseArn(text);
  if (arn !== undefined) return { ...rest, ...fromArn(arn, details) };
  if (/^[0-9a-f]{64}$/i.test(text)) return { ...rest, kind: 'canonical-user', canonicalUser: text };
  if (/\.(?:amazonaws\.com(?:\.cn)?|aws\.internal)$/i.test(text) && !text.startsWith('cognito-identity.')) {
    return { ...rest, kind: 'service' };
  }
  return { ...rest, kind: text.includes('.') ? 'federated' : 'unrecognised' };
}

function fromArn(
  arn: ArnParts,
  details: PrincipalDetails,
): Omit<TakenApart, 'text' | 'isServiceLinked'> & Partial<TakenApart> {
  const account = isAccountId(arn.account) ? { account: arn.account } : {};
  const [type = '', ...path] = arn.resource.split('/');
  switch (`${arn.service}:${type}`) {
    case 'iam:root':
      return { kind: 'root', ...account };
    case 'iam:user':
      return { kind: 'user', ...account };
    case 'iam:role':
      return { kind: 'role', ...account, ...role(details.arn) };
    case 'iam:saml-provider':
    case 'iam:oidc-provider':
      return { kind: 'federated', ...account };
    case 'sts:assumed-role': {
      const sessionName = path.slice(1).join('/');
      if (details.roleArn !== undefined) return { kind: 'session', ...account, sessionName, ...role(details.roleArn) };
      const roleName = path[0] ?? '';
      // Nobody else may begin a role's name so.
      return {
        kind: 'session',
        ...account,
        sessionName,
        roleName,
        isServiceLinked: roleName.startsWith('AWSServiceRoleFor'),
      };
    }
    case 'sts:federated-user':
      return { kind: 'federated-user', ...account, sessionName: path.join('/') };
    default:
      return { kind: 'unrecognised', ...account };
  }
}

function role(arn: string): { roleArn: string; roleName: string; isServiceLinked: boolean } {
  const resource = parseArn(arn)?.resource ?? '';
  const isServiceLinked = resource.startsWith('role/aws-service-role/');
  return { roleArn: arn, roleName: lastSegment(resource), isServiceLinked };
}

const outsiders: ReadonlySet<CallerKind> = new Set(['service', 'federated', 'anonymous', 'canonical-user']);
