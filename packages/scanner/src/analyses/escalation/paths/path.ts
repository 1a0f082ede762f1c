/**
 * One way in which permissions become more permissions, as data. Each action names what it is done to, because a decision on
 * sets of actions alone is wrong: a role that may pass a harmless role to Lambda gains nothing.
 */
export interface EscalationPath {
  /** Stable: service and number. Where a public catalogue has the same path, its number. */
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly needs: Needs;
  /** What must exist, or what the new thing is. */
  readonly target: TargetKind;
  /** Whom the trust policy of the role must admit: the role runs in this service. Left out: the caller itself assumes it. */
  readonly assumedBy?: string;
  /**
   * `target`: the holder acts as the target, or as the role that the target runs as. `rewritten`: the same, after the policies
   * of that identity were replaced, so that only its boundary limits it.
   */
  readonly gain: 'target' | 'rewritten';
  /** Which identity can walk it; left out: all. */
  readonly from?: readonly ('role' | 'user')[];
  /** `function`: a function is taken over or made; `serverless`: a part of serverless applications; `none`: neither. */
  readonly lambda: 'function' | 'serverless' | 'none';
  /** What the holder does, in order. */
  readonly how: string;
  readonly remediation: string;
  /** The page of AWS that says so. */
  readonly page: string;
}

/**
 * - `self-escalation`: the identity widens itself.
 * - `principal-access`: it obtains credentials of another identity.
 * - `new-passrole`: it makes something that runs as a role which it passes.
 * - `existing-passrole`: it changes what runs as a role already.
 */
export type Category = 'self-escalation' | 'principal-access' | 'new-passrole' | 'existing-passrole';

/** Actions by what they are done to. All are needed. */
export interface Needs {
  /** The role or user itself. */
  readonly self?: readonly string[];
  /** A group that the user is in. */
  readonly ownGroup?: readonly string[];
  /** A customer managed policy that the identity holds. */
  readonly ownPolicy?: readonly string[];
  /** The role or user, or the existing function, project, ..., that is taken over. */
  readonly target?: readonly string[];
  /** A customer managed policy that the target holds. */
  readonly targetPolicy?: readonly string[];
  /** The role that is handed over. */
  readonly passed?: readonly string[];
  /** Something that does not exist yet, or a helper of any name. */
  readonly fresh?: readonly string[];
}

/** What a path is done to; `none` for the identity itself and for what it makes. */
export type TargetKind =
  | 'none'
  | 'role'
  | 'user'
  | 'group'
  | 'function'
  | 'state-machine'
  | 'project'
  | 'stack'
  | 'instance'
  | 'launch-template'
  | 'cluster'
  | 'service'
  | 'dev-endpoint'
  | 'notebook'
  | 'code-interpreter'
  | 'artifact-bucket'
  | 'repository'
  | 'document';

const passRoleRemedy =
  'Name the roles that may be passed under Resource of iam:PassRole, and the service under the condition iam:PassedToService.';

/** A new thing that runs as a passed role. */
export function madeAs(
  id: string,
  title: string,
  assumedBy: string,
  fresh: readonly string[],
  rest: Pick<EscalationPath, 'how' | 'page' | 'lambda'>,
): EscalationPath {
  return {
    id,
    title,
    category: 'new-passrole',
    needs: { passed: ['iam:PassRole'], fresh },
    target: 'none',
    assumedBy,
    gain: 'target',
    remediation: passRoleRemedy,
    ...rest,
  };
}

/** An existing thing that runs as a role and does what the holder wants. */
export function takenOver(
  id: string,
  title: string,
  target: TargetKind,
  needs: Needs,
  rest: Pick<EscalationPath, 'how' | 'page' | 'lambda'> & {
    readonly assumedBy?: string;
    readonly remediation?: string;
  },
): EscalationPath {
  return {
    id,
    title,
    category: 'existing-passrole',
    needs,
    target,
    gain: 'target',
    remediation: `Name the ones that it has to change under Resource, and leave out those that run as a stronger role.`,
    ...rest,
  };
}
