import { isAbsent, settled, type ReportResource, type Value } from '@leastwise/model';
import type { AnyNode, Estate } from '../../estate/estate.ts';

type Encryption = ReportResource['encrypted'];

/**
 * How what a resource keeps is encrypted at rest. Where the platform encrypts by default (S3 since 2023, SQS, DynamoDB,
 * Secrets Manager, CloudWatch Logs) nothing written means the platform's key.
 */
export function encryptionOf(node: AnyNode, estate: Estate): Encryption {
  switch (node.kind) {
    case 'bucket': {
      const algorithm = settled(node.facet.encryption.algorithm);
      if (algorithm === undefined) return 'unknown';
      return algorithm.startsWith('aws:kms') ? byKey(node.facet.encryption.key, estate, 'aws/s3') : 'platform-key';
    }
    case 'queue': {
      const keyed = byKey(node.facet.key, estate, 'aws/sqs');
      if (!isAbsent(node.facet.key)) return keyed;
      const managed = settled(node.facet.managedEncryption);
      return managed === undefined ? 'unknown' : managed ? 'platform-key' : 'no';
    }
    case 'topic':
      return isAbsent(node.facet.key) ? 'no' : byKey(node.facet.key, estate, 'aws/sns');
    case 'table':
      return byKey(node.facet.encryption.key, estate, 'aws/dynamodb');
    case 'stream': {
      if (isAbsent(node.facet.encryption.type)) return 'no';
      return byKey(node.facet.encryption.key, estate, 'aws/kinesis');
    }
    case 'secret':
    case 'log-group':
    case 'kafka-cluster':
      return node.kind === 'kafka-cluster' ? 'platform-key' : byKey(node.facet.key, estate, 'aws/');
    case 'parameter': {
      const type = settled(node.facet.type);
      return type === 'SecureString' ? 'platform-key' : type === undefined ? 'unknown' : 'no';
    }
    case 'database-instance':
    case 'database-cluster':
    case 'file-system':
    case 'warehouse':
      return byFlag(node.facet.encrypted, node.facet.key, estate);
    case 'cache':
    case 'search-domain':
      return byFlag(node.facet.atRest, node.facet.key, estate);
    case 'delivery-stream':
      if (!node.facet.encryption.present) return 'no';
      return byKey(node.facet.encryption.key, estate, 'aws/');
    case 'repository':
      return settled(node.facet.encryption) === 'AES256' ? 'platform-key' : byKey(node.facet.key, estate, 'aws/ecr');
    default:
      return 'not-applicable';
  }
}

function byFlag(encrypted: Value<boolean>, key: Value, estate: Estate): Encryption {
  const on = settled(encrypted);
  return on === undefined ? 'unknown' : on ? byKey(key, estate, 'aws/') : 'no';
}

/** A key that the account manages counts; an alias of AWS's own (`alias/aws/sqs`) is the platform's. */
function byKey(key: Value, estate: Estate, own: string): Encryption {
  if (isAbsent(key)) return 'platform-key';
  if (key.kind === 'known')
    return String(key.value).includes(`alias/${own}`) || String(key.value) === '' ? 'platform-key' : 'customer-key';
  return estate.openReason(key) === undefined || key.kind === 'text' ? 'customer-key' : 'unknown';
}
