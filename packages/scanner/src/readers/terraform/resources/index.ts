import { appsyncRows } from './appsync.ts';
import { restRows } from './api-gateway-rest.ts';
import { httpRows } from './api-gateway-v2.ts';
import { cacheAndFileRows } from './caches-and-files.ts';
import { cognitoRows } from './cognito.ts';
import { databaseRows } from './databases.ts';
import { dynamodbRows } from './dynamodb.ts';
import { edgeRows } from './edge.ts';
import { eventRows } from './events.ts';
import { foreignServiceRows } from './foreign-services.ts';
import { iamRows } from './iam.ts';
import { keyAndSecretRows } from './keys-and-secrets.ts';
import { lambdaRows } from './lambda.ts';
import { messagingRows } from './messaging.ts';
import { networkRows } from './network.ts';
import { observabilityRows } from './observability.ts';
import type { Row } from './row.ts';
import { s3Rows } from './s3.ts';
import { stepFunctionRows } from './step-functions.ts';

/** Every Terraform type that is translated. A type that stands in none becomes a node of its own type. */
export const rows: readonly Row[] = [
  ...lambdaRows,
  ...restRows,
  ...httpRows,
  ...edgeRows,
  ...s3Rows,
  ...messagingRows,
  ...eventRows,
  ...stepFunctionRows,
  ...appsyncRows,
  ...dynamodbRows,
  ...databaseRows,
  ...cacheAndFileRows,
  ...keyAndSecretRows,
  ...observabilityRows,
  ...iamRows,
  ...cognitoRows,
  ...networkRows,
  ...foreignServiceRows,
];

export const rowsByType: ReadonlyMap<string, Row> = new Map(
  rows.flatMap((row) => row.terraform.map((type) => [type, row] as const)),
);
