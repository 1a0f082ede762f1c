import type { Diagnostic } from '@leastwise/model';
import { LIMITS } from './limits.ts';

/** Collects the diagnostics of one file, at most a few of each code: 100,000 repeated keys are one problem. */
export interface DiagnosticList {
  readonly diagnostics: readonly Diagnostic[];
  add(code: string, effect: Diagnostic['effect'], start: number, end: number, message: string, hint: string): void;
}

export function diagnosticList(file: string): DiagnosticList {
  const diagnostics: Diagnostic[] = [];
  const counts = new Map<string, number>();
  return {
    diagnostics,
    add(code, effect, start, end, message, hint): void {
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      if (count > LIMITS.diagnosticsOfOneCode) return;
      const last = count === LIMITS.diagnosticsOfOneCode ? ' There are more of these in this file.' : '';
      diagnostics.push({ code, effect, range: { file, start, end }, message: message + last, hint });
    },
  };
}
