import type { SdkCall } from '@leastwise/code';
import type { MemberForm, ResourcePart, ResourceTemplate } from '@leastwise/iam';
import type { AnyNode, Estate, NodeOf } from '../../estate/estate.ts';
import { membersAt, textsOf } from './resolve-code-value.ts';
import { accountToken, arnOf, nameOf, regionToken } from './spell-arn.ts';

/** The ARNs that a template of the operation stands for in one call; patterns where the call leaves parts to the run. */
export function resourcesOfCall(
  estate: Estate,
  subject: NodeOf<'function'>,
  call: SdkCall,
  template: ResourceTemplate,
): readonly string[] {
  let texts: readonly string[] = [''];
  for (const part of template.parts) {
    const next = textsOfPart(estate, subject, call, part);
    texts = texts.flatMap((text) => next.map((one) => (one.startsWith('arn:') && text !== '' ? one : `${text}${one}`)));
    if (texts.length > 16) return ['*'];
    // The value is the whole ARN: what else the template says does not count.
    if (part.kind === 'member' && next.every((one) => one.startsWith('arn:'))) break;
  }
  return [...new Set(texts.map((text) => asNode(estate, text.replaceAll(/\*+/g, '*'))))];
}

function textsOfPart(
  estate: Estate,
  subject: NodeOf<'function'>,
  call: SdkCall,
  part: ResourcePart,
): readonly string[] {
  switch (part.kind) {
    case 'literal':
      return [part.text];
    case 'pseudo':
      return [{ Partition: 'aws', Region: regionToken, Account: accountToken }[part.name]];
    case 'any':
      return ['*'];
    case 'member': {
      const { values, open } = membersAt(call.input, call.inputComplete, part.member);
      const texts = values.flatMap((value) => textsOf(estate, subject, value)).map((text) => inForm(text, part.form));
      if (texts.length > 0) return open ? [...texts, '*'] : texts;
      return [open ? '*' : (part.absent ?? '*')];
    }
  }
}

function inForm(text: string, form: MemberForm): string {
  switch (form) {
    case 'queue-url':
      return text.slice(text.lastIndexOf('/') + 1);
    case 'function-name':
      return text.startsWith('arn:')
        ? text
        : (text.split(':').find((piece, index) => index === 0 || piece === '') ?? text);
    case 'parameter-name':
      return text.replace(/^\//, '');
    case 'secret-id':
      return text.startsWith('arn:') || text === '*' ? text : `${text}-??????`;
    case 'key-id':
      return text.startsWith('alias/') ? '*' : text;
    case 'copy-source':
      return text.replace(/^\//, '');
    default:
      return text;
  }
}

/** A secret that is named has six more characters in its ARN; the token of the node stands for them. */
function asNode(estate: Estate, text: string): string {
  const name = /:secret:(.+)-\?{6}$/.exec(text)?.[1];
  if (name === undefined) return text;
  const node = estate.of('secret').find((secret) => nameOf(estate, secret as AnyNode) === name);
  return node === undefined ? text : (arnOf(estate, node as AnyNode) ?? text);
}
