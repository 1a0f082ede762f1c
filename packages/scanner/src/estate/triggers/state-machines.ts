import { asText, describe, type Value } from '@leastwise/model';
import type { EstateBuilder, Linker, NodeOf } from '../estate.ts';
import { addTrigger } from './add-trigger.ts';
import { workflowTasks, type WorkflowTask } from './workflow-tasks.ts';

/** Functions that state machines call as tasks. https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html */
export const linkStateMachines: Linker = (estate) => {
  for (const machine of estate.of('state-machine')) {
    const seen = new Set<string>();
    for (const task of workflowTasks(machine)) {
      const target = calledBy(estate, task);
      if (target === undefined) {
        linkService(estate, machine, task);
        continue;
      }
      const key = `${target.function.id} ${invocationOf(task)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      addTrigger(estate, {
        kind: 'state-machine',
        target,
        source: machine.id,
        label: `state ${task.name} of state machine ${machine.name}`,
        invocation: invocationOf(task),
        at: task.at,
      });
    }
  }
};

function calledBy(estate: EstateBuilder, task: WorkflowTask): ReturnType<EstateBuilder['functionOf']> {
  if (isLambdaIntegration(task.resource))
    return task.function === undefined ? undefined : estate.functionOf(task.function);
  return estate.functionOf(task.resource);
}

function isLambdaIntegration(resource: Value): boolean {
  return /:states:.*:(?:aws-sdk:)?lambda:invoke/i.test(asText(resource) ?? describe(resource));
}

function invocationOf(task: WorkflowTask): 'sync' | 'async' {
  const asynchronous = task.invocationType === 'Event' || /:invokeAsync$/i.test(describe(task.resource));
  return asynchronous ? 'async' : 'sync';
}

/** Tasks that send to a queue, topic, bus or another state machine pass events on. */
function linkService(estate: EstateBuilder, machine: NodeOf<'state-machine'>, task: WorkflowTask): void {
  for (const value of task.named) {
    const node = estate.resolve(value, 'queue', 'topic', 'event-bus', 'state-machine', 'table', 'bucket', 'stream');
    if (node !== undefined && node.id !== machine.id) {
      estate.connect({
        verb: 'routesTo',
        from: machine.id,
        to: node.id,
        at: value.origin,
        note: `in state ${task.name}`,
      });
    }
  }
}
