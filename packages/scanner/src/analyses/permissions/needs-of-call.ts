import type { CodeValue, SdkCall } from '@leastwise/code';
import {
  methodToOperation,
  operationNeeds,
  sdkService,
  type MemberTest,
  type OperationNeed,
  type OperationReference,
} from '@leastwise/iam';
import type { AnyNode, Estate, NodeOf } from '../../estate/estate.ts';
import { arnIndex } from './arn-index.ts';
import { connectionsAt } from './connections.ts';
import { weaker, type FunctionNeed } from './need.ts';
import { membersAt, textsOf } from './resolve-code-value.ts';
import { resourcesOfCall } from './resource-of-call.ts';
import { arnOf, regionToken } from './spell-arn.ts';

/** What one call of an SDK needs; undefined when it is not known which operation it is. */
export function needsOfCall(
  estate: Estate,
  subject: NodeOf<'function'>,
  call: SdkCall,
): readonly FunctionNeed[] | undefined {
  if (call.client.role !== undefined) return assumedRole(estate, subject, call, call.client.role);
  const operations = operationsOfCall(call);
  if (operations === undefined) return undefined;
  const needs: FunctionNeed[] = [];
  for (const { service, operation, sometimes } of operations) {
    const found = operationNeeds(service, operation);
    if (found === undefined) return undefined;
    const primary = found
      .filter(({ conditional }) => conditional === undefined)
      .flatMap((need) => needOf(estate, subject, call, need, sometimes === true));
    const keys = found
      .filter(({ conditional }) => conditional === 'customer-key')
      .flatMap((need) => keyNeeds(estate, call, need, primary));
    needs.push(...primary, ...keys);
  }
  return needs;
}

/** The call is made with the rights of another role: this one needs to assume it, and nothing else. */
function assumedRole(
  estate: Estate,
  subject: NodeOf<'function'>,
  call: SdkCall,
  role: CodeValue,
): readonly FunctionNeed[] {
  const resources = textsOf(estate, subject, role);
  return [{ action: 'sts:AssumeRole', resources, confidence: 'likely', evidence: evidenceOf(call) }];
}

const sdks = { 'javascript-v2': 'js-v2', 'javascript-v3': 'js-v3', boto3: 'boto3' } as const;

function operationsOfCall(call: SdkCall): readonly OperationReference[] | undefined {
  const sdk = sdks[call.sdk];
  const service = sdkService({ sdk, name: call.service });
  if (service === undefined) return undefined;
  if (operationNeeds(service.id, call.operation) !== undefined) {
    return [{ service: service.id, operation: call.operation }];
  }
  const method = call.resource === undefined ? call.operation : `${call.resource}.${call.operation}`;
  const kinds = { paginator: 'paginator', waiter: 'waiter' } as const;
  const first = call.style === 'paginator' || call.style === 'waiter' ? kinds[call.style] : 'resource';
  for (const kind of [first, 'client', 'command'] as const) {
    const found = methodToOperation({ sdk, service: call.service, method, kind });
    if (found !== undefined) return found;
  }
  return undefined;
}

function needOf(
  estate: Estate,
  subject: NodeOf<'function'>,
  call: SdkCall,
  need: OperationNeed,
  sometimes: boolean,
): readonly FunctionNeed[] {
  const holds = allHold(estate, subject, call, need.when ?? []);
  if (holds === 'no') return [];
  const templates = need.resources.filter(({ when }) => allHold(estate, subject, call, when ?? []) !== 'no');
  const named = templates.flatMap((template) => resourcesOfCall(estate, subject, call, template));
  const resources =
    need.action === 'execute-api:ManageConnections'
      ? named.flatMap((resource) => connectionsAt(estate, subject, call, resource))
      : named;
  const role =
    need.passRole === undefined ? [] : membersAt(call.input, call.inputComplete, need.passRole.member).values;
  if (need.passRole !== undefined && role.length === 0) return [];
  const roles = role.flatMap((value) => textsOf(estate, subject, value));
  const all = [...new Set(need.passRole === undefined ? resources : roles)];
  const uncertain = holds === 'unknown' || sometimes;
  return [
    {
      action: need.action,
      resources: all.length === 0 ? ['*'] : all,
      confidence: uncertain ? 'possible' : call.confidence,
      ...(holds === 'unknown' ? { condition: `when ${(need.when ?? []).map(describeTest).join(' and ')}` } : {}),
      ...(need.passRole?.service === undefined
        ? {}
        : { block: { StringEquals: { 'iam:PassedToService': [need.passRole.service] } } }),
      evidence: evidenceOf(call),
    },
  ];
}

/** A customer key on what the call touches: the service asks for the caller's right on the key. */
function keyNeeds(
  estate: Estate,
  call: SdkCall,
  need: OperationNeed,
  primary: readonly FunctionNeed[],
): readonly FunctionNeed[] {
  const service = primary[0]?.action.split(':')[0] ?? '';
  const keys = new Map<string, AnyNode>();
  for (const touched of new Set(primary.flatMap(({ resources }) => resources))) {
    const node = touched === '*' ? undefined : arnIndex(estate).nodeOf(touched);
    const edge =
      node === undefined || node.kind === 'function' ? undefined : estate.edgesFrom(node.id, 'encryptsWith')[0];
    const key = edge === undefined ? undefined : estate.nodes.get(edge.to);
    if (key !== undefined) keys.set(arnOf(estate, key) ?? '*', key);
  }
  return [...keys].map(([arn, key]) => ({
    action: need.action,
    resources: [arn],
    confidence: weaker(call.confidence, 'likely'),
    condition: `it is encrypted with ${key.name}`,
    block: { StringEquals: { 'kms:ViaService': [`${service}.${regionToken}.amazonaws.com`] } },
    evidence: [...evidenceOf(call), { at: key.at, message: `${key.name} is the key of what is called` }],
  }));
}

function evidenceOf(call: SdkCall): FunctionNeed['evidence'] {
  return [...call.trace, { at: call.at, message: `calls ${call.operation} of ${call.service}` }];
}

type Holds = 'yes' | 'no' | 'unknown';

function allHold(estate: Estate, subject: NodeOf<'function'>, call: SdkCall, tests: readonly MemberTest[]): Holds {
  const answers = tests.map((test) => holds(estate, subject, call, test));
  return answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes';
}

function holds(estate: Estate, subject: NodeOf<'function'>, call: SdkCall, test: MemberTest): Holds {
  const { values, open } = membersAt(call.input, call.inputComplete, test.member);
  const given: Holds = values.length > 0 ? 'yes' : open ? 'unknown' : 'no';
  if (test.is === 'given') return given;
  if (test.is === 'absent') return given === 'yes' ? 'no' : given === 'no' ? 'yes' : 'unknown';
  if (given !== 'yes') return given;
  const wanted = test.values.map((value) => value.toLowerCase());
  const texts = values
    .flatMap((value) => textsOf(estate, subject, value))
    .map((text) => {
      return (test.is === 'verb' ? (text.trim().split(/\s/)[0] ?? '') : text).toLowerCase();
    });
  if (texts.some((text) => wanted.includes(text))) return 'yes';
  return texts.some((text) => text.includes('*')) ? 'unknown' : 'no';
}

function describeTest(test: MemberTest): string {
  return test.is === 'given' || test.is === 'absent'
    ? `${test.member} is ${test.is}`
    : `${test.member} is ${test.values.join(' or ')}`;
}
