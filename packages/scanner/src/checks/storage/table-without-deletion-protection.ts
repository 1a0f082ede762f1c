import { settled } from '@leastwise/model';
import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'table-without-deletion-protection',
  title: 'Table can be deleted by one call',
  area: 'storage',
  subjects: ['table'],
  severity: 'info',
  since: '0.1.0',
  rows: [98],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [1188],
    fsbp: ['DynamoDB.6'],
    prowler: ['dynamodb_table_deletion_protection_enabled'],
  },
  fix: 'safe',
  property: 'DeletionProtectionEnabled',
  look: (table) => {
    if (table.type !== 'AWS::DynamoDB::GlobalTable') return value(table, table.facet.deletionProtection, (on) => on);
    const bare = table.facet.replicas.items.find((replica) => settled(replica.deletionProtection) !== true);
    return bare === undefined ? { sees: 'good' } : value(table, bare.deletionProtection, (on) => on);
  },
  message: (name) => `One call, or the removal of the stack, deletes ${name} with everything in it.`,
  remedy: 'set DeletionProtectionEnabled: true',
  edit: (table) =>
    table.type === 'AWS::DynamoDB::GlobalTable'
      ? table.facet.replicas.items.map((_, index) => set(table, `replicas.${index}.deletionProtection`, true))
      : [set(table, 'deletionProtection', true)],
});
