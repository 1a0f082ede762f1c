import { child, childEntry, type MapEntry } from '../../../syntax/syntax-node.ts';
import { entriesOfSection, type Service } from '../../service.ts';

/** The functions that serverless-lift adds to those of the service: workers of queues and authorizers of webhooks. */
export function constructFunctions(service: Service): readonly MapEntry[] {
  return entriesOfSection(service.section('constructs')).flatMap((construct) => {
    const type = child(construct.value, 'type');
    const member = type?.kind === 'scalar' ? members[type.text] : undefined;
    const written = member === undefined ? undefined : childEntry(construct.value, member.name);
    if (member === undefined || written?.value.kind !== 'map') return [];
    return [{ ...written, key: construct.key + member.suffix }];
  });
}

const members: Readonly<Partial<Record<string, { readonly name: string; readonly suffix: string }>>> = {
  queue: { name: 'worker', suffix: 'Worker' },
  webhook: { name: 'authorizer', suffix: 'Authorizer' },
};
