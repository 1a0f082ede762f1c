import { asText, type Value } from '@leastwise/model';
import type { Maker } from '../made.ts';
import { itemsOf } from '../read-value.ts';
import type { SamResource, Workbench } from '../workbench.ts';
import type { ConnectorEnd } from './connector-end.ts';
import { fillProfile, profileOf, type Profile } from './profile.ts';

interface Connection {
  readonly owner: SamResource;
  readonly logicalId: string;
  readonly source: ConnectorEnd;
  readonly destination: ConnectorEnd;
  readonly permissions: Value | undefined;
  /** Set when there are several destinations: the ids of what each generates end in its number. */
  readonly index?: number;
  readonly make: Maker;
}

/** The policy or permission that lets the source of a connector use its destination. */
export function draftConnector(connection: Connection, bench: Workbench): void {
  const { source, destination, make } = connection;
  const profile = profileOf(source.type, destination.type);
  if (profile === undefined) {
    bench.invalid(
      make.origin,
      `There is no connector from ${source.type} to ${destination.type}.`,
      'Grant the access with a policy.',
    );
    return;
  }
  const asked = permissionsOf(connection, profile, bench);
  const values = new Map<string, Value>();
  for (const [name, value] of source.values) values.set(`Source.${name}`, value);
  for (const [name, value] of destination.values) values.set(`Destination.${name}`, value);
  const lacking = new Set<string>();
  const categories = Object.entries(profile.Properties.AccessCategories)
    .filter(([name]) => asked.has(name))
    .map(([name, access]) => [name, fillProfile(access, values, make, lacking)] as const);
  if (lacking.size > 0) {
    bench.invalid(
      make.origin,
      `The connector ${connection.logicalId} is not told ${[...lacking].join(', ')}.`,
      'Write them at its ends.',
    );
  }
  const subject = profile.Properties.SourcePolicy ? source : destination;
  draftGrant(
    connection,
    profile.Type,
    categories.map(([name, access]) => [name, make.of(access)] as const),
    subject,
    bench,
  );
}

function draftGrant(
  { owner, logicalId, index, make }: Connection,
  type: Profile['Type'],
  categories: readonly (readonly [string, Value])[],
  subject: ConnectorEnd,
  bench: Workbench,
): void {
  const suffix = index === undefined ? '' : `Destination${index}`;
  const lacks = (what: string): void =>
    bench.invalid(
      make.origin,
      `The connector ${logicalId} finds no ${what} at its end of type ${subject.type}.`,
      'Write it there.',
    );
  const statements = categories.flatMap(([, access]) => itemsOf(access).flatMap((map) => itemsOf(statementOf(map))));
  const document = make.of({ Version: '2012-10-17', Statement: statements });
  const arn = subject.values.get('Arn');
  switch (type) {
    case 'AWS_IAM_ROLE_MANAGED_POLICY':
      if (subject.roleName === undefined) return lacks('role');
      bench.draft(
        owner,
        `${logicalId}Policy${suffix}`,
        'AWS::IAM::ManagedPolicy',
        { PolicyDocument: document, Roles: [subject.roleName] },
        { make },
      );
      return;
    case 'AWS_SQS_QUEUE_POLICY':
      if (subject.queueUrl === undefined) return lacks('queue URL');
      bench.draft(
        owner,
        `${logicalId}QueuePolicy${suffix}`,
        'AWS::SQS::QueuePolicy',
        { PolicyDocument: document, Queues: [subject.queueUrl] },
        { make },
      );
      return;
    case 'AWS_SNS_TOPIC_POLICY':
      if (arn === undefined) return lacks('ARN');
      bench.draft(
        owner,
        `${logicalId}TopicPolicy${suffix}`,
        'AWS::SNS::TopicPolicy',
        { PolicyDocument: document, Topics: [arn] },
        { make },
      );
      return;
    case 'AWS_LAMBDA_PERMISSION':
      if (arn === undefined) return lacks('ARN');
      for (const [name, access] of categories) {
        const members = access.kind === 'known' && access.value instanceof Map ? Object.fromEntries(access.value) : {};
        bench.draft(
          owner,
          `${logicalId}${name}LambdaPermission${suffix}`,
          'AWS::Lambda::Permission',
          { ...members, FunctionName: arn },
          { make },
        );
      }
  }
}

function statementOf(access: Value): Value | undefined {
  return access.kind === 'known' && access.value instanceof Map ? access.value.get('Statement') : undefined;
}

function permissionsOf(
  { permissions, source, destination, make }: Connection,
  profile: Profile,
  bench: Workbench,
): ReadonlySet<string> {
  const asked = new Set(itemsOf(permissions).flatMap((item) => asText(item) ?? []));
  const { AccessCategories, ValidAccessCategories } = profile.Properties;
  const known = Object.keys(AccessCategories);
  const odd = [...asked].filter((name) => !known.includes(name));
  const combined =
    ValidAccessCategories?.some((set) => set.length === asked.size && set.every((name) => asked.has(name))) ?? true;
  if (asked.size === 0 || odd.length > 0 || !combined) {
    const allowed = (ValidAccessCategories ?? known.map((name) => [name])).map((set) => set.join(' and ')).join(', ');
    bench.invalid(
      (permissions ?? make).origin,
      `A connector from ${source.type} to ${destination.type} cannot have these permissions.`,
      `Write ${allowed}.`,
    );
  }
  return asked;
}
