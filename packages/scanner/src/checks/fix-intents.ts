import type {
  AddResourceIntent,
  AppendIntent,
  FixIntent,
  FixMap,
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

export const replace = (subject: Subject, at: SourceRange, value: FixValue): ReplaceIntent => ({
  kind: 'replace',
  subject: subject.id,
  at,
  value,
});

export const reference = (node: Subject, attribute = 'Ref'): FixReference => ({ $ref: node.id, attribute });
