import { compute } from './compute.ts';
import { databases } from './databases.ts';
import { eventsAndMessages } from './events-and-messages.ts';
import { mediaAnalysis } from './media-analysis.ts';
import { otherServices } from './other-services.ts';
import { security } from './security.ts';
import { storage } from './storage.ts';
import type { OperationTable } from './table.ts';

/** Every hand-written row: what AWS documents and no model holds. */
export const exceptions: OperationTable = {
  ...storage,
  ...databases,
  ...eventsAndMessages,
  ...compute,
  ...security,
  ...otherServices,
  ...mediaAnalysis,
};
