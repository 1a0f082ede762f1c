import { closeSync, openSync, readSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/**
 * A file of the data pack: four bytes with the length of the index, the index, then blobs. The index is text in
 * sections, form feeds between, because every look-up needs it; a blob is JSON compressed by brotli. Only what is asked for
 * is read.
 */
export interface PackFile {
  /** The sections of the index. */
  readonly index: readonly string[];
  blob(offset: number, length: number): unknown;
}

const files = new Map<string, PackFile>();

/** A file of the pack; its index is read once. Throws when the installation lacks it. */
export function packFile(name: string): PackFile {
  const known = files.get(name);
  if (known !== undefined) return known;
  const [index, path, start] = readIndex(name);
  const file: PackFile = {
    index,
    blob: (offset, length) => reading(path, (descriptor) => unpack(piece(descriptor, start + offset, length))),
  };
  files.set(name, file);
  return file;
}

function readIndex(name: string): readonly [readonly string[], URL, number] {
  // `data` stands beside `src` and `dist` of this package. The bundled command has a copy in `dist/data` of the scanner, one
  // or two folders above the file that this module was joined into.
  for (const place of ['../../data/', '../data/']) {
    const path = new URL(place + name, import.meta.url);
    try {
      return reading(path, (descriptor) => {
        const length = piece(descriptor, 0, 4).readUInt32LE(0);
        const index = piece(descriptor, 4, length).toString('latin1').split('\f');
        return [index, path, 4 + length];
      });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  throw new Error(`The IAM data file ${name} is missing from this installation; install Leastwise again.`);
}

function reading<T>(path: URL, use: (descriptor: number) => T): T {
  const descriptor = openSync(path, 'r');
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function piece(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(descriptor, bytes, 0, length, position);
  return bytes;
}

function unpack(bytes: Buffer): unknown {
  return JSON.parse(brotliDecompressSync(bytes, { chunkSize: 65_536 }).toString('utf8'));
}
