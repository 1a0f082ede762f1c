import type { CodeValue } from '../../facts/code-value.ts';
import type { SdkCall, TraceStep } from '../../facts/function-facts.ts';
import { toCodeValue } from '../code-value.ts';
import { nextStep, type Labels } from '../label.ts';
import type { CallSite, Machine } from '../machine.ts';
import { valuesAt } from '../places.ts';
import { observeSend } from '../sends/observe-send.ts';
import { shownName } from '../sinks.ts';
import type { Value } from '../value.ts';
import { javascriptSdkCall } from './javascript-sdk.ts';
import { eitherValue } from './merge-calls.ts';
import type { ObservedCall } from './observed-call.ts';
import { pythonSdkCall } from './python-sdk.ts';

/** Notes a call of an AWS SDK; returns the labels of what it gives back, or undefined when it is none. */
export function observeSdkCall(machine: Machine, name: string, site: CallSite): Labels | undefined {
  const observed =
    site.language === 'python' ? pythonSdkCall(machine, name, site) : javascriptSdkCall(machine, name, site);
  if (observed === undefined) {
    noteUnresolved(machine, name, site);
    return undefined;
  }
  machine.facts.sdkCall(factOf(machine, observed, site));
  observeSend(machine, observed, site);
  return storedLabels(observed, site);
}

/** A client whose service is computed: what it may call is not known. */
function noteUnresolved(machine: Machine, name: string, site: CallSite): void {
  if (name !== 'boto3#client' && name !== 'boto3#resource') return;
  const [service] = valuesAt(machine, site, { index: 0, name: 'service_name' });
  if (service?.kind === 'constant') return;
  machine.facts.lacks({
    reason: 'unresolved-sdk',
    message: `The service of ${shownName(name)} is not a text that the code writes.`,
    at: site.at,
  });
}

function factOf(machine: Machine, call: ObservedCall, site: CallSite): SdkCall {
  const input = new Map<string, CodeValue>();
  let isComplete = true;
  for (const [name, value] of call.bound) input.set(name, toCodeValue(machine, value));
  for (const argument of call.input) {
    if (argument.name !== undefined) {
      input.set(argument.name, toCodeValue(machine, argument.value));
      continue;
    }
    const value = toCodeValue(machine, argument.value);
    const maps = value.kind === 'one-of' ? value.values : [value];
    for (const one of maps) {
      if (one.kind !== 'map') {
        isComplete &&= one.kind === 'literal' && one.value === null;
        continue;
      }
      isComplete &&= one.complete;
      for (const [key, member] of one.entries) {
        const before = input.get(key);
        input.set(key, before === undefined || maps.length === 1 ? member : eitherValue(before, member));
      }
    }
  }
  const role = roleOf(machine, call.credentials, site);
  return {
    sdk: call.sdk,
    service: call.service,
    operation: call.operation,
    style: call.style,
    ...(call.resource === undefined || call.resource === '' ? {} : { resource: call.resource }),
    input,
    inputComplete: isComplete,
    client: {
      ...(call.region === undefined ? {} : { region: toCodeValue(machine, call.region) }),
      ...(call.endpoint === undefined ? {} : { endpoint: toCodeValue(machine, call.endpoint) }),
      ...(role === undefined ? {} : { role }),
    },
    at: site.at,
    trace: traceTo(machine, site, `calls ${call.operation} of ${call.service}`),
    confidence: call.confidence,
  };
}

/** Credentials that `AssumeRole` gave, or a provider that assumes a role. */
function roleOf(machine: Machine, credentials: Value | undefined, site: CallSite): CodeValue | undefined {
  if (credentials === undefined) return undefined;
  let one: Value | undefined = credentials;
  for (let depth = 0; depth < 8 && one?.kind === 'external'; depth++) {
    if (
      /(fromTemporaryCredentials|fromWebToken|TemporaryCredentials|ChainableTemporaryCredentials)\(\)$/.test(one.name)
    ) {
      const options = one.made?.arguments[0]?.value;
      if (options === undefined) return undefined;
      const parameters = machine.get(options, 'params', site.at);
      const role = machine.get(parameters.kind === 'object' ? parameters : options, 'RoleArn', site.at);
      return toCodeValue(machine, role);
    }
    if (/assume_role\(\)$|assumeRole\(\)$/i.test(one.name)) {
      const [role] = valuesAt(
        machine,
        { arguments: one.made?.arguments ?? [], receiver: undefined, at: site.at },
        { name: 'RoleArn', index: 0, ...(site.language === 'python' ? {} : { member: 'RoleArn' }) },
      );
      return role === undefined ? undefined : toCodeValue(machine, role);
    }
    const command: Value | undefined = one.made?.arguments[0]?.value;
    if (command?.kind === 'external' && command.name.endsWith('AssumeRoleCommand()')) {
      const options = command.made?.arguments[0]?.value;
      return options === undefined ? undefined : toCodeValue(machine, machine.get(options, 'RoleArn', site.at));
    }
    one = one.owner;
  }
  return undefined;
}

/** From the handler to the call. */
export function traceTo(machine: Machine, site: CallSite, message: string): readonly TraceStep[] {
  const steps: TraceStep[] = [{ at: site.at, message }];
  for (let frame = machine.frame; frame.before !== undefined; frame = frame.before) {
    steps.push({ at: frame.at, message: `${frame.name} is called` });
  }
  return steps.reverse();
}

/** Operations that give back what somebody may have written before: data of second order. */
const readsStored =
  /^(GetItem|BatchGetItem|TransactGetItems|Query|Scan|GetObject|SelectObjectContent|ReceiveMessage|ExecuteStatement|get_item|query|scan|batch_get_item|receive_messages|get|ListObjects|ListObjectsV2)$/;

function storedLabels(call: ObservedCall, site: CallSite): Labels {
  if (!readsStored.test(call.operation) || call.style === 'presign') return [];
  const service = call.service.replace(/^client-/, '').toLowerCase();
  return [
    {
      source: { event: 'unknown', path: `${service}:${call.operation}`, trust: 'stored', confidence: 'low' },
      transforms: 0,
      step: nextStep(undefined, site.at, `${call.operation} of ${service} reads stored data`),
    },
  ];
}
