import type { Report } from '@leastwise/model';
import { locationOf, plain, type SarifLocation } from './location.ts';

export interface Notification {
  readonly level: 'error' | 'warning' | 'note';
  readonly descriptor: { readonly id: string };
  readonly message: { readonly text: string };
  readonly locations?: readonly SarifLocation[];
}

/** A page of trouble is read; ten thousand are not. */
const shown = 1000;

/** What could not be read, and what would settle values that are not known. */
export function notificationsOf(report: Report): readonly Notification[] {
  const all = report.inputs.flatMap((input) => input.diagnostics);
  const ordered = [...all.filter((one) => one.effect === 'incomplete'), ...all.filter((one) => one.effect === 'note')];
  const notifications = ordered.slice(0, shown).map((diagnostic): Notification => ({
    level: diagnostic.effect === 'incomplete' ? 'error' : 'note',
    descriptor: { id: diagnostic.code },
    message: plain(`${diagnostic.message} ${diagnostic.hint}`.trim()),
    locations: [locationOf(diagnostic.location)],
  }));
  const more = ordered.length - notifications.length;
  if (more > 0) {
    notifications.push({
      level: 'warning',
      descriptor: { id: 'notifications-cut' },
      message: { text: `${more} more are in --format json.` },
    });
  }
  return notifications;
}
