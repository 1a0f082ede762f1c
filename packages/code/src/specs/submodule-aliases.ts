import type { AliasSpec, CalleeName } from './spec.ts';

/**
 * `import snowflake.connector` gives the name `snowflake`, of which `connector` is a member: `snowflake#connector.connect`
 * is `snowflake.connector#connect` for each dotted module of Python that a row names.
 */
export function submoduleAliases(names: readonly CalleeName[]): readonly AliasSpec[] {
  const modules = new Set(names.map((name) => name.slice(0, name.indexOf('#'))).filter((name) => name.includes('.')));
  return [...modules].sort().flatMap((module): readonly AliasSpec[] => {
    const parts = module.split('.');
    const from = parts
      .slice(1)
      .map((_, index) => `${parts.slice(0, index + 1).join('.')}#${parts.slice(index + 1).join('.')}`);
    return [{ language: 'python', from, to: `${module}#` }];
  });
}
