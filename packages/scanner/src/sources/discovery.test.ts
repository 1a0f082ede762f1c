import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { discover } from './discovery.ts';

const shop = memoryTree({
  '.gitignore': 'dist/\n*.local.yaml\ncdk.out\n.aws-sam\n/generated\n',
  'template.yaml': '',
  'README.md': '',
  'package.json': '',
  'secrets.local.yaml': '',
  'dist/template.yaml': '',
  'generated/template.yaml': '',
  'node_modules/library/template.yaml': '',
  'orders/.gitignore': '!kept.local.yaml\nscratch*\n',
  'orders/kept.local.yaml': '',
  'orders/scratch.yaml': '',
  'orders/generated/template.yaml': '',
  'orders/template.yml': '',
  'orders-api/openapi.json': '',
  'photos/cdk.out/Photos.template.json': '',
  'photos/cdk.out/asset.1a2b/package.yaml': '',
  'photos/cdk.out/asset.1a2b/node_modules/x/template.yaml': '',
  'photos/cdk.out/PhotosNested1A.nested.template.json': '',
  'photos/cdk.out/assembly-Prod/Prod.template.json': '',
  'photos/cdk.out/asset.3c4d/Inner.nested.template.json': '',
  '.aws-sam/build/template.yaml': '',
});

describe('discover', () => {
  it('finds candidates as git sees them, cdk.out always, built files apart', () => {
    expect(discover(shop, [''])).toEqual({
      files: [
        'orders/generated/template.yaml',
        'orders/kept.local.yaml',
        'orders/template.yml',
        'orders-api/openapi.json',
        'photos/cdk.out/Photos.template.json',
        'photos/cdk.out/PhotosNested1A.nested.template.json',
        'photos/cdk.out/assembly-Prod/Prod.template.json',
        'photos/cdk.out/asset.3c4d/Inner.nested.template.json',
        'template.yaml',
      ],
      builtFiles: ['.aws-sam/build/template.yaml'],
      diagnostics: [],
    });
  });

  it.each([
    [
      'a folder below the root keeps the rules above it',
      ['orders'],
      ['orders/generated/template.yaml', 'orders/kept.local.yaml', 'orders/template.yml'],
    ],
    ['a file named twice is found once', ['orders/template.yml', 'orders/template.yml'], ['orders/template.yml']],
    ['an ignored folder that was named is read', ['dist'], ['dist/template.yaml']],
    ['an ignored file that was named is read', ['secrets.local.yaml'], ['secrets.local.yaml']],
    ['a file of any name that was named is read', ['README.md'], ['README.md']],
  ])('%s', (_law, selected, files) => {
    expect(discover(shop, selected).files).toEqual(files);
  });

  it('keeps to include and exclude', () => {
    expect(discover(shop, [''], { include: ['orders*/**'], exclude: ['**/generated', '**/*.json'] }).files).toEqual([
      'orders/kept.local.yaml',
      'orders/template.yml',
    ]);
  });

  it('says which paths do not exist', () => {
    expect(discover(shop, ['payments']).diagnostics).toMatchObject([
      { code: 'path-not-found', effect: 'incomplete', range: { file: 'payments' } },
    ]);
  });

  it('finds configurations of Terraform, and no module that was fetched', () => {
    const infra = memoryTree({
      'main.tf': '',
      'main.tofu': '',
      'more.tf.json': '',
      'live/terragrunt.hcl': '',
      'prod.tfvars': '',
      '.terraform/modules/q/main.tf': '',
      'live/.terragrunt-cache/x/main.tf': '',
    });
    expect(discover(infra, ['']).files).toEqual(['live/terragrunt.hcl', 'main.tf', 'main.tofu', 'more.tf.json']);
  });

  it('comes to an end in a folder that links to itself', () => {
    const endless = {
      ...memoryTree({}),
      stat: () => 'folder' as const,
      list: () => [{ name: 'again', kind: 'folder' as const }],
    };
    expect(discover(endless, ['']).files).toEqual([]);
  });
});
