import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What checkov's own tests say about one Terraform resource. */
export interface TerraformExpectation {
  /** `CKV_AWS_50`. */
  readonly id: string;
  /** From the root of the checkout. */
  readonly file: string;
  /** `aws_lambda_function.default`. */
  readonly address: string;
  /** Offsets of its block. */
  readonly start: number;
  readonly end: number;
  readonly expected: 'fail' | 'pass';
}

export interface TerraformExpectations {
  readonly expectations: readonly TerraformExpectation[];
  /** Tests whose names stand in no file of their folder. */
  readonly unlabelled: readonly string[];
}

const tests = 'tests/terraform/checks/resource/aws';
const graphTests = 'tests/terraform/graph/checks/resources';

/** `root` holds the tests, `library` the folder `checkov` with the checks; in a full checkout they are one. */
export function readTerraformExpectations(root: string, library: string): TerraformExpectations {
  const expectations: TerraformExpectation[] = [];
  const unlabelled: string[] = [];
  const add = (id: string, folder: string, passing: readonly string[], failing: readonly string[]): void => {
    const blocks = blocksBelow(root, folder);
    const found = blocks.flatMap((block): readonly TerraformExpectation[] => {
      const passes = passing.includes(block.address);
      const fails = failing.includes(block.address);
      return passes === fails ? [] : [{ id, ...block, expected: fails ? 'fail' : 'pass' }];
    });
    // The same address in two folders of one test may be two resources; then neither verdict is sure.
    const counted = new Map<string, number>();
    for (const { address } of found) counted.set(address, (counted.get(address) ?? 0) + 1);
    const sure = found.filter(({ address }) => counted.get(address) === 1);
    if (sure.length === 0) unlabelled.push(`${id} ${folder}`);
    expectations.push(...sure);
  };
  for (const file of readdirSync(join(root, tests)).sort()) {
    if (!file.startsWith('test_') || !file.endsWith('.py')) continue;
    const test = readFileSync(join(root, tests, file), 'utf8');
    const module = /checks\.resource\.aws\.(\w+) import/.exec(test)?.[1];
    const folder = /["']\/?(example_\w+)\/?["']/.exec(test)?.[1];
    const check = join(library, 'checkov/terraform/checks/resource/aws', `${module}.py`);
    if (module === undefined || folder === undefined || !existsSync(check)) continue;
    const id = /["'](CKV2?_AWS_\d+)["']/.exec(readFileSync(check, 'utf8'))?.[1];
    if (id === undefined || !existsSync(join(root, tests, folder))) continue;
    add(id, `${tests}/${folder}`, names(test, 'passing_resources'), names(test, 'failing_resources'));
  }
  for (const name of readdirSync(join(root, graphTests)).sort()) {
    // A released package has the policies as JSON, a checkout as YAML.
    const policies = ['yaml', 'json'].map((kind) =>
      join(library, 'checkov/terraform/checks/graph_checks/aws', `${name}.${kind}`),
    );
    const policy = policies.find((path) => existsSync(path));
    const said = join(root, graphTests, name, 'expected.yaml');
    if (policy === undefined || !existsSync(said)) continue;
    const id = /\bid["']?:\s*["']?(CKV2?_AWS_\d+)/.exec(readFileSync(policy, 'utf8'))?.[1];
    const text = readFileSync(said, 'utf8');
    if (id !== undefined) add(id, `${graphTests}/${name}`, listUnder(text, 'pass'), listUnder(text, 'fail'));
  }
  return { expectations, unlabelled };
}

function names(test: string, variable: string): readonly string[] {
  const body = new RegExp(`${variable}\\s*=\\s*[{[]([^}\\]]*)`).exec(test)?.[1] ?? '';
  return [...body.matchAll(/["']([^"'\n]+)["']/g)].map((match) => match[1] ?? '');
}

function listUnder(text: string, key: string): readonly string[] {
  const block = new RegExp(`^${key}:[^\\n]*\\n((?:\\s*(?:-|#)[^\\n]*(?:\\n|$))*)`, 'm').exec(text)?.[1] ?? '';
  return [...block.matchAll(/-\s*["']?([\w.-]+)/g)].map((match) => match[1] ?? '');
}

type Block = Pick<TerraformExpectation, 'file' | 'address' | 'start' | 'end'>;

function blocksBelow(root: string, folder: string): readonly Block[] {
  return readdirSync(join(root, folder)).flatMap((name): readonly Block[] => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return blocksBelow(root, path);
    return name.endsWith('.tf') ? blocksOf(readFileSync(join(root, path), 'utf8'), path) : [];
  });
}

/** By the labels and the braces alone, so that our own parser is not its own judge. */
function blocksOf(text: string, file: string): readonly Block[] {
  const heads = [...text.matchAll(/^[ \t]*resource\s+"?(\w+)"?\s+"?([\w-]+)"?\s*\{/gm)];
  return heads.map((head, index) => ({
    file,
    address: `${head[1] ?? ''}.${head[2] ?? ''}`,
    start: head.index,
    end: heads[index + 1]?.index ?? text.length,
  }));
}
