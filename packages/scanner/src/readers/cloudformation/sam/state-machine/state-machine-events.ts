import type { Value } from '@leastwise/model';
import { restRoute } from '../api/rest-event.ts';
import { hasIntegration, integrationKey, isDefinition, operationAt } from '../api/open-api.ts';
import { addEventAuth } from '../api/rest-event-auth.ts';
import { eventsOf, targetOf, type EventTarget, type SamEvent } from '../events/event.ts';
import { draftRule } from '../events/rule.ts';
import { draftSchedule } from '../events/schedule-v2.ts';
import { startExecution, trustService } from '../policies/statements.ts';
import { isSet } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';

type DraftEvent = (event: SamEvent, target: EventTarget, bench: Workbench) => void;

/** Every event type of a state machine. Each starts executions with a role of its own. */
const kinds: Readonly<Record<string, DraftEvent>> = {
  Schedule: draftStateMachineRule,
  CloudWatchEvent: draftStateMachineRule,
  EventBridgeRule: draftStateMachineRule,
  ScheduleV2: (event, target, bench) => draftSchedule(event, target, 'state-machine', bench),
  Api: draftStateMachineRoute,
};

export function draftStateMachineEvents(target: EventTarget, bench: Workbench): void {
  for (const event of eventsOf(target.owner, bench)) {
    const draftEvent = Object.hasOwn(kinds, event.type) ? kinds[event.type] : undefined;
    if (draftEvent !== undefined) draftEvent(event, targetOf(event, target), bench);
    else {
      bench.invalid(
        event.value.origin,
        `SAM knows no event of type ${event.type} for state machines (${event.id}).`,
        `Use one of ${Object.keys(kinds).join(', ')}.`,
      );
    }
  }
}

function draftStateMachineRule(event: SamEvent, target: EventTarget, bench: Workbench): void {
  const given = event.type === 'Schedule' ? event.get('RoleArn') : undefined;
  const role = given ?? draftStartRole(event, target, 'events.amazonaws.com', bench);
  draftRule(event, target, { suffix: 'StepFunctionsTarget', role }, bench);
}

function draftStartRole(event: SamEvent, target: EventTarget, service: string, bench: Workbench): Value {
  const { make } = event;
  const logicalId = `${event.logicalId}Role`;
  bench.draft(
    target.owner,
    logicalId,
    'AWS::IAM::Role',
    {
      AssumeRolePolicyDocument: trustService(make, service),
      Policies: [startExecution(make, target.arn, logicalId)],
      PermissionsBoundary: target.owner.properties.get('PermissionsBoundary'),
    },
    { make },
  );
  return make.ref(logicalId, 'Arn');
}

/** `Api`: a route that starts an execution with the body of the request. */
function draftStateMachineRoute(event: SamEvent, target: EventTarget, bench: Workbench): void {
  const route = restRoute(event, bench);
  if (route === undefined) return;
  const { make } = event;
  const role = draftStartRole(event, target, 'apigateway.amazonaws.com', bench);
  const { draft } = route;
  const body = draft?.body;
  if (draft === undefined || !draft.managed || !isDefinition(body)) return;
  if (hasIntegration(body, route.path, route.method)) {
    bench.invalid(
      event.value.origin,
      `${route.method.toUpperCase()} ${route.path} is defined more than once.`,
      'Keep one event a route.',
    );
    return;
  }
  const operation = operationAt(body, route.path, route.method, make);
  operation?.set(
    integrationKey,
    make.of({
      type: 'aws',
      httpMethod: 'POST',
      uri: make.sub('arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution'),
      responses: { '200': { statusCode: '200' }, '400': { statusCode: '400' } },
      credentials: role,
      requestTemplates: { 'application/json': requestTemplate(event, target) },
    }),
  );
  if (operation?.has('responses') === false) {
    operation.set('responses', make.of({ '200': { description: 'OK' }, '400': { description: 'Bad Request' } }));
  }
  if (isSet(event.get('Auth'))) addEventAuth(event, { ...route, draft }, body, bench);
}

function requestTemplate(event: SamEvent, target: EventTarget): Value {
  const input = "$util.escapeJavaScript($input.json('$'))";
  const unescaped = isSet(event.get('UnescapeMappingTemplate')) ? String.raw`.replaceAll("\\'","'")` : '';
  return event.make.sub(`{"input": "${input}${unescaped}", "stateMachineArn": "\${machine}"}`, { machine: target.arn });
}
