import type { Mappings, SourceRange } from '@leastwise/model';

/** Whose words a suppression is written in. */
export type SuppressionTool = 'leastwise' | 'checkov' | 'cfn_nag' | 'kics' | 'trivy' | 'cdk_nag';

/** One acceptance that stands in the scanned text, beside what it accepts. */
export interface WrittenSuppression {
  readonly tool: SuppressionTool;
  /** Names of checks, or the other tool's ids; `*` is all that it has. */
  readonly ids: readonly string[];
  readonly at: SourceRange;
  /** `node`: the resource around or below it; `line`: the line below, or its own; `file`: everything in the file. */
  readonly scope: 'node' | 'line' | 'file';
  readonly reason?: string;
  /** ISO date; findings return on the day after. */
  readonly until?: string;
}

const toolKeys = {
  checkov: 'checkov',
  cfn_nag: 'cfn_nag',
  kics: 'kics',
  trivy: 'trivy',
  cdk_nag: 'cdk_nag',
} as const satisfies Record<Exclude<SuppressionTool, 'leastwise'>, keyof Mappings>;

/** Whether it speaks of this check: by its name, or by what the mappings say another tool calls it. */
export function names(
  suppression: WrittenSuppression,
  check: string,
  aliases: readonly string[],
  mappings: Mappings,
): boolean {
  if (suppression.tool === 'leastwise') {
    return suppression.ids.includes(check) || aliases.some((alias) => suppression.ids.includes(alias));
  }
  const own = mappings[toolKeys[suppression.tool]] ?? [];
  if (own.length === 0) return false;
  return suppression.ids.some((id) => id === '*' || own.some((mapped) => isSameId(suppression.tool, id, mapped)));
}

function isSameId(tool: SuppressionTool, written: string, mapped: string): boolean {
  if (tool === 'kics') return written.toLowerCase().startsWith(mapped.slice(mapped.indexOf(':') + 1).toLowerCase());
  if (tool === 'trivy') return bareTrivyId(written) === bareTrivyId(mapped);
  // Packs prefix the rule (`AwsSolutions-IAM5`, `HIPAA.Security-LambdaConcurrency`); the mappings hold names without the pack.
  if (tool === 'cdk_nag') return written === mapped || written.endsWith(`-${mapped}`);
  return written === mapped;
}

/** `AVD-AWS-0086`, `AWS-0086` and `aws-0086` are one check. */
function bareTrivyId(id: string): string {
  return id.toUpperCase().replace(/^AVD-/, '');
}
