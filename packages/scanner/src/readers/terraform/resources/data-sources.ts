import { asText, isAbsent, type Reference, type Unknown, type Value } from '@leastwise/model';
import type { TerraformInstance } from '../instance.ts';
import { argument } from './argument.ts';
import { pseudo } from './pseudo.ts';
import type { ReferenceTargets } from './reference-targets.ts';

/** Data sources that ask where the deployment goes: what CloudFormation calls pseudo parameters. */
const places: Readonly<Record<string, string>> = {
  'aws_caller_identity.account_id': 'AWS::AccountId',
  'aws_caller_identity.id': 'AWS::AccountId',
  'aws_region.name': 'AWS::Region',
  'aws_region.id': 'AWS::Region',
  'aws_region.region': 'AWS::Region',
  'aws_partition.partition': 'AWS::Partition',
  'aws_partition.id': 'AWS::Partition',
  'aws_partition.dns_suffix': 'AWS::URLSuffix',
};

/** Data sources that read a secret out of its store, and the dynamic reference that says the same in CloudFormation. */
const stores: Readonly<
  Record<string, { readonly service: string; readonly key: string; readonly attributes: RegExp }>
> = {
  aws_secretsmanager_secret_version: {
    service: 'secretsmanager',
    key: 'secret_id',
    attributes: /^secret_(string|binary)$/,
  },
  aws_secretsmanager_random_password: { service: 'secretsmanager', key: '', attributes: /^random_password$/ },
  aws_ssm_parameter: { service: 'ssm', key: 'name', attributes: /^(insecure_)?value$/ },
};

/**
 * What an attribute of a data source stands for: it is read from the account when Terraform runs, so it is unknown, but its name
 * tells equal ones as equal, and a secret stays a secret.
 */
export function dataValue(reference: Reference, instance: TerraformInstance, targets: ReferenceTargets): Value {
  const { attribute, origin } = reference;
  const place = places[`${instance.type}.${attribute}`];
  if (place !== undefined) return pseudo(place, origin);
  const policy = managedPolicyArn(reference, instance);
  if (policy !== undefined) return policy;
  const store = stores[instance.type];
  if (store !== undefined && store.attributes.test(attribute)) return stored(reference, instance, store, targets);
  return {
    kind: 'unknown',
    cause: 'import',
    reason: `${instance.address}.${attribute} is read from the account when Terraform runs.`,
    name: `${instance.address}.${attribute}`,
    origin,
    ...(reference.via === undefined ? {} : { via: reference.via }),
  };
}

/** `data.aws_iam_policy` by the name of a policy of AWS. Its path does not matter: these names are unique. */
function managedPolicyArn(reference: Reference, instance: TerraformInstance): Value | undefined {
  if (instance.type !== 'aws_iam_policy' || !/^(arn|id)$/.test(reference.attribute)) return undefined;
  const arn = argument(instance.body, 'arn');
  if (!isAbsent(arn)) return arn;
  const name = asText(argument(instance.body, 'name'));
  if (name === undefined || !/^(AWS|Amazon|CloudWatch|Administrator|PowerUser|ReadOnly|SecurityAudit)/.test(name))
    return undefined;
  return { kind: 'known', value: `arn:aws:iam::aws:policy/${name}`, origin: reference.origin };
}

function stored(
  reference: Reference,
  instance: TerraformInstance,
  store: { readonly service: string; readonly key: string },
  targets: ReferenceTargets,
): Unknown {
  const key = argument(instance.body, store.key);
  const spelled = asText(targets.lookThrough(key));
  const kept = key.kind === 'reference' ? behindData(key.node, targets) : undefined;
  return {
    kind: 'unknown',
    cause: 'dynamic-reference',
    reason: `${instance.address} is read from ${store.service === 'ssm' ? 'Parameter Store' : 'Secrets Manager'} when Terraform runs.`,
    name:
      spelled === undefined ? `${instance.address}.${reference.attribute}` : `{{resolve:${store.service}:${spelled}}}`,
    sensitive: true,
    origin: reference.origin,
    ...(kept === undefined ? {} : { about: [kept] }),
  };
}

/** The secret itself, when it is made here. */
function behindData(node: string, targets: ReferenceTargets): string | undefined {
  const instance = targets.instance(node);
  if (instance?.mode === 'managed') return targets.ownerOf(instance)?.id ?? instance.id;
  return undefined;
}
