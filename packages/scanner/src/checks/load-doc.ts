import type { CheckDoc } from './check-doc.ts';
import { checkDocs } from './index.ts';

/** The prose and examples of a check, loaded when somebody reads them; undefined for a name that no check has. */
export async function loadDoc(check: string): Promise<CheckDoc | undefined> {
  return Object.hasOwn(checkDocs, check) ? (await checkDocs[check]?.())?.default : undefined;
}
