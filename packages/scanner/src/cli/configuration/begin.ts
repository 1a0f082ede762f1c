import type { Io } from '../io.ts';
import { runScan, type ScanFlags } from '../run-scan.ts';
import { openWorkspace, type WorkspaceOptions } from '../workspace.ts';
import { parametersOf, starter } from './starter.ts';

/** The text of a first configuration for a folder, and what to tell the user. Writes nothing. */
export function begin(
  folder: string | undefined,
  flags: ScanFlags & WorkspaceOptions,
  io: Io,
): { readonly text: string; readonly message: string } {
  const workspace = openWorkspace(folder === undefined ? [] : [folder], flags, io);
  const run = runScan(workspace, { ...flags, keepEstates: true }, io);
  const applications = run.applications.map((application) => parametersOf(application, workspace.selected[0] ?? ''));
  const open = applications.reduce((sum, application) => sum + application.open.length, 0);
  return { text: starter(applications), message: messageOf(applications.length, open) };
}

function messageOf(applications: number, open: number): string {
  const parameters = `, with ${open} ${open === 1 ? 'parameter that has' : 'parameters that have'} no default: give them values in the file`;
  const found = `Found ${applications} ${applications === 1 ? 'application' : 'applications'}${open === 0 ? '' : parameters}.`;
  return `${applications === 0 ? 'No template was found here yet.' : found}

Next:
  leastwise scan                 see every function and what is wrong
  leastwise inventory --unowned  see what nobody owns
  leastwise explain --checks     see what is asked
`;
}
