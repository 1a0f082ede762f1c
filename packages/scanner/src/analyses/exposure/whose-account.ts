import { asText, describe, type Value } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';

/**
 * Whose account a principal, account id or source ARN names. An account that the text spells out may be the own one; only
 * `AWS::AccountId` and resources of the templates certainly are. `anyone` for a pattern that takes in every account.
 * Undefined when it is not known.
 */
export function whoseAccount(value: Value, estate: Estate): 'own' | 'foreign' | 'anyone' | undefined {
  if (value.kind === 'reference') return estate.nodes.has(value.node) ? 'own' : undefined;
  if (value.kind === 'unknown') return value.name === 'AWS::AccountId' ? 'own' : undefined;
  if (value.kind === 'text') {
    const own = value.parts.some(
      (part) =>
        typeof part !== 'string' &&
        ((part.kind === 'unknown' && part.name === 'AWS::AccountId') ||
          (part.kind === 'reference' && estate.nodes.has(part.node))),
    );
    if (own) return 'own';
  } else if (value.kind !== 'known') return undefined;
  const text = asText(value) ?? describe(value);
  if (/^[*?]+$/.test(text)) return 'anyone';
  if (/^\d{12}$/.test(text)) return 'foreign';
  if (!text.startsWith('arn:')) return undefined;
  const account = text.split(':')[4] ?? '';
  if (/^\d{12}$/.test(account)) return 'foreign';
  if (/[*?]/.test(account)) return 'anyone';
  // Buckets have no account in their ARN: the name alone does not say whose it is, yet it names one bucket.
  return account === '' && estate.resolve(value) !== undefined ? 'own' : account === '' ? 'own' : undefined;
}
