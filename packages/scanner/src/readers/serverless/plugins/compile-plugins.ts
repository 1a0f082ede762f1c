import type { Bench } from '../bench.ts';
import { pluginNames } from './plugin-names.ts';
import { pluginEffects } from './plugin-effects.ts';

/** What plugins add to the service, and which of them may change it in a way that was not looked at. */
export function compilePlugins(bench: Bench): void {
  for (const { name, value } of pluginNames(bench.top('plugins'))) {
    const effect = pluginEffects.get(name);
    if (effect === 'harmless') continue;
    if (typeof effect === 'function') {
      effect(bench);
      continue;
    }
    bench.unknowns.push({
      kind: 'unknown',
      cause: 'macro',
      reason: `The plugin ${name} runs when the service is packaged and may change what is deployed.`,
      origin: value.origin,
      name,
    });
    bench.note(
      'serverless-plugin-not-read',
      value.origin,
      `What the plugin ${name} changes in this service is not known.`,
      'Scan the packaged template as well when the plugin changes triggers, permissions or code.',
    );
  }
}
