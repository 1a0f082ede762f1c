/**
 * Methods of libraries over a client, to operations; `?` after one that only some calls reach. `client.` stands before what
 * an SDK adds to its client, `command.` before a command class of a library.
 */
const upload = [
  'PutObject',
  'CreateMultipartUpload?',
  'UploadPart?',
  'CompleteMultipartUpload?',
  'AbortMultipartUpload?',
];
const download = ['HeadObject', 'GetObject'];
const copy = [
  'HeadObject',
  'CopyObject',
  'CreateMultipartUpload?',
  'UploadPartCopy?',
  'CompleteMultipartUpload?',
  'AbortMultipartUpload?',
];

/** https://boto3.amazonaws.com/v1/documentation/api/latest/guide/s3.html: the client, Bucket and Object have them. */
const transfers = Object.fromEntries(
  ['client', 'Bucket', 'Object'].flatMap((owner) => [
    [`${owner}.upload_file`, upload],
    [`${owner}.upload_fileobj`, upload],
    [`${owner}.download_file`, download],
    [`${owner}.download_fileobj`, download],
    [`${owner}.copy`, copy],
  ]),
);

const documentMethods: Readonly<Record<string, string>> = {
  batchGet: 'BatchGetItem',
  batchWrite: 'BatchWriteItem',
  delete: 'DeleteItem',
  get: 'GetItem',
  put: 'PutItem',
  query: 'Query',
  scan: 'Scan',
  transactGet: 'TransactGetItems',
  transactWrite: 'TransactWriteItems',
  update: 'UpdateItem',
};

/** `DocumentClient` of v2, `DynamoDBDocument` and the commands of `@aws-sdk/lib-dynamodb`. */
const documents = Object.fromEntries(
  Object.entries(documentMethods).flatMap(([method, operation]) => [
    [`DocumentClient.${method}`, [operation]],
    [`DynamoDBDocument.${method}`, [operation]],
    [`command.${method[0]?.toUpperCase()}${method.slice(1)}`, [operation]],
  ]),
);
const documentStatements = Object.fromEntries(
  ['executeStatement', 'batchExecuteStatement', 'executeTransaction'].map((method) => [
    `DynamoDBDocument.${method}`,
    [`${method[0]?.toUpperCase()}${method.slice(1)}`],
  ]),
);

export const libraryMethods: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  s3: {
    ...transfers,
    // boto3 loads a bucket by looking for it in the list of all buckets.
    'Bucket.creation_date': ['ListBuckets'],
    'Bucket.load': ['ListBuckets'],
    'ManagedUpload.promise': upload,
    'ManagedUpload.send': upload,
    'ObjectSummary.load': ['HeadObject'],
    'Upload.done': upload,
    'client.upload': upload,
  },
  dynamodb: {
    ...documents,
    ...documentStatements,
    'Table.batch_writer': ['BatchWriteItem'],
  },
};
