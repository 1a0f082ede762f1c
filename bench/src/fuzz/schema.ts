import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Report } from '@leastwise/model';

/** Checks a report against its published schema: undefined, or the first thing that is wrong. */
export function reportValidator(): (report: Report) => string | undefined {
  const schema = createRequire(import.meta.url)('@leastwise/model/schemas/report.schema.json') as object;
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
  return (report) => {
    if (validate(report)) return undefined;
    const [first] = validate.errors ?? [];
    return `${first?.instancePath ?? ''} ${first?.message ?? ''}`;
  };
}
