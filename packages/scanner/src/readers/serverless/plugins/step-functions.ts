import { asText, type Value } from '@leastwise/model';
import type { Material } from '../../cloudformation/sam/made.ts';
import { flagOf, get, itemsOf } from '../../cloudformation/sam/read-value.ts';
import { restApiFor } from '../apis/rest-api.ts';
import { resourceOf } from '../apis/rest-method.ts';
import type { Bench, Cause } from '../bench.ts';
import { alphanumeric, functionId, pathPart, upperFirst } from '../naming.ts';
import { entriesOfSection } from '../service.ts';

/**
 * serverless-step-functions: state machines whose tasks name functions by their keys, and the events that start them.
 * https://github.com/serverless-operations/serverless-step-functions
 */
export function stepFunctions(bench: Bench): void {
  const { service, stack } = bench;
  const section = service.section('stepFunctions');
  const machines =
    section?.kind === 'map' ? section.entries.find(({ key }) => key === 'stateMachines')?.value : undefined;
  for (const entry of entriesOfSection(machines)) {
    const keyRange = service.rangeOf({ start: entry.keyStart, end: entry.keyEnd, file: entry.file });
    const value = stack.evaluate(entry.value, stack.scope);
    const at =
      value.origin.file === keyRange.file ? { ...keyRange, end: Math.max(keyRange.end, value.origin.end) } : keyRange;
    stateMachine(entry.key, value, { at, keyRange, by: 'stepFunctions' }, bench);
  }
}

function stateMachine(key: string, value: Value, cause: Cause, bench: Bench): void {
  const make = bench.makeAt(cause.at);
  const name = get(value, 'name');
  const written = get(value, 'id') ?? name;
  const part = alphanumeric((written === undefined ? undefined : asText(written)) ?? key);
  const logicalId = get(value, 'id') !== undefined || name !== undefined ? part : `${part}StepFunctionsStateMachine`;
  const role = get(value, 'role');
  const log = get(value, 'loggingConfig');
  bench.add(
    logicalId,
    'AWS::StepFunctions::StateMachine',
    {
      StateMachineName: name,
      StateMachineType: get(value, 'type'),
      Definition: named(get(value, 'definition'), bench),
      RoleArn: role ?? make.ref(`${logicalId}Role`, 'Arn'),
      TracingConfiguration: flagOf(get(value, 'tracingConfig', 'enabled')) === true ? { Enabled: true } : undefined,
      LoggingConfiguration:
        log === undefined
          ? undefined
          : {
              Level: get(log, 'level'),
              IncludeExecutionData: get(log, 'includeExecutionData'),
              Destinations: itemsOf(get(log, 'destinations')).map((arn) => ({
                CloudWatchLogsLogGroup: { LogGroupArn: arn },
              })),
            },
    },
    cause,
  );
  if (role === undefined) machineRole(`${logicalId}Role`, value, cause, bench);
  const own: Cause = { ...cause, from: bench.stack.idOf(logicalId), by: 'stepFunctions' };
  for (const [index, event] of itemsOf(get(value, 'events')).entries()) {
    const type = ['http', 'schedule', 'cloudwatchEvent', 'eventBridge'].find((each) => get(event, each) !== undefined);
    if (type === 'http') httpStart(event, logicalId, { ...own, at: event.origin, keyRange: event.origin }, bench);
    else if (type !== undefined) ruleStart(event, type, logicalId, index + 1, own, bench);
  }
}

/** `Fn::GetAtt: [placeOrder, Arn]` names a function by its key. */
function named(value: Value | undefined, bench: Bench): Value | undefined {
  const keys = new Map(bench.functions.map(({ key, id }) => [bench.stack.idOf(key), id]));
  const change = (inner: Value): Value => {
    if (inner.kind === 'reference') return { ...inner, node: keys.get(inner.node) ?? inner.node };
    if (inner.kind !== 'known') return inner;
    const data = inner.value;
    if (data instanceof Map) {
      return {
        ...inner,
        value: new Map([...(data as ReadonlyMap<string, Value>)].map(([key, each]) => [key, change(each)])),
      };
    }
    return Array.isArray(data) ? { ...inner, value: (data as readonly Value[]).map(change) } : inner;
  };
  return value === undefined ? undefined : change(value);
}

function trust(service: string): Material {
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  };
}

