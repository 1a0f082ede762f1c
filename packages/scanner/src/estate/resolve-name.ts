import { asText, type Value } from '@leastwise/model';
import type { AnyNode } from './estate.ts';
import { mappingByType, type Kind } from './facets/index.ts';
import { member } from '@leastwise/model';

/** Finds nodes by an ARN or a bare name that the text spells out instead of referring. */
export interface NameIndex {
  find(value: Value<unknown>, kinds: readonly Kind[]): AnyNode | undefined;
}

/** Which kinds an ARN of a service names, and where the name stands in its resource part. */
const arnForms: Readonly<Record<string, readonly { readonly kind: string; readonly resource: RegExp }[]>> = {
  lambda: [
    { kind: 'function', resource: /^function:([^:]+)/ },
    { kind: 'layer-version', resource: /^layer:([^:]+)/ },
  ],
  sqs: [{ kind: 'queue', resource: /^([^:/]+)$/ }],
  sns: [{ kind: 'topic', resource: /^([^:/]+)/ }],
  s3: [{ kind: 'bucket', resource: /^([^/]+)/ }],
  dynamodb: [{ kind: 'table', resource: /^table\/([^/]+)/ }],
  kinesis: [{ kind: 'stream', resource: /^stream\/([^/]+)/ }],
  firehose: [{ kind: 'delivery-stream', resource: /^deliverystream\/([^/]+)/ }],
  states: [{ kind: 'state-machine', resource: /^stateMachine:([^:]+)/ }],
  events: [
    { kind: 'event-bus', resource: /^event-bus\/([^/]+)/ },
    { kind: 'rule', resource: /^rule\/(?:[^/]+\/)?([^/]+)$/ },
  ],
  secretsmanager: [{ kind: 'secret', resource: /^secret:(.+?)(?:-[A-Za-z0-9?*]{6})?(?::.*)?$/ }],
  ssm: [{ kind: 'parameter', resource: /^parameter\/?(.+)$/ }],
  logs: [{ kind: 'log-group', resource: /^log-group:([^:]+)/ }],
  iam: [
    { kind: 'role', resource: /^role\/(?:.*\/)?([^/]+)$/ },
    { kind: 'managed-policy', resource: /^policy\/(?:.*\/)?([^/]+)$/ },
    { kind: 'user', resource: /^user\/(?:.*\/)?([^/]+)$/ },
  ],
};

export function nameIndex(nodes: Iterable<AnyNode>): NameIndex {
  const byName = new Map<string, AnyNode[]>();
  for (const node of nodes) {
    const property = mappingByType.get(node.type)?.nameField;
    const name = property === undefined ? undefined : spell(member(node.properties, property));
    if (name === undefined) continue;
    const key = `${node.kind}\n${name}`;
    byName.set(key, [...(byName.get(key) ?? []), node]);
  }
  const unique = (kind: string, name: string): AnyNode | undefined => {
    const found = byName.get(`${kind}\n${name}`);
    return found?.length === 1 ? found[0] : undefined;
  };
  return {
    find(value, kinds) {
      if (byName.size === 0) return undefined;
      const written = spell(value);
      if (written === undefined) return undefined;
      // API Gateway wraps the ARN of a function: `…:lambda:path/2015-03-31/functions/<ARN>/invocations`.
      const wrapped = /\/functions\/(arn:.+)\/invocations$/.exec(written)?.[1];
      const arn = /^arn:[^:]*:([^:]+):[^:]*:[^:]*:(.+)$/.exec(wrapped ?? written);
      if (arn === null) return firstOf(kinds, (kind) => unique(kind, written));
      const forms = (arnForms[arn[1] ?? ''] ?? []).filter(
        (form) => kinds.length === 0 || kinds.includes(form.kind as Kind),
      );
      return firstOf(forms, (form) => {
        const name = form.resource.exec(arn[2] ?? '')?.[1];
        return name === undefined ? undefined : (unique(form.kind, name) ?? unique(form.kind, `/${name}`));
      });
    },
  };
}

/** The text with each hole as one mark that holds no colon, so that equal names are equal texts. */
function spell(value: Value<unknown>): string | undefined {
  // An included definition holds `${AWS::Region}` as it stands: no Sub is around it, and none is a part of a name.
  if (value.kind === 'known')
    return asText(value as Value)?.replaceAll(/\$\{([^}]*)\}/g, (_, name: string) => `<${name.replaceAll(':', ';')}>`);
  if (value.kind === 'unknown') return value.name === undefined ? undefined : `<${value.name.replaceAll(':', ';')}>`;
  if (value.kind !== 'text') return undefined;
  let spelled = '';
  for (const part of value.parts) {
    if (typeof part === 'string') spelled += part;
    else if (part.kind === 'reference')
      spelled += `<${part.node}.${part.attribute}>`.replaceAll(':', ';').replaceAll('/', '|');
    else if (part.name === undefined) return undefined;
    else spelled += `<${part.name.replaceAll(':', ';')}>`;
  }
  return spelled;
}

function firstOf<T, R>(candidates: readonly T[], ask: (candidate: T) => R | undefined): R | undefined {
  for (const candidate of candidates) {
    const answer = ask(candidate);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
