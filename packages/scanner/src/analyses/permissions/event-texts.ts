import type { AnyNode, Estate, NodeOf } from '../../estate/estate.ts';
import type { TriggerKind } from '../../estate/trigger.ts';
import { triggersOf } from '../../estate/triggers/triggers-of.ts';
import { arnOf, nameOf, regionToken } from './spell-arn.ts';

interface EventMember {
  /** With `[]` for any item, however the code reads it. */
  readonly path: RegExp;
  readonly trigger: readonly TriggerKind[];
  readonly text: (estate: Estate, source: AnyNode) => string | undefined;
}

/**
 * Members of events that name what started the function: known wherever the template says what may start it.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html, services-apigateway.html and
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
const members: readonly EventMember[] = [
  { path: /^Records\.\[\]\.s3\.bucket\.name$/, trigger: ['bucket'], text: nameOf },
  { path: /^Records\.\[\]\.s3\.bucket\.arn$/, trigger: ['bucket'], text: arnOf },
  { path: /^Records\.\[\]\.eventSourceARN$/, trigger: ['queue', 'stream'], text: arnOf },
  { path: /^SecretId$/, trigger: ['secret-rotation'], text: arnOf },
  { path: /^requestContext\.domainName$/, trigger: ['websocket-api', 'http-api', 'rest-api'], text: hostOf },
  { path: /^requestContext\.apiId$/, trigger: ['websocket-api', 'http-api', 'rest-api'], text: idOf },
];

/** The texts that a member of the event can be; undefined where nothing in the templates says it. */
export function eventTexts(estate: Estate, subject: NodeOf<'function'>, path: string): readonly string[] | undefined {
  const plain = path.replaceAll(/\.?\[\d*\]|\.\*(?=\.|$)/g, '.[]');
  const member = members.find((one) => one.path.test(plain));
  if (member === undefined) return undefined;
  const texts = new Set<string>();
  for (const { facet } of triggersOf(estate, subject.id)) {
    if (!member.trigger.includes(facet.kind)) continue;
    const source = facet.source === undefined ? undefined : sourceOf(estate, facet.source);
    const text = source === undefined ? undefined : member.text(estate, source);
    // Who else may start it names something else.
    if (text === undefined) return undefined;
    texts.add(text);
  }
  return texts.size === 0 ? undefined : [...texts];
}

/** Of a rotation the secret, of a route its API. */
function sourceOf(estate: Estate, id: AnyNode['id']): AnyNode | undefined {
  const node = estate.nodes.get(id);
  if (node?.kind === 'secret-rotation') return estate.resolve(node.facet.secret, 'secret') as AnyNode | undefined;
  return node;
}

/** A domain of its own says nothing of the API; policies name the API in any case. */
function hostOf(estate: Estate, api: AnyNode): string | undefined {
  const id = idOf(estate, api);
  return id === undefined ? undefined : `${id}.execute-api.${regionToken}.amazonaws.com`;
}

function idOf(estate: Estate, api: AnyNode): string | undefined {
  return api.kind === 'http-api' || api.kind === 'rest-api' ? nameOf(estate, api) : undefined;
}
