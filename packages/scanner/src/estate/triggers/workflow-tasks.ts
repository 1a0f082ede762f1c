import { asList, asMap, asText, member, type SourceRange, type Value } from '@leastwise/model';
import type { NodeOf } from '../estate.ts';
import { definitionOf } from './workflow-definition.ts';

/** One task state of a state machine. */
export interface WorkflowTask {
  readonly name: string;
  /** A function ARN, an activity, or `arn:aws:states:::<service>:<action>`. */
  readonly resource: Value;
  /** `FunctionName` of its parameters or arguments. */
  readonly function?: Value;
  readonly invocationType?: string;
  /** Other members of the parameters that may name a resource: `QueueUrl`, `TopicArn`, `TableName`. */
  readonly named: readonly Value[];
  readonly at: SourceRange;
}

const nameMembers = ['QueueUrl', 'TopicArn', 'StateMachineArn', 'TableName', 'Bucket', 'StreamName', 'EventBusName'];

/** Every task, those of maps and parallel branches included. */
export function workflowTasks(machine: NodeOf<'state-machine'>): readonly WorkflowTask[] {
  const tasks: WorkflowTask[] = [];
  const definition = definitionOf(machine);
  if (definition !== undefined) collect(definition, '', tasks, 0);
  return tasks;
}

function collect(value: Value, name: string, tasks: WorkflowTask[], depth: number): void {
  if (depth > 60) return;
  const items = asList(value);
  if (items !== undefined) {
    for (const item of items) collect(item, name, tasks, depth + 1);
    return;
  }
  const map = asMap(value);
  if (map === undefined) return;
  const resource = map.get('Resource');
  if (asText(map.get('Type') ?? { kind: 'absent', origin: value.origin }) === 'Task' && resource !== undefined) {
    tasks.push(taskOf(value, resource, name));
  }
  for (const [key, inner] of map) collect(inner, key === 'States' || isPart(key) ? name : key, tasks, depth + 1);
}

function isPart(key: string): boolean {
  return key === 'Branches' || key === 'Iterator' || key === 'ItemProcessor' || key === 'Parameters';
}

function taskOf(state: Value, resource: Value, name: string): WorkflowTask {
  const blocks = [member(state, 'Parameters'), member(state, 'Arguments')];
  const find = (key: string): Value | undefined =>
    blocks.map((block) => asMap(block)?.get(key)).find((found) => found !== undefined);
  const called = find('FunctionName');
  const type = find('InvocationType');
  const invocationType = type === undefined ? undefined : asText(type);
  return {
    name,
    resource,
    ...(called === undefined ? {} : { function: called }),
    ...(invocationType === undefined ? {} : { invocationType }),
    named: nameMembers.map(find).filter((found) => found !== undefined),
    at: called?.origin ?? resource.origin,
  };
}
