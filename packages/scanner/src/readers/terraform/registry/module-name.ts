/**
 * The name in the registry of a module by its source, also when the source is its repository:
 * `git::https://github.com/terraform-aws-modules/terraform-aws-sqs.git//modules/x?ref=v4` is `terraform-aws-modules/sqs/aws//modules/x`.
 * https://developer.hashicorp.com/terraform/language/modules/sources
 */
export function moduleName(source: string): string | undefined {
  const registry =
    /^(?:(?:registry\.terraform\.io|registry\.opentofu\.org|app\.terraform\.io)\/)?([\w-]+\/[\w-]+\/[\w-]+)(\/\/[\w./-]+)?$/.exec(
      source,
    );
  if (registry?.[1] !== undefined) return registry[1] + (registry[2] ?? '').replace(/\/$/, '');
  const github =
    /^(?:git::)?(?:(?:https|ssh|git):\/\/)?(?:git@)?github\.com[/:]([\w-]+)\/terraform-([a-z0-9]+)-([\w-]+?)(?:\.git)?(\/\/[\w./-]+?)?\/?(?:\?.*)?$/.exec(
      source,
    );
  if (github === null) return undefined;
  const [, owner = '', provider = '', name = '', folder = ''] = github;
  return `${owner}/${name}/${provider}${folder}`;
}
