import { asMap, type Value } from '@leastwise/model';
import type { Maker, Material } from '../made.ts';
import { policyTemplateData } from './policy-template-data.ts';

interface PolicyTemplate {
  readonly parameters: readonly string[];
  readonly document: unknown;
}

export function isPolicyTemplate(name: string): boolean {
  return Object.hasOwn(policyTemplateData, name);
}

/**
 * The policy document of a SAM policy template with its parameters filled in, and the parameters that are missing.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html
 */
export function expandPolicyTemplate(
  make: Maker,
  name: string,
  given: Value,
): { readonly document: Value; readonly missing: readonly string[] } {
  const template = JSON.parse(policyTemplateData[name] ?? '{"parameters":[],"document":{}}') as PolicyTemplate;
  const parameters = asMap(given) ?? new Map<string, Value>();
  const missing = template.parameters.filter((parameter) => !parameters.has(parameter));
  return { document: make.of(fill(template.document, parameters, make)), missing };
}

/** Templates hold no intrinsics but `Ref` of a parameter and `Fn::Sub`. */
function fill(template: unknown, parameters: ReadonlyMap<string, Value>, make: Maker): Material {
  if (Array.isArray(template)) return template.map((item) => fill(item, parameters, make));
  if (template === null || typeof template !== 'object') return template as Material;
  const members = template as Readonly<Record<string, unknown>>;
  if (typeof members['Ref'] === 'string') return parameterOf(members['Ref'], parameters, make);
  const substitution = members['Fn::Sub'];
  if (typeof substitution === 'string') return make.sub(substitution);
  if (Array.isArray(substitution)) {
    const [pattern, variables] = substitution as [string, Readonly<Record<string, unknown>>];
    const values = Object.entries(variables).map(
      ([name, value]) => [name, make.of(fill(value, parameters, make))] as const,
    );
    return make.sub(pattern, Object.fromEntries(values));
  }
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [key, fill(value, parameters, make)]));
}

function parameterOf(name: string, parameters: ReadonlyMap<string, Value>, make: Maker): Value {
  return (
    parameters.get(name) ?? {
      kind: 'unknown',
      cause: 'invalid',
      reason: `The policy template is given no ${name}.`,
      name,
      origin: make.origin,
    }
  );
}
