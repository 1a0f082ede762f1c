import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'repository-without-scan',
  title: 'Images are not scanned for known weaknesses',
  area: 'storage',
  subjects: ['repository'],
  severity: 'info',
  since: '0.1.0',
  rows: [203],
  mappings: {
    owasp: ['SAS-9'],
    csa: ['CSA-9'],
    cwe: [1395],
    fsbp: ['ECR.1'],
    checkov: ['CKV_AWS_163'],
    cfn_nag: ['W79'],
    trivy: ['AWS-0030'],
    prowler: ['ecr_repositories_scan_images_on_push_enabled'],
  },
  fix: 'safe',
  property: 'ScanOnPush',
  look: (repository) => value(repository, repository.facet.scanOnPush, (on) => on),
  message: (name) => `${name} does not look into its images for known weaknesses, unless the registry does.`,
  remedy: 'set ImageScanningConfiguration: { ScanOnPush: true }',
  edit: (repository) => [set(repository, 'scanOnPush', true)],
});
