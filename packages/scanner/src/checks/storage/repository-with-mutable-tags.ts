import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'repository-with-mutable-tags',
  title: 'A tag of an image can be moved to another image',
  area: 'storage',
  subjects: ['repository'],
  severity: 'info',
  since: '0.1.0',
  rows: [205],
  mappings: {
    owasp: ['SAS-9'],
    csa: ['CSA-9'],
    cwe: [353],
    fsbp: ['ECR.2'],
    checkov: ['CKV_AWS_51'],
    trivy: ['AWS-0031'],
    prowler: ['ecr_repositories_tag_immutability'],
  },
  fix: 'review',
  property: 'ImageTagMutability',
  look: (repository) => value(repository, repository.facet.mutability, (mode) => mode.startsWith('IMMUTABLE')),
  message: (name) => `Whoever may push to ${name} may put another image under a tag that is deployed.`,
  remedy: 'set ImageTagMutability: IMMUTABLE',
  edit: (repository) => [set(repository, 'mutability', 'IMMUTABLE')],
});
