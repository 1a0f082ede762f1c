import { logicalIdOf } from '@leastwise/model';
import { arnForms } from '../../analyses/permissions/arn-form.ts';
import { Call, type Spelled } from '../text/print-value.ts';
import type { ResourcePart } from '../../analyses/minimal-policy/resource-parts.ts';

/**
 * One resource in the words of CloudFormation. `serverless.yml` reads `${...}` itself, except for `${AWS::...}`, so there other
 * references are joined; a JSON document has no functions, so there all stand as Fn::Sub would have them.
 */
export function templateResource(
  parts: readonly ResourcePart[],
  form: 'json' | 'sam' | 'cloudformation' | 'serverless',
): Spelled {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'string') return only;
  if (form === 'json') return parts.map(hole).join('');
  if (parts.length === 1 && only !== undefined && typeof only !== 'string') return callOf(only);
  const isPlain = parts.every((part) => typeof part === 'string' || part.kind === 'pseudo');
  if (form !== 'serverless' || isPlain)
    return new Call(
      'Sub',
      parts.map((part) => (typeof part === 'string' ? part.replaceAll('${', '${!') : hole(part))).join(''),
    );
  return { 'Fn::Join': ['', parts.map((part) => (typeof part === 'string' ? part : callOf(part)))] };
}

function callOf(part: Exclude<ResourcePart, string>): Call {
  const name = nameOf(part);
  return name.includes('.') ? new Call('GetAtt', name) : new Call('Ref', name);
}

function hole(part: ResourcePart): string {
  return typeof part === 'string' ? part : `\${${nameOf(part)}}`;
}

function nameOf(part: Exclude<ResourcePart, string>): string {
  if (part.kind === 'pseudo') return `AWS::${part.name}`;
  if (part.kind === 'parameter') return part.name;
  const id = logicalIdOf(part.node.id).replace(/^.*#/, '');
  const form = arnForms[part.node.kind];
  if (part.attribute === 'Arn') return form?.ref === 'arn' ? id : `${id}.Arn`;
  return form?.nameAttribute === undefined ? id : `${id}.${form.nameAttribute}`;
}