/** The plugin lets the machine call the functions of its tasks; what it adds for other services is only in the packaged template. */
function machineRole(logicalId: string, machine: Value, cause: Cause, bench: Bench): void {
  const make = bench.makeAt(cause.at);
  const definition = JSON.stringify(namesIn(named(get(machine, 'definition'), bench)));
  const arns = bench.functions
    .filter(({ id }) => definition.includes(JSON.stringify(id)))
    .map(({ key }) => make.ref(functionId(key), 'Arn'));
  bench.add(
    logicalId,
    'AWS::IAM::Role',
    {
      AssumeRolePolicyDocument: trust('states.amazonaws.com'),
      Policies:
        arns.length === 0
          ? undefined
          : [
              {
                PolicyName: 'statemachine',
                PolicyDocument: {
                  Version: '2012-10-17',
                  Statement: [{ Effect: 'Allow', Action: ['lambda:InvokeFunction'], Resource: arns }],
                },
              },
            ],
    },
    { ...cause, from: bench.stack.idOf(logicalId.replace(/Role$/, '')), by: 'stepFunctions' },
  );
}

function namesIn(value: Value | undefined): readonly string[] {
  if (value?.kind === 'reference') return [value.node];
  if (value?.kind !== 'known') return [];
  const data = value.value;
  if (data instanceof Map) return [...(data as ReadonlyMap<string, Value>).values()].flatMap(namesIn);
  return Array.isArray(data) ? (data as readonly Value[]).flatMap(namesIn) : [];
}

/** The role as which an API or a rule starts the machine. */
function startRole(logicalId: string, service: string, machine: string, cause: Cause, bench: Bench): Value {
  const make = bench.makeAt(cause.at);
  bench.add(
    logicalId,
    'AWS::IAM::Role',
    {
      AssumeRolePolicyDocument: trust(service),
      Policies: [
        {
          PolicyName: 'start',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: ['states:StartExecution'], Resource: make.ref(machine) }],
          },
        },
      ],
    },
    cause,
  );
  return make.ref(logicalId, 'Arn');
}

/** An `http` event: a method that starts an execution with what the caller sends. */
function httpStart(event: Value, machine: string, cause: Cause, bench: Bench): void {
  const make = bench.makeAt(event.origin);
  const path = asText(get(event, 'http', 'path') ?? event)?.replace(/^\/+|\/+$/g, '');
  const method = asText(get(event, 'http', 'method') ?? event);
  if (path === undefined || method === undefined) return;
  const api = restApiFor(cause, bench);
  const authorizer = get(event, 'http', 'authorizer');
  const isIam = authorizer !== undefined && /^aws_iam$/i.test(asText(get(authorizer, 'type') ?? authorizer) ?? '');
  const action = asText(get(event, 'http', 'action') ?? event) ?? 'StartExecution';
  bench.add(
    `ApiGatewayMethod${pathPart(path)}${upperFirst(method.toLowerCase())}`,
    'AWS::ApiGateway::Method',
    {
      HttpMethod: method.toUpperCase(),
      ResourceId: resourceOf(path, { make, cause }, api, bench),
      RestApiId: api.id,
      ApiKeyRequired: flagOf(get(event, 'http', 'private')) ?? false,
      AuthorizationType: authorizer === undefined ? 'NONE' : isIam ? 'AWS_IAM' : (get(authorizer, 'type') ?? 'CUSTOM'),
      AuthorizerId: authorizer === undefined || isIam ? undefined : (get(authorizer, 'authorizerId') ?? authorizer),
      Integration: {
        Type: 'AWS',
        IntegrationHttpMethod: 'POST',
        Uri: make.sub(`arn:\${AWS::Partition}:apigateway:\${AWS::Region}:states:action/${action}`),
        Credentials: startRole('ApigatewayToStepFunctionsRole', 'apigateway.amazonaws.com', machine, cause, bench),
        RequestTemplates: {
          'application/json': make.sub(
            '{"input": "$util.escapeJavaScript($input.json(\'$\'))", "stateMachineArn": "${machine}"}',
            {
              machine: make.ref(machine),
            },
          ),
        },
      },
    },
    cause,
  );
}

/** A schedule or a pattern: a rule whose target is the machine. */
function ruleStart(event: Value, type: string, machine: string, index: number, cause: Cause, bench: Bench): void {
  const make = bench.makeAt(event.origin);
  const settings = get(event, type);
  const isShort = settings !== undefined && asText(settings) !== undefined;
  bench.add(
    `${machine}EventsRule${upperFirst(type)}${index}`,
    'AWS::Events::Rule',
    {
      ScheduleExpression: type === 'schedule' ? (isShort ? settings : get(settings, 'rate')) : undefined,
      EventPattern: type === 'schedule' ? undefined : get(settings, 'event'),
      EventBusName: get(settings, 'eventBusName') ?? get(settings, 'event', 'eventBusName'),
      State: flagOf(get(settings, 'enabled')) === false ? 'DISABLED' : 'ENABLED',
      Targets: [
        {
          Id: `${machine}Target`,
          Arn: make.ref(machine),
          RoleArn: startRole(`${machine}EventToStepFunctionsRole`, 'events.amazonaws.com', machine, cause, bench),
        },
      ],
    },
    { ...cause, at: event.origin, keyRange: event.origin },
  );
}
