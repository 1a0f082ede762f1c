import type { Severity } from '@leastwise/model';

const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'note', info: 'note' } as const;

export function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return levels[severity];
}

/** In the middle of GitHub's bands: above 9 critical, from 7 high, from 4 medium, above 0 low. */
const numbers = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0', info: '0.0' } as const;

export function securitySeverity(severity: Severity): string {
  return numbers[severity];
}
