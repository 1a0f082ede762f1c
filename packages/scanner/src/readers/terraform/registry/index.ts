import type { SourceRange, Value } from '@leastwise/model';
import { movedTo } from '../../cloudformation/values.ts';
import { withMembers } from '../evaluate/encoded-text.ts';
import { rangeIn } from '../evaluate/scope.ts';
import { moduleInstance } from '../modules/module-instance.ts';
import type { AdaptedModule, CallInstance } from '../modules/module-model.ts';
import { moduleOf, type ModuleSource } from '../modules/module-source.ts';
import { inputOf } from '../modules/inputs-of-call.ts';
import type { MadeElsewhere } from '../modules/resource-instance.ts';
import { readHcl } from '../syntax/read-hcl.ts';
import { apiGatewayV2 } from './apigateway-v2.ts';
import { dynamodbTable } from './dynamodb-table.ts';
import { eventbridge } from './eventbridge.ts';
import { iamPolicy, iamRole } from './iam.ts';
import { lambda, lambdaAlias } from './lambda.ts';
import { moduleName } from './module-name.ts';
import { s3Bucket } from './s3-bucket.ts';
import { sns } from './sns.ts';
import { sqs } from './sqs.ts';
import { stepFunctions } from './step-functions.ts';

/**
 * What well-known modules make, as configurations of our own: their documented inputs, defaults, resource addresses and
 * outputs, as far as a check may ask. The modules themselves are not read; one that `terraform init` fetched comes first.
 */
const adapters: Readonly<Record<string, string>> = {
  'terraform-aws-modules/apigateway-v2/aws': apiGatewayV2,
  'terraform-aws-modules/dynamodb-table/aws': dynamodbTable,
  'terraform-aws-modules/eventbridge/aws': eventbridge,
  'terraform-aws-modules/iam/aws//modules/iam-assumable-role': iamRole,
  'terraform-aws-modules/iam/aws//modules/iam-policy': iamPolicy,
  'terraform-aws-modules/iam/aws//modules/iam-role': iamRole,
  'terraform-aws-modules/lambda/aws': lambda,
  'terraform-aws-modules/lambda/aws//modules/alias': lambdaAlias,
  'terraform-aws-modules/s3-bucket/aws': s3Bucket,
  'terraform-aws-modules/sns/aws': sns,
  'terraform-aws-modules/sqs/aws': sqs,
  'terraform-aws-modules/step-functions/aws': stepFunctions,
};

export const adaptedModules: readonly string[] = Object.keys(adapters);

/** The resources that a well-known module of the registry makes, when its code is not in the tree. */
export function adaptModule(call: CallInstance): AdaptedModule | undefined {
  const name = moduleName(call.source);
  const text = name !== undefined && Object.hasOwn(adapters, name) ? adapters[name] : undefined;
  if (name === undefined || text === undefined) return undefined;
  const source = sourceOf(name, text);
  const made = madeBy(name, call, source.files[0] ?? '');
  const module = moduleInstance(
    {
      source,
      path: call.path,
      chain: call.parent.chain,
      isRoot: false,
      parentProviders: call.parent.providers,
      input: (input) => inputOf(call, input),
      open: (inner) => ({
        kind: 'open',
        call: inner,
        why: {
          kind: 'unknown',
          cause: 'missing-file',
          reason: 'This module is not in the tree.',
          origin: made.location,
        },
      }),
      made,
    },
    call.around,
  );
  return {
    get resources() {
      return module.resources();
    },
    output(output, at) {
      const value = module.output(output);
      if (value === undefined) return undefined;
      const placed = made.relocate(value);
      return placed.kind === 'reference' ? { ...placed, origin: at } : movedTo(placed, at, placed.origin);
    },
    get unknowns() {
      return module.unknowns.map((unknown) => ({ ...unknown, origin: made.location }));
    },
  };
}

/** Stands in the place of a file; no file of a tree can be called like this. */
const fileOf = (name: string): string => `registry:${name}`;

/** Parsed once in the life of the process: the text is ours and never changes. */
const parsed = new Map<string, ModuleSource>();

function sourceOf(name: string, text: string): ModuleSource {
  const present = parsed.get(name);
  if (present !== undefined) return present;
  const source = moduleOf(fileOf(name), [readHcl(text, fileOf(name))]);
  parsed.set(name, source);
  return source;
}

function madeBy(name: string, { declaration }: CallInstance, ours: string): MadeElsewhere {
  const { block, file } = declaration;
  const location = rangeIn(block, file);
  const label = block.labels[0];
  const keyRange: SourceRange = { file, start: label?.start ?? block.typeStart, end: label?.end ?? block.typeEnd };
  const relocate = (value: Value): Value => {
    const placed = withMembers(value, relocate);
    const via = (placed.via ?? []).filter((place) => place.file !== ours);
    const origin = placed.origin.file === ours ? (via.shift() ?? location) : placed.origin;
    const { via: _before, ...rest } = placed;
    const parts =
      rest.kind === 'text'
        ? { parts: rest.parts.map((part) => (typeof part === 'string' ? part : (relocate(part) as typeof part))) }
        : {};
    return { ...rest, ...parts, origin, ...(via.length === 0 ? {} : { via }) } as Value;
  };
  return { by: name, location, keyRange, relocate };
}
