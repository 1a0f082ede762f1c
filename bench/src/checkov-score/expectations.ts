import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestedResource } from './tested-resources.ts';

/** What checkov's own tests say about one resource of one file, or about a file, of which one resource must fail. */
export interface Expectation {
  /** `CKV_AWS_116`. */
  readonly id: string;
  /** One or, where only the file is labelled, its candidates. */
  readonly resources: readonly TestedResource[];
  readonly expected: 'fail' | 'pass';
}

/** A test that says only how many resources of its templates pass and fail. */
export interface Count {
  readonly id: string;
  readonly resources: readonly TestedResource[];
  readonly passed: number;
  readonly failed: number;
}

export interface Expectations {
  readonly expectations: readonly Expectation[];
  readonly counts: readonly Count[];
  /** Tests of whose labels we can make nothing. */
  readonly unlabelled: readonly string[];
}

/** A test of one check: where its templates stand and what it says about them. */
interface CheckTest {
  readonly id: string;
  /** From the root of the checkout. */
  readonly folder: string;
  readonly types: readonly string[];
  readonly test: string;
}

const tests = 'tests/cloudformation/checks/resource/aws';
const checks = 'checkov/cloudformation/checks/resource/aws';
const graphTests = 'tests/cloudformation/graph/checks/resources';
const graphChecks = 'checkov/cloudformation/checks/graph_checks';

/** Reads the labels of a checkout: sets of names where a test has them, else the names of its files together with its counts. */
export function readExpectations(root: string, resources: readonly TestedResource[]): Expectations {
  const expectations: Expectation[] = [];
  const counts: Count[] = [];
  const unlabelled: string[] = [];
  for (const test of checkTests(root)) {
    const inside = resources.filter(({ file }) => file.startsWith(`${test.folder}/`));
    const found = byNames(test, inside) ?? byFiles(test, inside);
    const count = found === undefined ? countOf(test, inside) : undefined;
    if (found !== undefined) expectations.push(...found);
    else if (count !== undefined) counts.push(count);
    else unlabelled.push(`${test.id} ${test.folder}`);
  }
  for (const name of readdirSync(join(root, graphTests))) {
    const policy = join(root, graphChecks, `${name}.yaml`);
    if (!existsSync(policy)) continue;
    const id = /\bid:\s*["']?(CKV2?_AWS_\d+)/.exec(readFileSync(policy, 'utf8'))?.[1];
    if (id === undefined) continue;
    const folder = `${graphTests}/${name}`;
    const said = readFileSync(join(root, folder, 'expected.yaml'), 'utf8');
    const inside = resources.filter(({ file }) => file.startsWith(`${folder}/`));
    expectations.push(...labelled(id, inside, listUnder(said, 'pass'), listUnder(said, 'fail')));
  }
  return { expectations, counts, unlabelled };
}

function* checkTests(root: string): Generator<CheckTest> {
  for (const file of readdirSync(join(root, tests)).sort()) {
    if (!file.startsWith('test_') || !file.endsWith('.py')) continue;
    const test = readFileSync(join(root, tests, file), 'utf8');
    const module = /checks\.resource\.aws\.(\w+) import/.exec(test)?.[1];
    const folder = /["']\/?((?:example_|S3Templates|Cloudsplaining_)\w*)\/?["']/.exec(test)?.[1];
    if (module === undefined || folder === undefined) continue;
    const check = readFileSync(join(root, checks, `${module}.py`), 'utf8');
    const id = /["'](CKV2?_AWS_\d+)["']/.exec(check)?.[1];
    if (id === undefined) continue;
    const types = [...check.matchAll(/["'](AWS::\w+::\w+)["']/g)].map((match) => match[1] ?? '');
    yield { id, folder: `${tests}/${folder}`, types, test };
  }
}

function byNames({ id, test }: CheckTest, inside: readonly TestedResource[]): readonly Expectation[] | undefined {
  const passing = nameSet(test, 'passing_resources');
  const failing = nameSet(test, 'failing_resources');
  if (passing === undefined && failing === undefined) return undefined;
  return labelled(id, inside, passing ?? [], failing ?? []);
}

function nameSet(test: string, variable: string): readonly string[] | undefined {
  const body = new RegExp(`${variable}\\s*=\\s*\\{([^}]*)\\}`).exec(test)?.[1];
  return body === undefined ? undefined : [...body.matchAll(/["']([^"'\n]+)["']/g)].map((match) => match[1] ?? '');
}

/** By names such as `S3-FAILED.yaml`, as far as they add up to the counts of the test. */
function byFiles(
  { id, test, types }: CheckTest,
  inside: readonly TestedResource[],
): readonly Expectation[] | undefined {
  const passed = count(test, 'passed');
  const failed = count(test, 'failed');
  if (passed === undefined || failed === undefined) return undefined;
  const subjects = inside.filter((resource) => types.some((type) => resource.types.includes(type)));
  const named = (pattern: RegExp): readonly TestedResource[] =>
    subjects.filter(({ file }) => pattern.test(file.slice(file.lastIndexOf('/') + 1)));
  const failing = failed === 0 ? [] : passed === 0 ? subjects : named(/fail/i);
  const passing = failed === 0 ? subjects : passed === 0 ? [] : named(/pass/i);
  const each = (resources: readonly TestedResource[], expected: 'fail' | 'pass'): readonly Expectation[] =>
    resources.map((resource) => ({ id, resources: [resource], expected }));
  // A check that has no opinion on a resource counts it nowhere, so there may be more to pass than were counted.
  if (passing.length < passed) return undefined;
  if (failing.length === failed) return [...each(failing, 'fail'), ...each(passing, 'pass')];
  const files = new Set(failing.map(({ file }) => file));
  if (files.size !== failed) return undefined;
  const whole = [...files].map((file) => failing.filter((resource) => resource.file === file));
  return [...whole.map((resources): Expectation => ({ id, resources, expected: 'fail' })), ...each(passing, 'pass')];
}

function countOf({ id, test, types }: CheckTest, inside: readonly TestedResource[]): Count | undefined {
  const passed = count(test, 'passed');
  const failed = count(test, 'failed');
  const resources = inside.filter((resource) => types.some((type) => resource.types.includes(type)));
  if (passed === undefined || failed === undefined || passed + failed !== resources.length) return undefined;
  return { id, resources, passed, failed };
}

function count(test: string, verdict: string): number | undefined {
  const written = new RegExp(`summary\\[["']${verdict}["']\\],\\s*(\\d+)`).exec(test)?.[1];
  return written === undefined ? undefined : Number(written);
}

/** A name that a test gives two verdicts (the same logical id in two files) says nothing about either. */
function labelled(
  id: string,
  inside: readonly TestedResource[],
  passing: readonly string[],
  failing: readonly string[],
): readonly Expectation[] {
  return inside.flatMap((resource): readonly Expectation[] => {
    const own = resource.types.map((type) => `${type}.${resource.logicalId}`);
    const passes = own.some((name) => passing.includes(name));
    const fails = own.some((name) => failing.includes(name));
    return passes === fails ? [] : [{ id, resources: [resource], expected: fails ? 'fail' : 'pass' }];
  });
}

/** The items of a block list of a flat YAML file. */
function listUnder(text: string, key: string): readonly string[] {
  const block = new RegExp(`^${key}:[^\\n]*\\n((?:\\s*-[^\\n]*(?:\\n|$))*)`, 'm').exec(text)?.[1] ?? '';
  return [...block.matchAll(/-\s*["']?([\w:.-]+)/g)].map((match) => match[1] ?? '');
}
