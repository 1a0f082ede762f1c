import { asMap, type Value } from '@leastwise/model';
import { argument, isNothing } from './argument.ts';
import { known, mapOf } from './read.ts';
import type { Read, Scope } from './row.ts';

/** Tags with those that the provider puts on everything: `[{Key, Value}]`, as most of CloudFormation takes them. */
export const tags: Read = (scope) => {
  const written = tagsOf(scope);
  const map = written === undefined ? undefined : asMap(written);
  if (written === undefined || map === undefined) return written;
  return known(
    [...map].map(([key, value]) => mapOf({ Key: known(key, value.origin), Value: value }, value.origin)),
    written.origin,
  );
};

/** The same as a map, as API Gateway v2 and Systems Manager take them. */
export const tagMap: Read = (scope) => tagsOf(scope);

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs#default_tags-configuration-block */
function tagsOf(scope: Scope): Value | undefined {
  const own = argument(scope.body, 'tags');
  const everywhere = scope.instance.provider.defaultTags;
  if (everywhere === undefined || isNothing(everywhere)) return isNothing(own) ? undefined : own;
  if (isNothing(own)) return everywhere;
  const [wide, narrow] = [asMap(everywhere), asMap(own)];
  if (wide === undefined || narrow === undefined) return narrow === undefined ? own : everywhere;
  return mapOf(new Map([...wide, ...narrow]), own.origin);
}
