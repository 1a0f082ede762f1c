import type { Value } from '@leastwise/model';
import type { Maker, Material } from '../made.ts';
import { connectorAttributeData, connectorProfileData } from './profile-data.ts';

/** What a connector grants, in the words of the reference data: texts with `%{Source.Arn}` and the like inside. */
export interface Profile {
  readonly Type:
    | 'AWS_IAM_ROLE_MANAGED_POLICY'
    | 'AWS_SQS_QUEUE_POLICY'
    | 'AWS_SNS_TOPIC_POLICY'
    | 'AWS_LAMBDA_PERMISSION';
  readonly Properties: {
    /** True when the policy belongs to the source. */
    readonly SourcePolicy: boolean;
    readonly AccessCategories: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly ValidAccessCategories?: readonly (readonly string[])[];
  };
}

export function profileOf(source: string, destination: string): Profile | undefined {
  const data = connectorProfileData[`${source} ${destination}`];
  return data === undefined ? undefined : (JSON.parse(data) as Profile);
}

interface ResourceAttributes {
  readonly Inputs?: { readonly Role?: string | { readonly Function: string } };
  readonly Outputs?: Readonly<Record<string, string | Readonly<Record<string, string | readonly string[]>>>>;
}

/** Where the ARN, the name and the role of a resource type are found. */
export function attributesOf(type: string): ResourceAttributes {
  return (
    Object.hasOwn(connectorAttributeData, type) ? JSON.parse(connectorAttributeData[type] ?? '{}') : {}
  ) as ResourceAttributes;
}

/** Fills `%{Source.Arn}` and its like; `lacking` collects the names that have no value. */
export function fillProfile(
  template: unknown,
  values: ReadonlyMap<string, Value>,
  make: Maker,
  lacking: Set<string>,
): Material {
  if (Array.isArray(template)) return template.map((item) => fillProfile(item, values, make, lacking));
  if (typeof template === 'string') return fillText(template, values, make, lacking);
  if (template === null || typeof template !== 'object') return template as Material;
  return Object.fromEntries(
    Object.entries(template).map(([key, inner]) => [key, fillProfile(inner, values, make, lacking)]),
  );
}

function fillText(text: string, values: ReadonlyMap<string, Value>, make: Maker, lacking: Set<string>): Value {
  for (const [, name = ''] of text.matchAll(/%\{([^}]*)\}/g)) if (!values.has(name)) lacking.add(name);
  const pattern = text.replace(/%\{([^}]*)\}/g, (_, name: string) => `\${${name}}`);
  return make.sub(pattern, Object.fromEntries(values));
}
