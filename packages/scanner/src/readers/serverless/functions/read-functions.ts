import { asMap, type Value } from '@leastwise/model';
import { get } from '../../cloudformation/sam/read-value.ts';
import { textValue } from '../../cloudformation/text-value.ts';
import { known } from '../../cloudformation/values.ts';
import type { MapEntry, SyntaxNode } from '../../syntax/syntax-node.ts';
import type { Bench, Cause, ServiceFunction } from '../bench.ts';
import { functionId, functionPart } from '../naming.ts';
import { constructFunctions } from '../plugins/lift/construct-functions.ts';
import { entriesOfSection } from '../service.ts';

/** The functions of the service. What stands behind a variable that is not known is an unknown, never nothing. */
export function readFunctions(bench: Bench): readonly ServiceFunction[] {
  const section = bench.service.section('functions');
  const parts = section === undefined ? [] : section.kind === 'list' ? section.items : [section];
  for (const part of parts) addOpen(part, bench);
  const functions: ServiceFunction[] = [];
  const added = bench.hasPlugin('serverless-lift') ? constructFunctions(bench.service) : [];
  for (const entry of [...entriesOfSection(section), ...added]) {
    const made = functionOf(entry, bench);
    if (made !== undefined) functions.push(made);
  }
  return functions;
}

function addOpen(part: SyntaxNode, bench: Bench): void {
  if (part.kind === 'map' || (part.kind === 'scalar' && part.value === null)) return;
  const at = bench.service.rangeOf(part);
  if (part.kind === 'scalar' && part.resolved?.kind === 'unknown') {
    bench.unknowns.push(part.resolved);
    bench.diagnostics.push({
      code: 'serverless-functions-not-read',
      message: `Functions of this service could not be read: ${part.resolved.reason}`,
      range: at,
      hint: 'Write the functions in YAML or JSON files, or scan the packaged template.',
      effect: 'incomplete',
    });
  } else bench.invalid(at, 'What stands here is no map of functions.', 'Write each function under its name.');
}

function functionOf(entry: MapEntry, bench: Bench): ServiceFunction | undefined {
  const { service, stack } = bench;
  const keyRange = service.rangeOf({ start: entry.keyStart, end: entry.keyEnd, file: entry.file });
  const valueRange = service.rangeOf(entry.value);
  const isTogether = valueRange.file === keyRange.file && valueRange.start >= keyRange.end;
  const at = isTogether ? { ...keyRange, end: Math.max(keyRange.end, valueRange.end) } : keyRange;
  const value = stack.evaluate(entry.value, stack.scope);
  if (asMap(value) === undefined) {
    if (value.kind === 'unknown') bench.unknowns.push(value);
    else if (value.kind !== 'known' || value.value !== null) {
      bench.invalid(keyRange, `The function ${entry.key} is no map.`, 'Write handler and events under its name.');
    }
    return undefined;
  }
  const logicalId = functionId(entry.key);
  const id = stack.idOf(logicalId);
  const cause: Cause = { at, keyRange, by: 'function', from: id };
  const target = hasAlias(value) ? stack.idOf(`${functionPart(entry.key)}ProvConcLambdaAlias`) : undefined;
  return {
    key: entry.key,
    value,
    cause,
    make: bench.makeAt(at),
    id,
    name: nameOf(entry.key, value, keyRange, bench),
    get: (...path) => get(value, ...path),
    arn: (origin) =>
      target === undefined
        ? { kind: 'reference', node: id, attribute: 'Arn', origin }
        : { kind: 'reference', node: target, attribute: 'Ref', origin },
  };
}

export function hasAlias(value: Value): boolean {
  const provisioned = get(value, 'provisionedConcurrency');
  return provisioned !== undefined && !(provisioned.kind === 'known' && Number(provisioned.value) === 0);
}

/** `name`, or `<service>-<stage>-<key>`. */
function nameOf(key: string, value: Value, origin: Cause['keyRange'], bench: Bench): Value {
  const written = get(value, 'name');
  if (written !== undefined) return written;
  return textValue([bench.serviceName, '-', bench.stage, '-', known(key, origin)], origin);
}
