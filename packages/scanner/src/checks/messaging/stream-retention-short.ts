import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'stream-retention-short',
  title: 'Records are gone before somebody has repaired a consumer',
  area: 'messaging',
  subjects: ['stream'],
  severity: 'info',
  since: '0.1.0',
  rows: [91],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [404],
    fsbp: ['Kinesis.3'],
    prowler: ['kinesis_stream_data_retention_period'],
  },
  fix: 'review',
  property: 'RetentionPeriodHours',
  look: (stream) => value(stream, stream.facet.retention, (hours) => hours >= 168),
  message: (name) =>
    `${name} keeps its records for less than a week: a consumer that fails on Friday has lost some on Monday.`,
  remedy: 'set RetentionPeriodHours: 168',
  edit: (stream) => [set(stream, 'retention', 168)],
});
