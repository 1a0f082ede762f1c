import { asList, asText, type Value } from '@leastwise/model';
import type { Maker, Material } from '../made.ts';
import { editableMap, get, isSet, itemsOf, sameValue } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import { anyMethod, arnPath, childMap } from './open-api.ts';

/**
 * Adds what SAM's `ResourcePolicy` allows and denies on one path to the resource policy of the definition.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-resourcepolicystatement.html
 */
export function addResourcePolicy(body: Value, policy: Value, path: string, stage: Value, bench: Workbench): void {
  const make = bench.makeAt(policy.origin);
  const resources = methodArns(body, path, stage, make);
  const list = (name: string): Value | undefined => get(policy, name);
  addAccounts(body, list('AwsAccountWhitelist'), 'Allow', resources, bench);
  addAccounts(body, list('AwsAccountBlacklist'), 'Deny', resources, bench);
  addSources(body, list('IpRangeWhitelist'), 'NotIpAddress', resources, bench);
  addSources(body, list('IpRangeBlacklist'), 'IpAddress', resources, bench);
  for (const [kind, operator] of [
    ['Blacklist', 'StringEquals'],
    ['Whitelist', 'StringNotEquals'],
  ] as const) {
    const named = list(`SourceVpc${kind}`);
    if (named !== undefined && itemsOf(named).some((item) => asText(item) === undefined)) {
      bench.invalid(
        named.origin,
        `SourceVpc${kind} takes plain texts only.`,
        `Write intrinsics under IntrinsicVpc${kind} or IntrinsicVpce${kind}.`,
      );
    }
    const networks = [...startingWith(named, 'vpc-'), ...itemsOf(list(`IntrinsicVpc${kind}`))];
    const endpoints = [...startingWith(named, 'vpce-'), ...itemsOf(list(`IntrinsicVpce${kind}`))];
    if (networks.length === 0 && endpoints.length === 0) continue;
    const condition = {
      'aws:SourceVpc': networks.length === 0 ? undefined : networks,
      'aws:SourceVpce': endpoints.length === 0 ? undefined : endpoints,
    };
    addAllowAndDeny(body, make.of({ [operator]: condition }), resources, make);
  }
  // The transform leaves an empty policy where nothing is said.
  const map = editableMap(body);
  if (map !== undefined) childMap(map, policyKey, make);
}

/** Statements that are written out are added as they are, once. */
export function addCustomStatements(body: Value, statements: Value, bench: Workbench): void {
  const make = bench.makeAt(statements.origin);
  const policy = policyOf(body, make);
  const existing = policy?.get('Statement');
  if (policy === undefined) return;
  policy.set('Version', make.of('2012-10-17'));
  if (existing === undefined) policy.set('Statement', statements);
  else append(policy, itemsOf(statements), make);
}

const policyKey = 'x-amazon-apigateway-policy';

function policyOf(body: Value, make: Maker): Map<string, Value> | undefined {
  const map = editableMap(body);
  return map === undefined ? undefined : childMap(map, policyKey, make);
}

function addAccounts(
  body: Value,
  accounts: Value | undefined,
  effect: string,
  resources: Material,
  bench: Workbench,
): void {
  if (!isSet(accounts)) return;
  const make = bench.makeAt(accounts.origin);
  const policy = policyOf(body, make);
  if (policy === undefined) return;
  const statement = make.of({
    Effect: effect,
    Action: 'execute-api:Invoke',
    Resource: resources,
    Principal: { AWS: asList(accounts) ?? [accounts] },
  });
  policy.set('Version', make.of('2012-10-17'));
  const existing = policy.get('Statement');
  policy.set('Statement', existing === undefined ? statement : make.of([...itemsOf(existing), statement]));
}

function addSources(
  body: Value,
  ranges: Value | undefined,
  operator: string,
  resources: Material,
  bench: Workbench,
): void {
  if (!isSet(ranges)) return;
  const make = bench.makeAt(ranges.origin);
  addAllowAndDeny(body, make.of({ [operator]: { 'aws:SourceIp': asList(ranges) ?? [ranges] } }), resources, make);
}

/** Everyone may call, but callers that the condition describes may not. */
function addAllowAndDeny(body: Value, condition: Value, resources: Material, make: Maker): void {
  const policy = policyOf(body, make);
  if (policy === undefined) return;
  const statement = { Action: 'execute-api:Invoke', Resource: resources, Principal: '*' };
  policy.set('Version', make.of('2012-10-17'));
  append(
    policy,
    [make.of({ ...statement, Effect: 'Allow' }), make.of({ ...statement, Effect: 'Deny', Condition: condition })],
    make,
  );
}

function append(policy: Map<string, Value>, statements: readonly Value[], make: Maker): void {
  const list = [...itemsOf(policy.get('Statement'))];
  for (const statement of statements) if (!list.some((known) => sameValue(known, statement))) list.push(statement);
  policy.set('Statement', make.of(list));
}

function startingWith(list: Value | undefined, prefix: string): readonly Value[] {
  return itemsOf(list).filter((item) => asText(item)?.startsWith(prefix) === true);
}

function methodArns(body: Value, path: string, stage: Value, make: Maker): readonly Value[] {
  const methods = [...(editableMap(get(body, 'paths', path))?.keys() ?? [])];
  return methods.map((method) => {
    const verb = method.toLowerCase() === anyMethod || method.toLowerCase() === 'any' ? '*' : method.toUpperCase();
    return make.sub(`execute-api:/\${stage}/${verb}${arnPath(path, 'rest')}`, { stage });
  });
}
