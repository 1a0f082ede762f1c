import type { HclBlock, HclFile } from '../syntax/hcl.ts';

/**
 * The files with what override files change in them: attributes one by one, nested blocks by type. What an override file
 * adds stays in it. https://developer.hashicorp.com/terraform/language/files/override
 */
export function overridden(files: readonly HclFile[], overrides: readonly HclFile[]): readonly HclFile[] {
  if (overrides.length === 0) return files;
  const changes = new Map<string, { readonly file: string; readonly block: HclBlock }[]>();
  for (const { file, body } of overrides) {
    for (const block of body.blocks)
      changes.set(nameOf(block), [...(changes.get(nameOf(block)) ?? []), { file, block }]);
  }
  const used = new Set<string>();
  const changed = files.map((file) => ({
    ...file,
    body: {
      ...file.body,
      blocks: file.body.blocks.map((block) => {
        const own = changes.get(nameOf(block));
        if (own === undefined) return block;
        used.add(nameOf(block));
        return own.reduce((merged, change) => withChange(merged, change.block, change.file), block);
      }),
    },
  }));
  const added = overrides.map((file) => ({
    ...file,
    body: { ...file.body, blocks: file.body.blocks.filter((block) => !used.has(nameOf(block))) },
  }));
  return [...changed, ...added];
}

const nameOf = (block: HclBlock): string => [block.type, ...block.labels.map(({ text }) => text)].join('.');

function withChange(block: HclBlock, change: HclBlock, file: string): HclBlock {
  const replaced = new Set(change.body.blocks.map(({ type }) => type));
  const isLocals = block.type === 'locals';
  return {
    ...block,
    body: {
      ...block.body,
      attributes: [...block.body.attributes, ...change.body.attributes.map((attribute) => ({ ...attribute, file }))],
      blocks: isLocals
        ? block.body.blocks
        : [
            ...block.body.blocks.filter(({ type }) => !replaced.has(type)),
            ...change.body.blocks.map((inner) => ({ ...inner, file })),
          ],
    },
  };
}
