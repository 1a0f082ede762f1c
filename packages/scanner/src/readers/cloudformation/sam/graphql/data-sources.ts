import { asText, type Value } from '@leastwise/model';
import type { Maker } from '../made.ts';
import { draftConnector } from '../connectors/draft-connector.ts';
import { trustService } from '../policies/statements.ts';
import { entriesOf, get, isSet } from '../read-value.ts';
import type { SamResource, Workbench } from '../workbench.ts';

/** The data sources of a GraphQL API, each with the role that AppSync uses it with. Returns their names. */
export function draftDataSources(owner: SamResource, api: Value, bench: Workbench): ReadonlyMap<string, Value> {
  const sources = owner.properties.get('DataSources');
  const found = new Map<string, Value>();
  for (const [kind, draft] of [
    ['DynamoDb', table],
    ['Lambda', lambda],
  ] as const) {
    for (const [name, source] of entriesOf(get(sources, kind))) {
      const make = bench.makeAt(source.origin);
      const { logicalId, properties, target, permissions } = draft(owner.logicalId, name, source, make);
      const role = get(source, 'ServiceRoleArn');
      bench.draft(
        owner,
        logicalId,
        'AWS::AppSync::DataSource',
        {
          Name: get(source, 'Name') ?? name,
          ApiId: api,
          Description: get(source, 'Description'),
          ...properties,
          ServiceRoleArn: isSet(role) ? role : make.ref(`${logicalId}Role`, 'Arn'),
        },
        { make },
      );
      found.set(name, make.ref(logicalId, 'Name'));
      if (isSet(role)) continue;
      const trust = trustService(make, 'appsync.amazonaws.com');
      bench.draft(owner, `${logicalId}Role`, 'AWS::IAM::Role', { AssumeRolePolicyDocument: trust }, { make });
      const from = {
        type: 'AWS::AppSync::DataSource',
        values: new Map<string, Value>([['Arn', make.ref(logicalId, 'DataSourceArn')]]),
        roleName: make.ref(`${logicalId}Role`),
      };
      const connector = `${logicalId}To${kind === 'Lambda' ? 'Lambda' : 'Table'}Connector`;
      draftConnector({ owner, logicalId: connector, source: from, destination: target, permissions, make }, bench);
    }
  }
  return found;
}

interface Source {
  readonly logicalId: string;
  readonly properties: Parameters<Workbench['draft']>[3];
  readonly target: { readonly type: string; readonly values: ReadonlyMap<string, Value> };
  readonly permissions: Value;
}

function table(apiId: string, name: string, source: Value, make: Maker): Source {
  const region = get(source, 'Region') ?? make.pseudo('AWS::Region');
  const tableName = get(source, 'TableName');
  const [caller, versioned] = [get(source, 'UseCallerCredentials'), get(source, 'Versioned')];
  const arn =
    get(source, 'TableArn') ??
    make.sub('arn:${AWS::Partition}:dynamodb:${region}:${AWS::AccountId}:table/${table}', {
      region,
      table: tableName ?? source,
    });
  return {
    logicalId: `${apiId}${name}DynamoDBDataSource`,
    properties: {
      Type: 'AMAZON_DYNAMODB',
      DynamoDBConfig: {
        AwsRegion: region,
        TableName: tableName,
        UseCallerCredentials: isSet(caller) ? caller : undefined,
        Versioned: isSet(versioned) ? versioned : undefined,
        DeltaSyncConfig: get(source, 'DeltaSync'),
      },
    },
    target: { type: 'AWS::DynamoDB::Table', values: new Map([['Arn', arn]]) },
    permissions: get(source, 'Permissions') ?? make.of(['Read', 'Write']),
  };
}

function lambda(apiId: string, name: string, source: Value, make: Maker): Source {
  const arn = get(source, 'FunctionArn');
  return {
    logicalId: `${apiId}${name}LambdaDataSource`,
    properties: { Type: 'AWS_LAMBDA', LambdaConfig: { LambdaFunctionArn: arn } },
    target: { type: 'AWS::Lambda::Function', values: new Map(arn === undefined ? [] : [['Arn', arn]]) },
    permissions: make.of(['Write']),
  };
}

/** True for the source that stands for none. */
export function isNoSource(source: Value): boolean {
  return asText(source)?.toLowerCase() === 'none';
}
