import type {
  AddResourceIntent,
  AppendIntent,
  AuthorizeRouteIntent,
  FixIntent,
  FixMap,
  FixNew,
  FixPseudo,
  FixReference,
  FixValue,
  NodeId,
  RemoveIntent,
  ReplaceIntent,
  SourceRange,
} from '@leastwise/model';

interface Subject {
  readonly id: NodeId;
}

/** The words in which a check says what its fix would do. Fields are those of the facet. */
export const set = (subject: Subject, field: string, value: FixValue): FixIntent => ({
  kind: 'set',
  subject: subject.id,
  field,
  value,
});

/** Lambda refuses a function whose role may not write traces, and a state machine would lose them. */
export const trace = (subject: Subject, value: FixValue): FixIntent => ({
  kind: 'set',
  subject: subject.id,
  field: 'tracing',
  value,
  needs: 'xray:PutTraceSegments',
});

export const remove = (subject: Subject, field: string): RemoveIntent => ({
  kind: 'remove',
  subject: subject.id,
  field,
});

export const append = (subject: Subject, field: string, item: FixValue): AppendIntent => ({
  kind: 'append',
  subject: subject.id,
  field,
  item,
});

export const addResource = (subject: Subject, suffix: string, type: string, properties: FixMap): AddResourceIntent => ({
  kind: 'add-resource',
  subject: subject.id,
  suffix,
  type,
  properties,
});

export const replace = (
  subject: Subject,
  at: SourceRange,
  value: FixValue,
  path: readonly (string | number)[] = [],
): ReplaceIntent => ({ kind: 'replace', subject: subject.id, at, path, value });

export const authorizeRoute = (subject: Subject, route: Subject): AuthorizeRouteIntent => ({
  kind: 'authorize-route',
  subject: subject.id,
  route: route.id,
});

/** An attribute of what the same fix adds. */
export const added = (suffix: string, attribute = 'Ref'): FixNew => ({ $new: suffix, attribute });

export const ownAccount: FixPseudo = { $pseudo: 'AccountId' };

export const reference = (node: Subject, attribute = 'Ref'): FixReference => ({ $ref: node.id, attribute });
