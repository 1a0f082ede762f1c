import { unknownText } from '@leastwise/iam';
import { asText, logicalIdOf, member, type NodeId, type Value } from '@leastwise/model';
import type { AnyNode, Estate } from '../../estate/estate.ts';
import { mappingByType } from '../../estate/facets/index.ts';
import { arnForms } from './arn-form.ts';

/**
 * The one spelling in which policies and needs are compared. A part that deployment decides is a token: the same part is the
 * same token wherever it stands, so that what is contained is seen to be contained. No name in AWS holds these brackets.
 */
export function spell(estate: Estate, value: Value): string {
  return inRegion(spellParts(estate, value, 0));
}

/** The ARN of a node; undefined for a kind whose ARN is not in the table. */
export function arnOf(estate: Estate, node: AnyNode): string | undefined {
  return arnAt(estate, node, 0);
}

/** The name of a node as a name alone, without the leading slash of parameters that their ARNs leave out. */
export function nameOf(estate: Estate, node: AnyNode): string {
  return nameAt(estate, node, 0);
}

export const regionToken = '⟨Region⟩';
export const accountToken = '⟨Account⟩';
export const stackToken = '⟨StackName⟩';

/** What deployment makes up for a node, such as the random end of its name: differs from everything else. */
export function nodeToken(id: NodeId): string {
  return `⟨!${plain(id)}⟩`;
}

/**
 * The text with every part that may turn out to be anything as not known: parameters, and accounts that are written as a
 * number. Equal spellings are surely equal, but only in this form do different ones surely differ.
 */
export function withOpenParts(text: string): string {
  return text.replaceAll(/⟨\?[^⟩]*⟩/g, unknownText).replace(/^(arn:[^:]*:[^:]*:[^:]*:)\d{12}(?=:)/, `$1${unknownText}`);
}

/** Deep enough for names that are built of names, an end for hostile circles. */
const deepest = 6;

function spellParts(estate: Estate, value: Value, depth: number): string {
  if (depth > deepest) return unknownText;
  switch (value.kind) {
    case 'known':
      return asText(value) ?? unknownText;
    case 'text':
      return value.parts
        .map((part) => (typeof part === 'string' ? part : spellParts(estate, part, depth + 1)))
        .join('');
    case 'reference':
      return spellReference(estate, value.node, value.attribute, depth);
    case 'unknown':
      return pseudo[value.name ?? ''] ?? (value.name === undefined ? unknownText : `⟨?${plain(value.name)}⟩`);
    case 'absent':
    case 'choice':
      return unknownText;
  }
}

const pseudo: Readonly<Partial<Record<string, string>>> = {
  'AWS::Region': regionToken,
  'AWS::AccountId': accountToken,
  'AWS::StackName': stackToken,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

function spellReference(estate: Estate, id: NodeId, attribute: string, depth: number): string {
  const node = estate.nodes.get(id);
  if (node === undefined) return unknownText;
  const form = arnForms[node.kind];
  if (form === undefined) return `⟨?${plain(`${id}.${attribute}`)}⟩`;
  if (attribute === form.nameAttribute) return nameAt(estate, node, depth);
  if (attribute === 'Ref') {
    if (form.ref === 'name') return nameAt(estate, node, depth);
    if (form.ref === 'arn') return arnAt(estate, node, depth) ?? unknownText;
    return `https://sqs.${regionToken}.amazonaws.com/${accountToken}/${nameAt(estate, node, depth)}`;
  }
  if (/^(Arn|TopicArn|Id)$/.test(attribute)) return arnAt(estate, node, depth) ?? unknownText;
  // The stamp of a stream is made up by the service: one token, so that only `/stream/*` and the reference itself cover it.
  if (attribute === 'StreamArn') return `${arnAt(estate, node, depth) ?? unknownText}/stream/${nodeToken(id)}`;
  return `⟨?${plain(`${id}.${attribute}`)}⟩`;
}

function arnAt(estate: Estate, node: AnyNode, depth: number): string | undefined {
  const form = arnForms[node.kind];
  if (form === undefined) return undefined;
  const name = nameAt(estate, node, depth);
  const inArn = node.kind === 'parameter' ? name.replace(/^\//, '') : `${pathOf(node)}${name}`;
  // AWS adds a dash and six characters to the name of a secret. One reference covers them, a name alone does not.
  const ending = node.kind === 'secret' ? `-${nodeToken(node.id)}` : '';
  return `${form.arn
    .replace('{region}', regionToken)
    .replace('{account}', accountToken)
    .replace('{name}', () => inArn)}${ending}`;
}

function pathOf(node: AnyNode): string {
  if (node.kind !== 'role') return '';
  const path = asText(node.facet.path) ?? '/';
  return path.replace(/^\//, '');
}

function nameAt(estate: Estate, node: AnyNode, depth: number): string {
  const field = mappingByType.get(node.type)?.nameField;
  const given = field === undefined ? undefined : member(node.properties, field);
  const form = arnForms[node.kind];
  if (given !== undefined && given.kind !== 'absent' && form?.generated !== 'id') {
    return spellParts(estate, given, depth + 1);
  }
  if (form?.generated !== 'stack-name') return nodeToken(node.id);
  const name = `${stackToken}-${plain(logicalIdOf(node.id))}-${nodeToken(node.id)}`;
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
  return node.kind === 'bucket' ? name.replace(logicalIdOf(node.id), logicalIdOf(node.id).toLowerCase()) : name;
}

/** A region that is written out counts as the one that is deployed to: templates name no resources of other regions. */
function inRegion(text: string): string {
  return text.replace(/^(arn:[^:]*:[^:]*:)[a-z]{2}(?:-[a-z]+)+-\d(?=:)/, `$1${regionToken}`);
}

/** Colons and slashes divide ARNs, `*` and `?` are patterns, `$` begins a policy variable: no token holds them. */
function plain(text: string): string {
  return text.replaceAll(/[:/*?$⟨⟩]/g, '|');
}
