import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * How long it takes until the data of a function that uses five services can be asked, in a new process each time, with the
 * module already loaded: reading the pack, unpacking the shards, decoding their actions and the needs of one operation each.
 */
const repository = fileURLToPath(new URL('../..', import.meta.url));
const program = `
const data = await import(${JSON.stringify(join(repository, 'packages/iam/dist/data/index.js'))});
const start = performance.now();
for (const [service, operation] of [['s3', 'GetObject'], ['dynamodb', 'PutItem'], ['sqs', 'SendMessage'], ['sns', 'Publish'], ['ssm', 'GetParameter']]) {
  data.serviceActions(service);
  data.operationNeeds(service, operation);
}
const five = performance.now();
data.managedPolicy('service-role/AWSLambdaBasicExecutionRole');
const policy = performance.now();
process.stdout.write(JSON.stringify([five - start, policy - five]));
`;

const runs = Array.from({ length: 15 }, () => {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  return JSON.parse(stdout) as readonly [number, number];
});

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const manifest = JSON.parse(readFileSync(join(repository, 'packages/iam/data/manifest.json'), 'utf8')) as {
  readonly files: Readonly<Record<string, { readonly bytes: number }>>;
};
process.stdout.write(
  `five services: ${median(runs.map(([five]) => five)).toFixed(2)} ms (median of ${runs.length} new processes)\n`,
);
process.stdout.write(`one managed policy: ${median(runs.map(([, policy]) => policy)).toFixed(2)} ms\n`);
for (const [name, { bytes }] of Object.entries(manifest.files)) process.stdout.write(`${name}: ${bytes} bytes\n`);
