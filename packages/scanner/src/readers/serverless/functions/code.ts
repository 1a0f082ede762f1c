import { asText, type Value } from '@leastwise/model';
import type { Material } from '../../cloudformation/sam/made.ts';
import { flagOf, get, isMap } from '../../cloudformation/sam/read-value.ts';
import type { Bench, ServiceFunction } from '../bench.ts';

/**
 * Where the code stands: the folder of the service, as a path from the file that holds the function. An image or an
 * archive that someone else makes is what is written.
 */
export function codeOf(owner: ServiceFunction, bench: Bench): Material {
  const image = owner.get('image');
  if (image !== undefined) return { ImageUri: imageOf(image, bench) };
  const made = madeByPlugin(owner, bench);
  if (made !== undefined) return made;
  const artifact =
    owner.get('package', 'artifact') ?? (isIndividual(owner, bench) ? undefined : bench.top('package', 'artifact'));
  if (artifact !== undefined && asText(artifact) === undefined) return artifact;
  const inside = artifact === undefined ? moduleOf(owner, bench) : asText(artifact);
  const from = folderOf(owner.cause.at.file);
  return relative(from, [
    ...folderOf(bench.service.file),
    ...(inside ?? '').split('/').filter((part) => part !== '' && part !== '.'),
  ]);
}

/** Plugins that put the handler itself beside the code; it leads to the application that `custom` names. */
const adapters: Readonly<Record<string, string>> = {
  'serverless-wsgi': 'wsgi_handler.',
  'serverless-rack': 'rack_adapter.',
};

function madeByPlugin(owner: ServiceFunction, bench: Bench): Value | undefined {
  const handler = owner.get('handler');
  const text = handler === undefined ? undefined : asText(handler);
  const plugin = Object.keys(adapters).find(
    (name) => text?.startsWith(adapters[name] ?? ' ') === true && bench.hasPlugin(name),
  );
  if (handler === undefined || plugin === undefined) return undefined;
  const reason = `The plugin ${plugin} makes the handler ${text} when the service is packaged.`;
  return { kind: 'unknown', cause: 'macro', reason, origin: handler.origin, name: plugin };
}

const isIndividual = (owner: ServiceFunction, bench: Bench): boolean =>
  flagOf(owner.get('package', 'individually') ?? bench.top('package', 'individually')) === true;

/** serverless-python-requirements ships the folder `module` alone, and the handler is counted from there. */
function moduleOf(owner: ServiceFunction, bench: Bench): string | undefined {
  const module = owner.get('module');
  if (module === undefined || !isIndividual(owner, bench)) return undefined;
  return bench.hasPlugin('serverless-python-requirements') ? asText(module) : undefined;
}

/** A name stands for an image of `provider.ecr.images`, which the framework builds. */
function imageOf(image: Value, bench: Bench): Value {
  const name = get(image, 'name') ?? (isMap(image) ? undefined : image);
  const uri = get(image, 'uri');
  if (uri !== undefined) return uri;
  const key = name === undefined ? undefined : asText(name);
  const built = key === undefined ? undefined : bench.provider('ecr', 'images', key);
  if (built === undefined) return name ?? image;
  const written = isMap(built) ? get(built, 'uri') : built;
  if (written !== undefined && /^\d+\.dkr\.ecr\./.test(asText(written) ?? '')) return written;
  const reason = `The image ${key} is built of this folder when the service is deployed.`;
  return {
    kind: 'unknown',
    cause: 'attribute',
    reason,
    origin: image.origin,
    ...(key === undefined ? {} : { name: key }),
  };
}

const folderOf = (file: string): readonly string[] => file.split('/').slice(0, -1);

function relative(from: readonly string[], to: readonly string[]): string {
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  const path = [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
  return path === '' ? '.' : path;
}
