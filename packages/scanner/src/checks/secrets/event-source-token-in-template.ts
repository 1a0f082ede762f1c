import { definePropertyCheck } from '../property-check.ts';

export default definePropertyCheck({
  name: 'event-source-token-in-template',
  title: 'Token of an event source stands in the template',
  area: 'secrets',
  subjects: ['function-permission'],
  severity: 'low',
  since: '0.1.0',
  rows: [26],
  mappings: { owasp: ['SAS-7'], csa: ['CSA-7'], cwe: [798], cfn_nag: ['F45'] },
  fix: 'none',
  property: 'EventSourceToken',
  look: ({ facet: { eventSourceToken: token } }) => {
    if (token.kind === 'absent') return undefined;
    if (token.kind === 'unknown') return { sees: 'open', value: token };
    const isWritten = token.kind === 'known' && !token.value.startsWith('{{resolve:');
    return isWritten ? { sees: 'bad', at: token.origin } : { sees: 'good' };
  },
  message: (name) => `The token by which ${name} knows its caller can be read by everybody who reads the template.`,
  remedy: 'take the token from a dynamic reference',
});
