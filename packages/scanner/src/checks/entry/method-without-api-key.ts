import { settled } from '@leastwise/model';
import { set } from '../fix-intents.ts';
import { definePropertyCheck, value } from '../property-check.ts';

/** The peers' literal question. A key tells who counts against which plan; it proves nothing about the caller. */
export default definePropertyCheck({
  name: 'method-without-api-key',
  title: 'Method asks for no API key',
  area: 'entry',
  subjects: ['rest-method'],
  severity: 'info',
  since: '0.1.0',
  rows: [31],
  mappings: { owasp: ['SAS-8'], csa: ['CSA-8'], cwe: [770], kics: ['cfn:3671d5b4', 'tf:671211c5'] },
  fix: 'review',
  property: 'ApiKeyRequired',
  // Browsers ask OPTIONS without headers of their own.
  look: (method) =>
    settled(method.facet.method)?.toUpperCase() === 'OPTIONS'
      ? undefined
      : value(method, method.facet.apiKeyRequired, (required) => required),
  message: (name) => `Callers of ${name} belong to no usage plan, so that none has a limit of its own.`,
  remedy: 'set ApiKeyRequired: true where callers have plans; it is no authorization',
  edit: (method) => [set(method, 'apiKeyRequired', true)],
});
