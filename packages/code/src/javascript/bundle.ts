export interface Bundle {
  readonly kind: 'webpack' | 'esbuild' | 'rollup' | 'parcel' | 'minified';
  /** One plain sentence, for the reader of a report. */
  readonly message: string;
}

/** Whether a text was made by a bundler or a minifier. People do not read findings in it: the sources behind it are better. */
export function recogniseBundle(text: string): Bundle | undefined {
  const kind =
    signatures.find(({ pattern }) => pattern.test(text))?.kind ?? (isMinified(text) ? 'minified' : undefined);
  if (kind === undefined) return undefined;
  const made = kind === 'minified' ? 'is minified' : `is a bundle that ${kind} made`;
  return { kind, message: `This code ${made}; findings in it are better looked for in its sources.` };
}

/** What each bundler writes into what it joins; code that was only compiled has none of it. */
const signatures: readonly { readonly kind: Bundle['kind']; readonly pattern: RegExp }[] = [
  { kind: 'webpack', pattern: /\b__(?:webpack|nccwpck)_require__\b|\bwebpackBootstrap\b|\bwebpackJsonp/ },
  { kind: 'parcel', pattern: /\bparcelRequire[\w$]*\b/ },
  { kind: 'esbuild', pattern: /\b__(?:commonJS|esm)\s*=\s*\(|^\/\/ (?:\.\.\/)*node_modules\//m },
  { kind: 'rollup', pattern: /\bfunction (?:getDefaultExportFromCjs|getAugmentedNamespace|commonjsRequire)\b/ },
];

const longAverage = 500;
const longLine = 50_000;
/** A short file of one line is a short file. */
const smallest = 5_000;

function isMinified(text: string): boolean {
  if (text.length < smallest) return false;
  let lines = 0;
  for (let from = 0; from <= text.length; lines++) {
    const end = text.indexOf('\n', from);
    const stop = end < 0 ? text.length : end;
    if (stop - from > longLine) return true;
    from = stop + 1;
  }
  return text.length / lines > longAverage;
}
