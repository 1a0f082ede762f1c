import type { NodeId, SourceRange } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import type { Kind } from '../../estate/facets/index.ts';
import { policiesOf } from '../../estate/identities/attached-policies.ts';
import { coverage } from '../../estate/identities/resource-coverage.ts';
import { namedByEnvironment } from '../../estate/identities/reach.ts';
import { namesAction } from '../../estate/policies/action-pattern.ts';

/** The actions that make a new event of a source: what takes a message out of a queue does not. */
const feeding: Partial<Record<Kind, readonly string[]>> = {
  queue: ['sqs:SendMessage'],
  topic: ['sns:Publish'],
  bucket: ['s3:PutObject'],
  stream: ['kinesis:PutRecord', 'kinesis:PutRecords'],
  table: [
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'dynamodb:BatchWriteItem',
    'dynamodb:DeleteItem',
    'dynamodb:PartiQLInsert',
    'dynamodb:PartiQLUpdate',
  ],
  'event-bus': ['events:PutEvents'],
};

/**
 * Where a policy lets a function make new events of a source: by naming it, or by naming everything while a variable of the
 * function holds its name. Undefined when no policy of the templates does.
 */
export function feeds(estate: Estate, subject: NodeOf<'function'>, sourceId: NodeId): SourceRange | undefined {
  const source = estate.nodes.get(sourceId);
  const role = estate.resolve(subject.facet.role, 'role');
  const actions = source === undefined ? undefined : feeding[source.kind];
  if (source === undefined || role === undefined || actions === undefined) return undefined;
  const named = namedByEnvironment(estate, subject).some(({ node }) => node.id === sourceId);
  for (const { document } of policiesOf(estate, role.id)) {
    for (const statement of document.statements) {
      if (statement.effect !== 'Allow' || !actions.some((action) => namesAction(statement, action) === 'yes')) continue;
      const covered = coverage(estate, statement.resources, [source.kind]);
      if (covered.nodes.some((node) => node.id === sourceId) || (covered.everything && named)) return statement.origin;
    }
  }
  return undefined;
}
