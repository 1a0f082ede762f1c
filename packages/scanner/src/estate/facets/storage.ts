import { bucketMappings } from './storage/buckets.ts';
import { cacheAndFileMappings } from './storage/caches-and-files.ts';
import { databaseMappings } from './storage/databases.ts';
import { deliveryStreamMappings } from './storage/delivery-streams.ts';
import { keyAndSecretMappings } from './storage/keys-and-secrets.ts';
import { logAndImageMappings } from './storage/logs-and-images.ts';
import { messageMappings } from './storage/messages.ts';
import { tableMappings } from './storage/tables.ts';

/** What holds data, and what guards or records it. */
export const storageMappings = [
  ...bucketMappings,
  ...messageMappings,
  ...deliveryStreamMappings,
  ...tableMappings,
  ...keyAndSecretMappings,
  ...logAndImageMappings,
  ...databaseMappings,
  ...cacheAndFileMappings,
] as const;
