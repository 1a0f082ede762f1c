import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { memoryTree } from '@leastwise/model';
import { brokenLaws } from './fuzz/laws.ts';
import { mutate } from './fuzz/mutate.ts';
import { random } from './fuzz/random.ts';
import { reportValidator } from './fuzz/schema.ts';
import { templatesIn } from './fuzz/templates.ts';

/**
 * Scans damaged copies of real templates for some minutes, and prints every law that one breaks with the seed that shows it:
 * `node bench/dist/fuzz.js <folder>... [--minutes 10] [--seed 1] [--show <seed>]`. Ends with 1 when anything fell out.
 */
const SECONDS_EACH = 20;

interface Plan {
  readonly folders: readonly string[];
  readonly seed: number;
}

function textOf(texts: readonly string[], seed: number): string {
  const numbers = random(seed);
  return mutate(numbers.pick(texts), numbers);
}

function work({ folders, seed }: Plan): void {
  const texts = templatesIn(folders);
  const isValid = reportValidator();
  for (let at = seed; ; at++) {
    parentPort?.postMessage({ begin: at });
    const files = { 'template.yaml': textOf(texts, at) };
    parentPort?.postMessage({ broken: brokenLaws(() => memoryTree(files), isValid) });
  }
}

async function watch(plan: Plan, minutes: number): Promise<number> {
  const seen = new Map<string, { seed: number; count: number }>();
  const until = Date.now() + minutes * 60_000;
  let scans = 0;
  const note = (law: string, seed: number): void => {
    const name = law.replaceAll(/\d+/g, 'N').replaceAll(/on aws:\S+/g, 'on a resource');
    const known = seen.get(name);
    if (known !== undefined) known.count++;
    else {
      seen.set(name, { seed, count: 1 });
      process.stdout.write(`seed ${seed}: ${law}\n`);
    }
  };
  for (let next = plan.seed; Date.now() < until;) {
    next = await new Promise<number>((resolve) => {
      let at = next;
      let began = Date.now();
      const worker = new Worker(new URL(import.meta.url), { workerData: { ...plan, seed: next } });
      const end = (): void => {
        clearInterval(timer);
        void worker.terminate().then(() => resolve(at + 1));
      };
      const timer = setInterval(() => {
        if (Date.now() - began > SECONDS_EACH * 1000) {
          note(`longer than ${SECONDS_EACH} seconds`, at);
          end();
        } else if (Date.now() > until) end();
      }, 500);
      worker.on('message', (message: { begin?: number; broken?: readonly string[] }) => {
        if (message.begin !== undefined) {
          at = message.begin;
          began = Date.now();
          scans++;
        }
        for (const law of message.broken ?? []) note(law, at);
      });
      worker.on('error', (error) => {
        note(`the process died: ${error.message}`, at);
        end();
      });
    });
  }
  process.stdout.write(`${scans} templates, ${seen.size} laws broken\n`);
  for (const [law, { seed, count }] of seen) process.stdout.write(`${count} times, first at seed ${seed}: ${law}\n`);
  return seen.size === 0 ? 0 : 1;
}

if (isMainThread) {
  const folders: string[] = [];
  const options = new Map([
    ['--minutes', '10'],
    ['--seed', '1'],
    ['--show', ''],
  ]);
  const rest = process.argv.slice(2);
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (options.has(word)) options.set(word, rest.shift() ?? '');
    else folders.push(word);
  }
  if (folders.length === 0) folders.push(fileURLToPath(new URL('../../examples', import.meta.url)));
  const shown = options.get('--show');
  if (shown !== undefined && shown !== '') {
    const text = textOf(templatesIn(folders), Number(shown));
    writeFileSync(process.stdout.fd, text);
    const broken = brokenLaws(() => memoryTree({ 'template.yaml': text }), reportValidator());
    process.stderr.write(`${broken.join('\n')}\n`);
  } else
    process.exitCode = await watch({ folders, seed: Number(options.get('--seed')) }, Number(options.get('--minutes')));
} else work(workerData as Plan);
