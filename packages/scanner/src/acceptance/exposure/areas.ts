import type { Area } from './exposure-case.ts';
import { accountServicesArea } from './cases/account-services.ts';
import { appSyncArea } from './cases/appsync.ts';
import { bucketsArea } from './cases/buckets.ts';
import { bypassesArea } from './cases/bypasses.ts';
import { chainsArea } from './cases/chains.ts';
import { cloudFrontArea } from './cases/cloudfront.ts';
import { cognitoArea } from './cases/cognito.ts';
import { conditionsArea } from './cases/conditions.ts';
import { eventBusesArea } from './cases/event-buses.ts';
import { functionUrlArea } from './cases/function-url.ts';
import { httpApiArea } from './cases/http-api.ts';
import { identityPoolsArea } from './cases/identity-pools.ts';
import { iotMailLogsArea } from './cases/iot-mail-logs.ts';
import { loadBalancersArea } from './cases/load-balancers.ts';
import { nestedArea } from './cases/nested.ts';
import { openApiArea } from './cases/open-api.ts';
import { permissionsArea } from './cases/permissions.ts';
import { queuesArea } from './cases/queues.ts';
import { restApiArea } from './cases/rest-api.ts';
import { samApiArea } from './cases/sam-api.ts';
import { streamsArea } from './cases/streams.ts';
import { topicsArea } from './cases/topics.ts';
import { webSocketArea } from './cases/websocket.ts';

/** Every area of labelled cases. */
export const areas: readonly Area[] = [
  restApiArea,
  openApiArea,
  samApiArea,
  httpApiArea,
  webSocketArea,
  functionUrlArea,
  appSyncArea,
  loadBalancersArea,
  cloudFrontArea,
  cognitoArea,
  identityPoolsArea,
  permissionsArea,
  bucketsArea,
  queuesArea,
  topicsArea,
  eventBusesArea,
  streamsArea,
  iotMailLogsArea,
  accountServicesArea,
  chainsArea,
  bypassesArea,
  conditionsArea,
  nestedArea,
];
