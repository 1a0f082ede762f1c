import { isAbsent, settled, type Unknown } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { spellPattern } from '../../estate/policies/spell-pattern.ts';
import { definePropertyCheck, somebody } from '../property-check.ts';

/** Point-in-time recovery is what brings a table back after a mistake; a plan keeps copies for longer. */
export default definePropertyCheck({
  name: 'table-outside-backup-plan',
  title: 'No backup plan takes the table',
  area: 'storage',
  subjects: ['table'],
  severity: 'info',
  since: '0.1.0',
  rows: [99],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [1188],
    fsbp: ['DynamoDB.4'],
    prowler: ['dynamodb_table_protected_by_backup_plan'],
    cdk_nag: ['DynamoDBInBackupPlan'],
  },
  fix: 'none',
  property: 'AWS::Backup::BackupSelection',
  look: (table, estate) => {
    // Most plans are made once for an account; only where one stands here can it be said whom it leaves out.
    if (estate.of('backup-selection').length === 0) return undefined;
    const taken = isTaken(table, estate);
    return typeof taken === 'boolean' ? somebody(table, taken) : { sees: 'open', value: taken };
  },
  message: (name) => `The backup plan that stands here leaves out ${name}.`,
  remedy: 'name it in AWS::Backup::BackupSelection, or give it the tag that your plan asks for',
});

/** By its ARN, by a pattern, or by a tag. What further conditions leave over is not known. */
function isTaken(table: NodeOf<'table'>, estate: Estate): boolean | Unknown {
  const tags = table.facet.tags.items;
  for (const { facet } of estate.of('backup-selection')) {
    const unsure = [...tags, ...facet.tags.items]
      .flatMap(({ key, value }) => [key, value])
      .find((value): value is Unknown => value.kind === 'unknown' && facet.tags.items.length > 0);
    const isNamed =
      facet.resources.items.some(
        (value) =>
          estate.resolve(value)?.id === table.id ||
          /^(\*|arn:[^:]*:dynamodb:[^:]*:[^:]*:(table\/)?\*)$/.test(spellPattern(value) ?? ''),
      ) ||
      facet.tags.items.some((wanted) =>
        tags.some(
          (tag) =>
            settled(tag.key) === settled(wanted.key)?.replace(/^aws:ResourceTag\//, '') &&
            settled(tag.value) === settled(wanted.value),
        ),
      );
    if (!isNamed && unsure !== undefined) return unsure;
    if (!isNamed) continue;
    if (isAbsent(facet.conditions)) return true;
    return {
      kind: 'unknown',
      cause: 'limit',
      reason: 'The selection asks for conditions besides.',
      origin: facet.conditions.origin,
    };
  }
  return false;
}
