import { asMap, asText, type Value } from '@leastwise/model';
import { itemsOf } from '../read-value.ts';
import type { SamResource, Workbench } from '../workbench.ts';
import { namedPolicy } from './managed-policy.ts';
import { expandPolicyTemplate, isPolicyTemplate } from './policy-template.ts';

interface RolePolicies {
  /** ARNs of managed policies. */
  readonly managed: readonly Value[];
  /** Items of `Policies` of a role: name and document. */
  readonly inline: readonly Value[];
}

/** Reads `Policies` of a function or state machine: names, ARNs, documents and policy templates, alone or in a list. */
export function readPolicies(owner: SamResource, policies: Value | undefined, bench: Workbench): RolePolicies {
  const managed: Value[] = [];
  const inline: Value[] = [];
  itemsOf(policies).forEach((policy, index) => {
    const make = bench.makeAt(policy.origin);
    const add = (document: Value): void => {
      inline.push(make.of({ PolicyName: `${owner.logicalId}RolePolicy${index}`, PolicyDocument: document }));
    };
    const map = asMap(policy);
    if (map !== undefined) {
      const document = documentOf(owner, policy, map, bench);
      if (document !== undefined) add(document);
      return;
    }
    const name = asText(policy);
    if (name === undefined || policy.kind !== 'known') managed.push(policy);
    else managed.push({ ...policy, ...named(name, policy, bench) });
  });
  return { managed, inline };
}

function named(name: string, policy: Value, bench: Workbench): Value {
  const arn = namedPolicy(bench.makeAt(policy.origin), name);
  return asText(arn) === name ? policy : { ...arn, ...(policy.via === undefined ? {} : { via: policy.via }) };
}

function documentOf(
  owner: SamResource,
  policy: Value,
  map: ReadonlyMap<string, Value>,
  bench: Workbench,
): Value | undefined {
  if (map.has('Statement')) return policy;
  const [entry] = map;
  if (entry !== undefined && map.size === 1 && isPolicyTemplate(entry[0])) {
    const { document, missing } = expandPolicyTemplate(bench.makeAt(policy.origin), entry[0], entry[1]);
    if (missing.length > 0) {
      bench.invalid(
        policy.origin,
        `The policy template ${entry[0]} of ${owner.logicalId} is not given ${missing.join(', ')}.`,
        `Write the parameter under ${entry[0]}.`,
      );
    }
    return document;
  }
  bench.invalid(
    policy.origin,
    `A policy of ${owner.logicalId} is neither a document with statements nor a policy template.`,
    'Write a policy document, the name of a policy template with its parameters, or the ARN of a managed policy.',
  );
  return undefined;
}
