import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templatesIn } from '../fuzz/templates.ts';
import { plainOrderSystem, samOrderSystem } from './order-system.ts';

/** Copies the templates of some folders, each into a folder of its own, over and over until there are `count`. */
export function writeTemplates(
  target: string,
  folders: readonly string[],
  count: number,
): { readonly different: number; readonly bytes: number } {
  const texts = templatesIn(folders, count);
  let bytes = 0;
  for (let index = 0; index < count && texts.length > 0; index++) {
    const text = texts[index % texts.length] ?? '';
    bytes += Buffer.byteLength(text);
    const folder = join(target, `application-${index}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'template.yaml'), text);
  }
  return { different: texts.length, bytes };
}

/** One template of as many functions as asked for, or many templates of ten. */
export function writeOrderSystem(target: string, functions: number, shape: 'plain' | 'sam' | 'many'): void {
  mkdirSync(target, { recursive: true });
  if (shape !== 'many') {
    writeFileSync(
      join(target, 'template.json'),
      shape === 'sam' ? samOrderSystem(functions) : plainOrderSystem(functions),
    );
    return;
  }
  for (let index = 0; index < functions / 10; index++) {
    mkdirSync(join(target, `shop-${index}`));
    writeFileSync(
      join(target, `shop-${index}`, 'template.json'),
      index % 2 === 0 ? plainOrderSystem(10) : samOrderSystem(10),
    );
  }
}

/** A repository of sources, pages and data around one template. */
export function writeOtherFiles(target: string, count: number): void {
  const names = [
    'index.js',
    'page.tsx',
    'style.css',
    'README.md',
    'logo.png',
    'handler.py',
    'notes.rst',
    'data.csv',
    'locale.json',
    'values.yaml',
  ];
  const each = 100;
  for (let folder = 0; folder < count / each; folder++) {
    const path = join(target, `package-${folder % 40}`, `part-${folder}`);
    mkdirSync(path, { recursive: true });
    for (let file = 0; file < each; file++)
      writeFileSync(join(path, `${file}-${names[file % names.length]}`), 'a: 1\n');
  }
  writeFileSync(join(target, 'template.json'), plainOrderSystem(1));
}
