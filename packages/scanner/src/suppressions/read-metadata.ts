import { asList, asMap, asText, type Value } from '@leastwise/model';
import { ownSuppression, type CommentReading, type UnreadComment } from './read-comments.ts';
import type { SuppressionTool, WrittenSuppression } from './suppression.ts';

/** Where each tool keeps its list below `Metadata`, and what it calls id and reason. */
const sections = [
  { tool: 'checkov', section: 'checkov', list: 'skip', reason: 'comment' },
  { tool: 'cfn_nag', section: 'cfn_nag', list: 'rules_to_suppress', reason: 'reason' },
  { tool: 'cdk_nag', section: 'cdk_nag', list: 'rules_to_suppress', reason: 'reason' },
] as const satisfies readonly { tool: SuppressionTool; section: string; list: string; reason: string }[];

/**
 * The suppressions in the `Metadata` of a resource: JSON templates have no comments, and CDK writes them there.
 * Ours: `leastwise: { ignore: [{ check, reason, until }] }`.
 */
export function readMetadata(metadata: Value | undefined): CommentReading {
  const suppressions: WrittenSuppression[] = [];
  const problems: UnreadComment[] = [];
  const entries = metadata === undefined ? undefined : asMap(metadata);
  if (entries === undefined) return { suppressions, problems };
  for (const { tool, section, list, reason } of sections) {
    for (const item of itemsOf(entries.get(section), list)) {
      const id = textOf(item, 'id');
      const why = textOf(item, reason);
      if (id === undefined) continue;
      suppressions.push({
        tool,
        ids: [id],
        at: item.origin,
        scope: 'node',
        ...(why === undefined ? {} : { reason: why }),
      });
    }
  }
  for (const item of itemsOf(entries.get('leastwise'), 'ignore')) {
    const check = textOf(item, 'check');
    const own = ownSuppression(
      check === undefined ? [] : [check],
      textOf(item, 'reason'),
      textOf(item, 'until'),
      item.origin,
    );
    if (typeof own === 'string') problems.push({ at: item.origin, message: own });
    else suppressions.push(...own);
  }
  return { suppressions, problems };
}

function itemsOf(section: Value | undefined, list: string): readonly Value[] {
  const written = section === undefined ? undefined : asMap(section)?.get(list);
  return written === undefined ? [] : (asList(written) ?? []);
}

function textOf(item: Value, key: string): string | undefined {
  const written = asMap(item)?.get(key);
  return written === undefined ? undefined : asText(written);
}
