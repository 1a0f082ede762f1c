import { asText } from '@leastwise/model';
import { get, isMap, isSet } from './read-value.ts';
import { tagList } from './tags.ts';
import type { SamResource, Workbench } from './workbench.ts';

const types: Readonly<Record<string, string>> = { String: 'S', Number: 'N', Binary: 'B' };

/** `AWS::Serverless::SimpleTable`: a table with one key, paid by request unless throughput is set. */
export function desugarSimpleTable(owner: SamResource, bench: Workbench): void {
  const { properties, logicalId, make } = owner;
  const key = properties.get('PrimaryKey');
  const [name, type] = [get(key, 'Name'), get(key, 'Type')];
  const letter = type === undefined ? undefined : types[asText(type) ?? ''];
  if (isSet(key) && (!isMap(key) || name === undefined || (letter === undefined && type?.kind !== 'reference'))) {
    bench.invalid(key.origin, `PrimaryKey of ${logicalId} needs a Name and a Type.`, 'Write String, Number or Binary.');
  }
  const throughput = properties.get('ProvisionedThroughput');
  const at = key === undefined ? make : bench.makeAt(key.origin);
  const column = { AttributeName: name ?? 'id', AttributeType: letter ?? type ?? 'S' };
  const passed = ['PointInTimeRecoverySpecification', 'SSESpecification', 'TableName'].flatMap((property) => {
    const value = properties.get(property);
    return isSet(value) ? [[property, value] as const] : [];
  });
  bench.draft(owner, logicalId, 'AWS::DynamoDB::Table', {
    AttributeDefinitions: at.of([column]),
    KeySchema: at.of([{ AttributeName: column.AttributeName, KeyType: 'HASH' }]),
    ProvisionedThroughput: isSet(throughput) ? throughput : undefined,
    BillingMode: isSet(throughput) ? undefined : 'PAY_PER_REQUEST',
    ...Object.fromEntries(passed),
    Tags: isSet(properties.get('Tags')) ? tagList(make, properties.get('Tags')) : undefined,
  });
}
