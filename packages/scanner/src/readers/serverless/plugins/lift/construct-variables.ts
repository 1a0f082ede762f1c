/** What `${construct:name.property}` of serverless-lift refers to: the resource of the construct, and its attribute. */
interface ConstructProperty {
  readonly resource: string;
  readonly attribute: string;
}

const properties: Readonly<Record<string, Readonly<Record<string, ConstructProperty>>>> = {
  queue: {
    queueUrl: { resource: 'Queue', attribute: 'Ref' },
    queueArn: { resource: 'Queue', attribute: 'Arn' },
    dlqUrl: { resource: 'Dlq', attribute: 'Ref' },
  },
  storage: {
    bucketName: { resource: 'Bucket', attribute: 'Ref' },
    bucketArn: { resource: 'Bucket', attribute: 'Arn' },
  },
  'database/dynamodb-single-table': {
    tableName: { resource: 'Table', attribute: 'Ref' },
    tableArn: { resource: 'Table', attribute: 'Arn' },
    tableStreamArn: { resource: 'Table', attribute: 'StreamArn' },
  },
  webhook: {
    busName: { resource: 'EventBus', attribute: 'Ref' },
  },
};

export function constructProperty(type: string, name: string): ConstructProperty | undefined {
  const known = Object.hasOwn(properties, type) ? properties[type] : undefined;
  return known !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
}

/** The logical id of what a construct makes; the plugin adds a hash that nobody writes. */
export const constructId = (construct: string, resource: string): string =>
  construct.replaceAll(/[^0-9A-Za-z]/g, '') + resource;
