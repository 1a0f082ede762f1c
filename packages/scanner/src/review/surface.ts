import { describe, type NodeId, type Report, type ReportFunction, type ReportTrigger } from '@leastwise/model';
import { policiesOf } from '../estate/identities/attached-policies.ts';
import { actionPatterns } from '../estate/policies/action-pattern.ts';
import type { Statement } from '../estate/policies/policy-document.ts';
import type { Estate } from '../estate/estate.ts';
import { namesIn } from '../reports/names.ts';
import type { ScannedApplication } from '../scan.ts';

/** What an application offers to others and holds itself, in words that stay the same while nothing changes. */
export interface Surface {
  readonly functions: ReadonlyMap<string, FunctionSurface>;
  readonly resources: ReadonlyMap<string, ResourceSurface>;
}

export interface FunctionSurface {
  readonly entry: ReportFunction;
  readonly ways: ReadonlyMap<string, Way>;
  /** `dynamodb:PutItem on ${Orders.Arn}` → its parts. */
  readonly permissions: ReadonlyMap<string, Permission>;
  /** Kind and fingerprint of each secret that stands in its configuration. */
  readonly secrets: ReadonlySet<string>;
}

export interface Way {
  /** `POST /orders of OrdersApi`. */
  readonly label: string;
  readonly trigger: ReportTrigger;
}

export interface Permission {
  readonly action: string;
  readonly resource: string;
}

export interface ResourceSurface {
  readonly kind: string;
  readonly name: string;
  readonly exposure: string;
  readonly encrypted: string;
  /** The web ACLs before it. */
  readonly protectedBy: ReadonlySet<string>;
  readonly file: string;
  readonly line: number;
}

export function surfaceOf(report: Report, applications: readonly ScannedApplication[]): Surface {
  const names = namesIn(report);
  const worlds = applications.flatMap((application) => application.worlds.map(({ estate }) => estate));
  const functions = new Map<string, FunctionSurface>();
  for (const entry of report.functions) {
    const ways = new Map<string, Way>();
    for (const trigger of entry.triggers) {
      const source = names.of(trigger.source);
      const label =
        trigger.route === undefined
          ? `${trigger.kind.replaceAll('-', ' ')} ${source}`
          : `${trigger.route} of ${source}`;
      ways.set(`${trigger.kind} ${trigger.source} ${trigger.route ?? ''}`, { label, trigger });
    }
    functions.set(entry.id, {
      entry,
      ways,
      permissions: permissionsOf(entry.id, worlds),
      secrets: new Set(entry.secrets.map((secret) => `${secret.kind} ${secret.fingerprint}`)),
    });
  }
  return { functions, resources: resourcesOf(report, worlds) };
}

function resourcesOf(report: Report, worlds: readonly Estate[]): ReadonlyMap<string, ResourceSurface> {
  const resources = new Map<string, ResourceSurface>();
  for (const { id, kind, name, exposure, encrypted, location } of report.resources) {
    const shields = worlds.flatMap((estate) => estate.edgesFrom(id, 'protectedBy').map((edge) => edge.to));
    resources.set(id, {
      kind,
      name,
      exposure,
      encrypted,
      protectedBy: new Set(shields),
      file: location.file,
      line: location.line,
    });
  }
  return resources;
}

/** What the role of a function allows, as its policies write it. */
function permissionsOf(id: NodeId, worlds: readonly Estate[]): ReadonlyMap<string, Permission> {
  const permissions = new Map<string, Permission>();
  for (const estate of worlds) {
    const subject = estate.get(id, 'function');
    if (subject === undefined) continue;
    const role = estate.resolve(subject.facet.role, 'role');
    if (role === undefined) continue;
    for (const policy of policiesOf(estate, role.id)) {
      if (policy.how === 'aws-managed') {
        // Logs alone: every function holds it.
        if (policy.name === 'AWSLambdaBasicExecutionRole') continue;
        permissions.set(policy.name, { action: `the policy ${policy.name}`, resource: '' });
        continue;
      }
      for (const statement of policy.document.statements) {
        for (const permission of allowedBy(statement)) {
          permissions.set(`${permission.action} on ${permission.resource}`, permission);
        }
      }
    }
  }
  return permissions;
}

function allowedBy(statement: Statement): readonly Permission[] {
  if (statement.effect !== 'Allow') return [];
  const actions = actionPatterns(statement.actions).map((action) =>
    statement.actions.not ? `everything but ${action}` : action,
  );
  const resources = statement.resources.values.map((value) =>
    statement.resources.not ? `everything but ${describe(value)}` : describe(value),
  );
  return actions.flatMap((action) =>
    (resources.length === 0 ? [''] : resources).map((resource) => ({ action, resource })),
  );
}
