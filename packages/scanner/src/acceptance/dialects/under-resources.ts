/** A template as the `resources` of a service; undefined for what a service cannot hold, which is SAM. */
export function underResources(template: string): { readonly text: string; readonly shift: number } | undefined {
  if (/^Transform:/m.test(template)) return undefined;
  const head = ['service: shop', 'provider:', '  name: aws', 'resources:'];
  const indented = template.split('\n').map((line) => (line === '' ? line : `  ${line}`));
  return { text: [...head, ...indented].join('\n'), shift: head.length };
}
