import type { NodeId } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';
import { arnOf, spell } from '../permissions/spell-arn.ts';
import type { Holder, Identity } from './account.ts';
import { ask, type Say } from './ask.ts';
import { escalationFacts } from './escalation-facts.ts';

export type Doing = 'invoke' | 'read' | 'replace';

/** An identity of the templates that may do something to a function, and by which actions. */
export interface Able {
  readonly identity: NodeId;
  readonly name: string;
  readonly kind: Identity['kind'];
  readonly actions: readonly string[];
  /** False: it hangs on a condition or on a name that only deployment knows. */
  readonly certain: boolean;
}

/** What counts as what. `GetFunction` answers with an address of the code and with the environment. */
const onFunction: Readonly<Record<Doing, readonly string[]>> = {
  invoke: ['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl'],
  read: ['lambda:GetFunction', 'lambda:GetFunctionConfiguration'],
  replace: ['lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration'],
};

/** Code is also read from, and replaced at, the place that it is deployed from. */
const onSource: Readonly<Partial<Record<Holder['kind'], Readonly<Partial<Record<Doing, string>>>>>> = {
  'artifact-bucket': { read: 's3:GetObject', replace: 's3:PutObject' },
  repository: { read: 'ecr:BatchGetImage', replace: 'ecr:PutImage' },
  layer: { read: 'lambda:GetLayerVersion', replace: 'lambda:PublishLayerVersion' },
};

/** Who of the roles, users and groups may invoke a function, read its code or environment, or replace its code or configuration. */
export function whoMay(estate: Estate, subject: NodeId): Readonly<Record<Doing, readonly Able[]>> {
  const { account } = escalationFacts(estate);
  const node = estate.get(subject, 'function');
  const arn = node === undefined ? undefined : arnOf(estate, node);
  const places = [
    ...(arn === undefined ? [] : [{ kind: 'function' as const, arn }]),
    ...account.holders.filter(({ id, kind }) => id === subject && kind !== 'function'),
  ];
  const able = (doing: Doing): readonly Able[] => {
    const asked = places.flatMap((place) =>
      place.kind === 'function'
        ? onFunction[doing].map((action) => [action, place] as const)
        : [onSource[place.kind]?.[doing]].flatMap((action) => (action === undefined ? [] : [[action, place] as const])),
    );
    return [...account.identities.values()].flatMap((identity): readonly Able[] => {
      const said = asked.map(([action, { arn }]) => [action, ask(identity, action, arn)] as const);
      const may = said.filter(([, say]) => say !== 'no');
      if (may.length === 0) return [];
      const { id, name, kind } = identity;
      return [
        {
          identity: id as NodeId,
          name,
          kind,
          actions: [...new Set(may.map(([action]) => action))],
          certain: may.some(isSure),
        },
      ];
    });
  };
  return { invoke: able('invoke'), read: able('read'), replace: able('replace') };
}

/** Whom the policy of the function itself lets call it, as people read it. */
export function permittedCallers(estate: Estate, subject: NodeId): readonly string[] {
  // Parts that deployment fills in are of no use to a reader.
  const readable = (text: string): string => text.replaceAll(/⟨[^⟩]*⟩/g, '*');
  return estate.of('function-permission').flatMap(({ facet }) => {
    if (estate.functionOf(facet.function)?.function.id !== subject) return [];
    const principal = readable(spell(estate, facet.principal));
    if (facet.sourceArn.kind === 'absent') return [principal];
    const source = estate.resolve(facet.sourceArn)?.name ?? readable(spell(estate, facet.sourceArn));
    return [`${principal} for ${source}`];
  });
}

function isSure([, say]: readonly [string, Say]): boolean {
  return say === 'yes';
}
