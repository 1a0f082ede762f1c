/**
 * How what functions need lies inside what their roles allow, over the applications below some folders. In working samples every
 * need should be allowed: a need that is refused is our mistake or a true fault of the sample.
 * `npx tsc -b && node bench/dist/permissions.js <folder>... [--each] [--violations] [--blocked] [--table]`. With `--each` every
 * folder below is an application's root.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyseCode } from '@leastwise/code/engine';
import { actionInfo } from '@leastwise/iam';
import {
  defaultSettings,
  discover,
  diskTree,
  readApplications,
  scan,
  type FunctionPermissions,
  type ScannedApplication,
} from 'leastwise';

const options = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')));
const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const inputs = { parameters: new Map<string, string>(), applications: [] };
const settings = { ...defaultSettings, asOf: '2026-11-01' };

const totals = { functions: 0, read: 0, withRole: 0, judged: 0, contained: 0, blocked: 0, calls: 0, unmapped: 0 };
const needs = { withEnvironment: 0, exact: 0, prefix: 0, wild: 0 };
const violations: string[] = [];
const wild = new Map<string, number>();
const blocked = new Map<string, number>();
const table: string[] = [];
/** Words of ARN formats that name no resource. */
const fixedSegments: ReadonlySet<string> = new Set([
  'POST',
  'GET',
  'DELETE',
  '@connections',
  'messages',
  'durable-execution',
  'index',
  'stream',
]);

const roots = options.has('--each')
  ? folders.flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => join(folder, name))
        .toSorted(),
    )
  : folders;
const started = performance.now();
for (const root of roots) {
  const tree = diskTree(resolve(root));
  const { applications } = readApplications(tree, discover(tree, ['']), inputs);
  for (const application of applications) {
    const [scanned] = scan({ tree, applications: [application], checks: [], settings, engine: analyseCode });
    if (scanned !== undefined) measure(root, scanned);
  }
}
print();

function measure(root: string, { name, worlds }: ScannedApplication): void {
  const [world] = worlds;
  if (world === undefined) return;
  for (const subject of world.estate.of('function')) {
    totals.functions++;
    const code = world.facts.code.of(subject.id);
    if (code === undefined) continue;
    totals.read++;
    totals.calls += code.sdkCalls.length;
    const permissions = world.facts.permissions.of(subject.id);
    if (permissions === undefined) continue;
    const lacking = permissions.unknowns.filter(({ of }) => of === 'needed');
    totals.unmapped += lacking.filter(({ reason }) => reason.startsWith('It is not known what')).length;
    if (lacking.length > 0) totals.blocked++;
    for (const { reason } of lacking) blocked.set(reason, (blocked.get(reason) ?? 0) + 1);
    if (subject.facet.environment.items.length > 0) countResources(permissions, `${root} ${name} ${subject.name}`);
    if (permissions.held === undefined || permissions.unknowns.some(({ of }) => of === 'allowed')) continue;
    totals.withRole++;
    if (code.sdkCalls.length === 0) continue;
    totals.judged++;
    table.push(
      `${root}\t${subject.name}\t${permissions.held}\t${permissions.required}\t${permissions.excess.length}\t${permissions.missing.length}\t${lacking.length}`,
    );
    const refused = permissions.judged.flatMap(({ need, resources }) =>
      need.confidence === 'possible' || need.action === 'logs:CreateLogGroup'
        ? []
        : resources
            .filter(({ answer, elsewhere }) => answer === 'no' || elsewhere)
            .map(({ resource, elsewhere }) => ({ need, resource, elsewhere })),
    );
    if (refused.length === 0) totals.contained++;
    for (const { need, resource, elsewhere } of refused) {
      const place = need.evidence.at(-1);
      const line =
        place === undefined ? '' : `${place.at.file}:${lineOf(root, place.at.file, place.at.start)} ${place.message}`;
      violations.push(
        `${root} ${subject.name}: ${need.action} on ${resource}${elsewhere ? ' (elsewhere)' : ''} [${need.confidence}${need.condition === undefined ? '' : `, ${need.condition}`}] ${line}`,
      );
    }
  }
}

/** Of needs of the code only: what the platform needs is always known. Actions that know no resource have nothing to be exact about. */
function countResources(permissions: FunctionPermissions, where: string): void {
  for (const { action, resources, evidence, confidence } of permissions.needed) {
    if (confidence === 'possible' || !evidence.some(({ message }) => message.startsWith('calls '))) continue;
    if (actionInfo(action)?.wildcardOnly !== false) continue;
    for (const resource of resources) {
      needs.withEnvironment++;
      const kind = precisionOf(resource);
      needs[kind]++;
      if (kind === 'wild') {
        const key = `${action} ${resource}   ${where}`;
        wild.set(key, (wild.get(key) ?? 0) + 1);
      }
    }
  }
}

/**
 * What deployment decides is a token such as `⟨Region⟩`, as exact as a name. Exact: the name of the resource is spelled out, up to
 * what stands below it. Prefix: a beginning of the name, or a part of the path to it.
 */
function precisionOf(resource: string): 'exact' | 'prefix' | 'wild' {
  const plain = resource.replaceAll(/⟨[^⟩]*⟩/g, 'token');
  if (!/[*?]/.test(plain)) return 'exact';
  const part = plain.split(':').slice(5).join(':');
  const name = resource.startsWith('arn:aws:s3:') ? part : part.replace(/^(?:[a-z-]+[/:])(?=.)/i, '');
  const [head = '', ...rest] = name.split('/');
  if (head !== '' && !head.includes('*')) return 'exact';
  if (/^[^*]{2,}/.test(head)) return 'prefix';
  const below = rest.filter((piece) => piece !== '' && !piece.includes('*') && !fixedSegments.has(piece));
  return below.length > 0 ? 'prefix' : 'wild';
}

function lineOf(root: string, file: string, offset: number): number {
  const read = diskTree(resolve(root)).read(file);
  return 'text' in read ? read.text.slice(0, offset).split('\n').length : 0;
}

function print(): void {
  const share = (part: number, whole: number): string => `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
  const out = (line: string): void => void process.stdout.write(`${line}\n`);
  out(`functions                           ${totals.functions}`);
  out(`with code read                      ${totals.read}`);
  out(
    `  with every need known             ${totals.read - totals.blocked} (${share(totals.read - totals.blocked, totals.read)})`,
  );
  out(`  with policies known               ${totals.withRole}`);
  out(`    that call AWS                   ${totals.judged}`);
  out(`    needed inside allowed           ${totals.contained} (${share(totals.contained, totals.judged)})`);
  out(`calls of an SDK                     ${totals.calls}, not mapped ${totals.unmapped}`);
  out(
    `needs of functions with variables   ${needs.withEnvironment}: exact ${share(needs.exact, needs.withEnvironment)}, prefix ${share(needs.prefix, needs.withEnvironment)}, neither ${share(needs.wild, needs.withEnvironment)}`,
  );
  out(`seconds                             ${((performance.now() - started) / 1000).toFixed(1)}`);
  if (options.has('--violations')) violations.forEach(out);
  if (options.has('--wild')) for (const [key] of wild) out(`wild ${key}`);
  if (options.has('--blocked'))
    for (const [reason, count] of [...blocked].toSorted((a, b) => b[1] - a[1])) out(`${count}  ${reason}`);
  if (options.has('--table')) table.forEach(out);
}
