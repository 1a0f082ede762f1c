import { asText, type Reference, type Value } from '@leastwise/model';
import { get, itemsOf, sameValue } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import { attributesOf } from './profile.ts';

/** One end of a connector: a resource of the template, or what is said about one elsewhere. */
export interface ConnectorEnd {
  readonly logicalId?: string | undefined;
  readonly type: string;
  /** `Arn`, `ResourceId`, `Name`, `Qualifier`, as profiles name them. */
  readonly values: ReadonlyMap<string, Value>;
  readonly roleName?: Value | undefined;
  readonly queueUrl?: Value | undefined;
}

const generated: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
};

/** Reads one end. Undefined, with a diagnostic, when it leads nowhere. */
export function connectorEnd(written: Value, other: Value, name: string, bench: Workbench): ConnectorEnd | undefined {
  const id = get(written, 'Id');
  if (id === undefined) {
    const type = asText(get(written, 'Type') ?? written);
    if (type === undefined) {
      bench.invalid(
        written.origin,
        `${name} of the connector has neither Id nor Type.`,
        'Name a resource of the template, or describe one.',
      );
      return undefined;
    }
    return {
      type: Object.hasOwn(generated, type) ? (generated[type] ?? type) : type,
      values: namedValues(written),
      roleName: get(written, 'RoleName'),
      queueUrl: get(written, 'QueueUrl'),
    };
  }
  const logicalId = asText(id);
  const found = logicalId === undefined ? undefined : resourceNamed(logicalId, bench);
  if (logicalId === undefined || found === undefined) {
    bench.invalid(id.origin, `${name} of the connector is no resource of this template.`, 'Write its logical id.');
    return undefined;
  }
  if (['Type', 'Arn', 'RoleName', 'QueueUrl', 'ResourceId', 'Name'].some((key) => get(written, key) !== undefined)) {
    bench.invalid(written.origin, `${name} of the connector is named by Id and described besides.`, 'Write Id alone.');
  }
  const { Inputs, Outputs = {} } = attributesOf(found.type);
  const make = bench.makeAt(id.origin);
  const output = (attribute: string): Value | undefined => {
    const template = Outputs[attribute];
    if (template === undefined || typeof template === 'string')
      return template === undefined ? undefined : make.of(template);
    const named = template['Fn::GetAtt'];
    return Array.isArray(named) ? make.ref(logicalId, String(named[1])) : make.ref(logicalId);
  };
  const values = new Map<string, Value>();
  for (const [attribute, value] of [
    ['Arn', output('Arn')],
    ['ResourceId', output('Id')],
    ['Name', output('Name')],
    ['Qualifier', get(written, 'Qualifier') ?? output('Qualifier')],
  ] as const) {
    if (value !== undefined) values.set(attribute, value);
  }
  const role =
    typeof Inputs?.Role === 'string'
      ? found.property(Inputs.Role)
      : Inputs?.Role === undefined
        ? undefined
        : ruleRole(found, other, bench);
  return { logicalId, type: found.type, values, roleName: roleName(role), queueUrl: output('Url') };
}

function namedValues(written: Value): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const name of ['Arn', 'ResourceId', 'Name', 'Qualifier']) {
    const value = get(written, name);
    if (value !== undefined) values.set(name, value);
  }
  return values;
}

interface Found {
  readonly type: string;
  property(name: string): Value | undefined;
}

function resourceNamed(logicalId: string, bench: Workbench): Found | undefined {
  const draft = bench.drafts.get(logicalId);
  if (draft !== undefined) return { type: draft.type, property: (name) => draft.properties.get(name) };
  const plain = bench.plain.get(logicalId);
  return plain === undefined ? undefined : { type: plain.type, property: (name) => get(plain.properties, name) };
}

/** A role is named by the `Ref` of the resource that its ARN leads to. */
function roleName(role: Value | undefined): Reference | undefined {
  return role?.kind === 'reference' ? { ...role, attribute: 'Ref' } : undefined;
}

/** The role with which an EventBridge rule starts the other end. */
function ruleRole(rule: Found, other: Value, bench: Workbench): Value | undefined {
  const id = asText(get(other, 'Id') ?? other);
  const arn = get(other, 'Arn');
  const target = itemsOf(rule.property('Targets')).find((item) => {
    const targetArn = get(item, 'Arn');
    if (targetArn === undefined) return false;
    if (arn !== undefined && sameValue(arn, targetArn)) return true;
    return id !== undefined && targetArn.kind === 'reference' && targetArn.node === bench.input.stack.idOf(id);
  });
  return get(target, 'RoleArn');
}
