import type { NodeId, SourceRange, Unknown, Value } from '@leastwise/model';
import { invalid, movedTo } from '../../cloudformation/values.ts';
import { rangeIn, type Scope } from '../evaluate/scope.ts';
import { identityAttributes, type TerraformInstance, type TerraformProvider } from '../instance.ts';
import type { Referable } from '../session.ts';
import { attributeOf } from '../syntax/hcl.ts';
import { attributeValue, blockValue, nestedBlocks } from './block-body.ts';
import { dataAttribute } from './data-sources/index.ts';
import type { Declaration } from './module-source.ts';

/** One instance of a resource or data source, evaluated attribute by attribute as others ask for it. */
export interface ResourceInstance extends Referable {
  readonly about: Pick<TerraformInstance, 'address' | 'mode' | 'type' | 'name' | 'modulePath' | 'key' | 'id'>;
  readonly declaration: Declaration;
  readonly scope: Scope;
  /** The block, or the call of the registry module that makes it. */
  readonly location: SourceRange;
  /** Type and name, or the name of that call. */
  readonly keyRange: SourceRange;
  readonly provider: () => TerraformProvider;
  readonly open: Unknown | undefined;
  /** Set when no one wrote the block: the registry module that makes it. */
  readonly generatedBy?: string;
  /** An argument as the block sets it; undefined when it does not, or sets null. */
  argument(name: string): Value | undefined;
  body(): Value;
}

/** Set for what a registry module makes: its code is none of the user's text. */
export interface MadeElsewhere {
  readonly by: string;
  readonly location: SourceRange;
  readonly keyRange: SourceRange;
  /** Puts a value where the user's text leads to it. */
  relocate(value: Value): Value;
}

export function resourceInstance(
  about: ResourceInstance['about'],
  declaration: Declaration,
  scope: Scope,
  provider: () => TerraformProvider,
  open: Unknown | undefined,
  made?: MadeElsewhere,
): ResourceInstance {
  const { block, file } = declaration;
  const whole = rangeIn(block, file);
  const evaluated = new Map<string, Value | undefined>();
  const evaluating = new Set<string>();
  const relocate = (value: Value): Value => made?.relocate(value) ?? value;
  let body: Value | undefined;

  const argument = (name: string): Value | undefined => {
    if (evaluated.has(name)) return evaluated.get(name);
    if (evaluating.has(name)) return invalid(`${about.address}.${name} depends on itself.`, whole);
    evaluating.add(name);
    const found = evaluateArgument(name);
    const value = found === undefined ? undefined : relocate(found);
    evaluating.delete(name);
    evaluated.set(name, value);
    return value;
  };
  const evaluateArgument = (name: string): Value | undefined => {
    const attribute = attributeOf(block.body, name);
    if (attribute === undefined) return nestedBlocks(block.body, scope, whole, true, 0, name).get(name);
    const value = attributeValue(attribute, scope);
    return value.kind === 'known' && value.value === null ? undefined : value;
  };
  const reference = (name: string, at: SourceRange): Value => ({
    kind: 'reference',
    node: about.id,
    attribute: name,
    origin: at,
  });

  const instance: ResourceInstance = {
    about,
    declaration,
    scope,
    location: made?.location ?? whole,
    keyRange: made?.keyRange ?? {
      file,
      start: block.labels[0]?.start ?? block.typeStart,
      end: block.labels.at(-1)?.end ?? block.typeEnd,
    },
    ...(made === undefined ? {} : { generatedBy: made.by }),
    provider,
    open,
    isOpenCollection: open !== undefined,
    argument,
    attribute(name, at) {
      if (about.mode === 'data') {
        const made = dataAttribute(instance, name, at);
        if (made !== undefined) return made;
      }
      if (identityAttributes.has(name)) return reference(name, at);
      const value = argument(name);
      return value === undefined ? reference(name, at) : movedTo(value, at, value.origin);
    },
    written(name) {
      const wanted = name === 'id' ? idArgument(about.type) : name;
      if (wanted === undefined || (about.mode === 'data' && about.type !== 'archive_file')) return undefined;
      return attributeOf(block.body, wanted) === undefined ? undefined : argument(wanted);
    },
    members(at) {
      const names = new Set([
        ...block.body.attributes.map(({ name }) => name),
        ...block.body.blocks.map(({ type }) => type),
        'id',
        'arn',
      ]);
      return new Map([...names].map((name) => [name, instance.attribute(name, at)]));
    },
    body() {
      body ??= relocate(blockValue(block.body, scope, whole, true));
      return body;
    },
  };
  return instance;
}

/** The argument that the id of a resource is. */
function idArgument(type: string): string | undefined {
  return Object.hasOwn(ID_IS, type) ? ID_IS[type] : undefined;
}

const ID_IS: Readonly<Record<string, string>> = {
  aws_cloudwatch_event_rule: 'name',
  aws_cloudwatch_log_group: 'name',
  aws_dynamodb_table: 'name',
  aws_ecr_repository: 'name',
  aws_iam_group: 'name',
  aws_iam_instance_profile: 'name',
  aws_iam_role: 'name',
  aws_iam_user: 'name',
  aws_kms_alias: 'name',
  aws_lambda_function: 'function_name',
  aws_s3_bucket: 'bucket',
  aws_ssm_parameter: 'name',
};

export const idOf = (folder: string, address: string): NodeId =>
  `aws:${folder === '' ? '.' : folder}#/${address.replaceAll('/', '%2F')}`;
