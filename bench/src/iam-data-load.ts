import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * How long it takes until the data of five services can be asked: reading their part of the pack, unpacking and decoding it,
 * and the needs of one operation each. In new processes. `first` comes after a while of parsing JSON, because a scan has read
 * its templates before (the heap has grown by then); `next` are five other services after it.
 */
const repository = fileURLToPath(new URL('../..', import.meta.url));
const program = `
const data = await import(${JSON.stringify(join(repository, 'packages/iam/dist/data/index.js'))});
const parsed = [];
for (let round = 0; round < 400; round += 1) parsed[round % 20] = JSON.parse(JSON.stringify(Array.from({ length: 300 }, (_, index) => ({ index, text: 'photo ' + index }))));
function load(calls) {
  const start = performance.now();
  for (const [prefix, operation] of calls) {
    data.serviceActions(prefix);
    data.operationNeeds(prefix, operation);
  }
  return performance.now() - start;
}
const first = load([['s3', 'GetObject'], ['dynamodb', 'PutItem'], ['sqs', 'SendMessage'], ['sns', 'Publish'], ['ssm', 'GetParameter']]);
const next = load([['lambda', 'Invoke'], ['events', 'PutEvents'], ['logs', 'PutLogEvents'], ['secretsmanager', 'GetSecretValue'], ['kms', 'Decrypt']]);
const start = performance.now();
data.managedPolicy('service-role/AWSLambdaBasicExecutionRole');
process.stdout.write(JSON.stringify({ first, next, policy: performance.now() - start }));
`;

const runs = Array.from({ length: 21 }, () => {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  return JSON.parse(stdout) as Readonly<Record<'first' | 'next' | 'policy', number>>;
});

function told(what: 'first' | 'next' | 'policy'): string {
  const times = runs.map((run) => run[what]).toSorted((one, other) => one - other);
  return `${times[Math.floor(times.length / 2)]?.toFixed(2)} ms, fastest ${times[0]?.toFixed(2)} ms (${times.length} processes)`;
}

const manifest = JSON.parse(readFileSync(join(repository, 'packages/iam/data/manifest.json'), 'utf8')) as {
  readonly files: Readonly<Record<string, { readonly bytes: number }>>;
};
process.stdout.write(`first five services: ${told('first')}\n`);
process.stdout.write(`next five services: ${told('next')}\n`);
process.stdout.write(`one managed policy: ${told('policy')}\n`);
for (const [name, { bytes }] of Object.entries(manifest.files)) process.stdout.write(`${name}: ${bytes} bytes\n`);
