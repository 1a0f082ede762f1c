import { describe, expect, it } from 'vitest';
import { apiCases } from './apis.fixture.ts';
import { dataCases } from './data.fixture.ts';
import { functionCases } from './functions.fixture.ts';
import { identityCases } from './identities.fixture.ts';
import { serviceCases } from './services.fixture.ts';
import type { EquivalenceCase } from './case.fixture.ts';
import { estateOfConfiguration, estateOfTemplate, spellEstate } from './spell-estate.fixture.ts';

const cases: readonly EquivalenceCase[] = [
  ...functionCases,
  ...apiCases,
  ...dataCases,
  ...identityCases,
  ...serviceCases,
];

describe('a system in Terraform gives the estate of the same system in CloudFormation', () => {
  it.each(cases)('$title', ({ terraform, template }) => {
    const ours = spellEstate(estateOfConfiguration(terraform));
    const theirs = spellEstate(estateOfTemplate(`Resources:\n${template}`));
    expect(ours.nodes).toEqual(theirs.nodes);
    expect(ours.edges).toEqual(theirs.edges);
  });
});
