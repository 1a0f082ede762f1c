import { memoryTree, type Value } from '@leastwise/model';
import type { TerraformInputs } from './inputs.ts';
import type { TerraformApplicationReading } from './instance.ts';
import { moduleStore } from './modules/module-source.ts';
import { readRoot } from './read-root.ts';

/** Reads a configuration held in memory; a single text is `main.tf`. */
export function readConfiguration(
  files: string | Readonly<Record<string, string>>,
  inputs: Partial<TerraformInputs> = {},
  folder = '',
): TerraformApplicationReading {
  const tree = memoryTree(typeof files === 'string' ? { 'main.tf': files } : files);
  return readRoot(moduleStore(tree), folder, { parameters: new Map(), ...inputs });
}

/** A value as plain data: references as `<address.attribute>`, what is open as `?reason`. */
export function plain(value: Value): unknown {
  switch (value.kind) {
    case 'known': {
      const data = value.value;
      if (data instanceof Map)
        return Object.fromEntries([...(data as ReadonlyMap<string, Value>)].map(([key, inner]) => [key, plain(inner)]));
      return Array.isArray(data) ? (data as readonly Value[]).map(plain) : data;
    }
    case 'reference':
      return `<${value.node.slice(value.node.indexOf('#') + 2)}.${value.attribute}>`;
    case 'text':
      return value.parts.map((part) => (typeof part === 'string' ? part : String(plain(part)))).join('');
    case 'choice':
      return Object.fromEntries(value.options.map((option) => [option.when, plain(option.value)]));
    case 'unknown':
      return `?${value.name ?? value.cause}`;
    case 'absent':
      return undefined;
  }
}

/** What the expression of `output "it"` comes to in a configuration. */
export function evaluated(expression: string, around = ''): unknown {
  const { outputs } = readConfiguration({ 'main.tf': `output "it" {\n  value = ${expression}\n}\n${around}` });
  const [output] = outputs;
  return output === undefined ? undefined : plain(output.value);
}
