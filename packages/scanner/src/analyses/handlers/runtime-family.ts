/** How a runtime finds its handler. `compiled`: the handler names something that a compiler makes. */
export type RuntimeFamily = 'javascript' | 'python' | 'ruby' | 'compiled';

export function runtimeFamily(runtime: string): RuntimeFamily {
  if (runtime.startsWith('nodejs')) return 'javascript';
  if (runtime.startsWith('python')) return 'python';
  if (runtime.startsWith('ruby')) return 'ruby';
  return 'compiled';
}
