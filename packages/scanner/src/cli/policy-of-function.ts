import { minimisePolicy, proveMinimal, serviceActions, type Need, type PolicyDocument } from '@leastwise/iam';
import { permissionsOf, type FunctionPermissions } from '../analyses/permissions/permissions-of.ts';
import { writtenArns } from '../analyses/permissions/written-arn.ts';
import { renderPolicy } from '../fixes/policies/render-policy.ts';
import type { PolicyForm } from '../fixes/policies/policy-forms.ts';
import { resourceReader } from '../analyses/minimal-policy/resource-parts.ts';
import { writtenPolicy } from '../analyses/minimal-policy/written-statement.ts';
import { resourceOf } from '../fixes/site.ts';
import { locatorOf } from '../reports/locator.ts';
import { placeOf } from '../reports/words.ts';
import { findFunction } from './explain/explain-function.ts';
import type { Io } from './io.ts';
import { runScan, type ScanFlags } from './run-scan.ts';
import { UsageError } from './usage-error.ts';
import type { Workspace } from './workspace.ts';

export interface PolicyAnswer {
  readonly function: string;
  readonly held: number | null;
  readonly required: number;
  readonly needed: readonly PolicyItem[];
  readonly allowed: readonly PolicyItem[];
  readonly excess: readonly PolicyItem[];
  readonly missing: readonly PolicyItem[];
  /** The smallest policy that allows the needs; `null` where a need cannot be written exactly. */
  readonly policy: readonly PolicyDocument[];
  /** The same in the words of a dialect: the one that was asked for, or the function's own. */
  readonly form: PolicyForm;
  readonly rendered: string;
  readonly proof: string;
  readonly unknowns: readonly { readonly reason: string; readonly location: string | null }[];
}

interface PolicyItem {
  readonly action: string;
  readonly resources: readonly string[];
  readonly confidence?: string;
  readonly condition?: string;
  readonly evidence: readonly string[];
}

export interface PolicyFlags extends ScanFlags {
  /** Left out: the form of the dialect in which the function is written. */
  readonly as?: PolicyForm;
}

/** What one function needs, what its role allows, the difference, and the smallest policy. */
export function policyOfFunction(what: string, workspace: Workspace, flags: PolicyFlags, io: Io): PolicyAnswer {
  const run = runScan(workspace, { ...flags, keepEstates: true }, io);
  const found = findFunction(what, run);
  const entry = found[0];
  if (entry === undefined || found.length > 1) {
    throw new UsageError(
      entry === undefined ? `There is no function ${what}.` : `${found.length} functions are called ${what}.`,
      entry === undefined
        ? 'List the functions with `leastwise inventory`.'
        : `Name one by its id: ${found.map(({ id }) => id).join(', ')}.`,
    );
  }
  const world = run.applications
    .flatMap(({ worlds }) => worlds)
    .find(({ estate }) => estate.get(entry.id, 'function') !== undefined);
  const subject = world?.estate.get(entry.id, 'function');
  if (world === undefined || subject === undefined) throw new Error(`${entry.id} is in no estate.`);
  const permissions = permissionsOf(world.estate, subject, world.facts.code.of(subject.id));
  const locate = locatorOf(workspace.tree);
  const written = writtenArns(world.estate);
  const needs = permissions.needed
    .filter(({ confidence }) => confidence !== 'possible')
    .map(({ action, resources, block }): Need => ({
      action,
      resources,
      ...(block === undefined ? {} : { condition: block }),
    }));
  const minimal = minimisePolicy(needs);
  const writable = needs.filter((need) => !minimal.problems.some((problem) => problem.need === need));
  const proof = proveMinimal(minimal.documents, writable, universeOf(needs));
  const format = resourceOf(world.estate, subject.id)?.fragment.format;
  const form = flags.as ?? (format === undefined || format === 'code' ? 'json' : format);
  const inDialect = writtenPolicy(minimal.documents, resourceReader(world.estate, subject));
  const items = (list: FunctionPermissions['allowed']): readonly PolicyItem[] =>
    list.map(({ action, resources, policy, at }) => ({
      action,
      resources: resources.map(written),
      evidence: [at === undefined ? policy : `${policy} (${placeOf(locate(at))})`],
    }));
  const needItems = (list: FunctionPermissions['needed']): readonly PolicyItem[] =>
    list.map(({ action, resources, confidence, condition, evidence }) => ({
      action,
      resources: resources.map(written),
      confidence,
      ...(condition === undefined ? {} : { condition }),
      evidence: evidence.map(({ at, message }) => `${message} (${placeOf(locate(at))})`),
    }));
  return {
    function: entry.id,
    held: permissions.held ?? null,
    required: permissions.required,
    needed: needItems(permissions.needed),
    allowed: items(permissions.allowed),
    excess: items(permissions.excess),
    missing: needItems(permissions.missing),
    policy: JSON.parse(written(JSON.stringify(minimal.documents))) as readonly PolicyDocument[],
    form,
    rendered: renderPolicy(inDialect, form, subject.name),
    proof: proof.summary,
    unknowns: [
      ...permissions.unknowns.map(({ reason, at }) => ({
        reason,
        location: at === undefined ? null : placeOf(locate(at)),
      })),
      ...inDialect.left.map(({ action, reason }) => ({ reason: `${action}: ${reason}`, location: null })),
      ...minimal.problems.map(({ message, need }) => ({ reason: `${need.action}: ${message}`, location: null })),
    ],
  };
}

/** Every action of the services that are touched: what the policy must not allow. */
function universeOf(needs: readonly Need[]): readonly string[] {
  const prefixes = new Set(needs.map(({ action }) => action.slice(0, action.indexOf(':'))));
  return [...prefixes].flatMap((prefix) =>
    [...(serviceActions(prefix)?.actions.values() ?? [])].map(({ action }) => action),
  );
}
