import { describe, isAbsent, settled } from '@leastwise/model';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { ownAccount, set } from '../fix-intents.ts';

export default defineCheck({
  name: 'layer-open-to-any-account',
  title: 'Every AWS account can download the layer',
  area: 'function',
  subjects: ['layer-permission'],
  severity: 'medium',
  since: '0.1.0',
  rows: [],
  mappings: { owasp: ['SAS-4'], csa: ['CSA-4'], cwe: [732, 540], attack: ['T1530'] },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { principal, organization, layer } = subject.facet;
    const who = settled(principal);
    // The account itself, by whatever number.
    if (principal.kind === 'unknown' && principal.name === 'AWS::AccountId') return pass;
    if (who === undefined)
      return isAbsent(principal) ? notApplicable : open('principal of the layer permission', principal, estate);
    if (who !== '*' || !isAbsent(organization)) return pass;
    const name = estate.resolve(layer, 'layer-version')?.name ?? describe(layer);
    return fail(
      principal.origin,
      `Every AWS account can use and download ${name}, with all code and files that are in it.`,
      {
        fix: {
          summary: 'name an account in Principal, or add OrganizationId',
          edit: [set(subject, 'principal', ownAccount)],
        },
      },
    );
  },
});
