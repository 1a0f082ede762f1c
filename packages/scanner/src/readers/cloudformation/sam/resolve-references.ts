import type { NodeId, Reference, Value } from '@leastwise/model';
import type { Workbench } from './workbench.ts';

/**
 * `!Ref Orders.Alias` and `!GetAtt Orders.DestinationQueue.Arn` name a generated resource through the one that it is
 * generated from.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
export function resolveReferences(bench: Workbench): (value: Value) => Value {
  const { stack } = bench.input;
  const byNode = new Map<NodeId, NodeId>();
  const byAttribute = new Map<NodeId, Map<string, NodeId>>();
  for (const [name, logicalId] of bench.references) {
    const dot = name.indexOf('.');
    const target = stack.idOf(logicalId);
    byNode.set(stack.idOf(name), target);
    const owner = stack.idOf(name.slice(0, dot));
    const attributes = byAttribute.get(owner) ?? new Map<string, NodeId>();
    byAttribute.set(owner, attributes.set(name.slice(dot + 1), target));
  }
  const reference = (value: Reference): Reference => {
    const node = byNode.get(value.node);
    if (node !== undefined) return { ...value, node };
    const dot = value.attribute.indexOf('.');
    const target = dot < 0 ? undefined : byAttribute.get(value.node)?.get(value.attribute.slice(0, dot));
    return target === undefined ? value : { ...value, node: target, attribute: value.attribute.slice(dot + 1) };
  };
  const resolve = (value: Value): Value => {
    switch (value.kind) {
      case 'reference':
        return reference(value);
      case 'text':
        return {
          ...value,
          parts: value.parts.map((part) =>
            typeof part !== 'string' && part.kind === 'reference' ? reference(part) : part,
          ),
        };
      case 'choice':
        return {
          ...value,
          options: value.options.map((option) => ({ when: option.when, value: resolve(option.value) })),
        };
      case 'known': {
        const data = value.value;
        if (data instanceof Map)
          return { ...value, value: new Map([...data].map(([key, inner]) => [key, resolve(inner)])) };
        return Array.isArray(data) ? { ...value, value: data.map(resolve) } : value;
      }
      case 'absent':
      case 'unknown':
        return value;
    }
  };
  return byNode.size === 0 ? (value) => value : resolve;
}
