import { createHash } from 'node:crypto';
import type { NodeId } from '@leastwise/model';

/** First 16 hex digits of SHA-256 over check, subject and key. No line, no order, no message: it survives edits. */
export function fingerprint(check: string, subject: NodeId, key = ''): string {
  return createHash('sha256').update(`${check}\0${subject}\0${key}`).digest('hex').slice(0, 16);
}
