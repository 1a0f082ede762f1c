import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The template texts below some folders, at most `most`, in an order that never changes. */
export function templatesIn(folders: readonly string[], most = Number.POSITIVE_INFINITY): readonly string[] {
  const texts: string[] = [];
  const open = [...folders].reverse();
  for (let path = open.pop(); path !== undefined && texts.length < most; path = open.pop()) {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort().reverse()) {
        if (name !== 'node_modules' && name !== '.git') open.push(join(path, name));
      }
    } else if (/\.(?:ya?ml|json|template)$/.test(path)) {
      const text = readFileSync(path, 'utf8');
      if (text.length < 200_000 && /AWSTemplateFormatVersion|AWS::/.test(text) && text.includes('Resources'))
        texts.push(text);
    }
  }
  return texts;
}
