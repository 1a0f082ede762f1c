import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/**
 * A file of the data pack: four bytes with the length of the index, the index, then blobs, each brotli-compressed JSON. Only
 * the index and the blobs that are asked for are unpacked.
 */
export interface PackFile {
  readonly index: unknown;
  blob(offset: number, length: number): unknown;
}

const files = new Map<string, PackFile>();

/** A file of the pack, opened once. Throws when the installation lacks it. */
export function packFile(name: string): PackFile {
  const known = files.get(name);
  if (known !== undefined) return known;
  const opened = open(readPack(name));
  files.set(name, opened);
  return opened;
}

function open(bytes: Buffer): PackFile {
  const start = 4 + bytes.readUInt32LE(0);
  return {
    index: unpack(bytes.subarray(4, start)),
    blob: (offset, length) => unpack(bytes.subarray(start + offset, start + offset + length)),
  };
}

function unpack(bytes: Buffer): unknown {
  return JSON.parse(brotliDecompressSync(bytes).toString('utf8'));
}

/**
 * `data` stands beside `src` and `dist` of this package. The bundled command has a copy in `dist/data` of the scanner, one or
 * two folders above the file that this module was joined into.
 */
function readPack(name: string): Buffer {
  const places = ['../../data/', '../data/'];
  for (const place of places) {
    try {
      return readFileSync(new URL(place + name, import.meta.url));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  throw new Error(`The IAM data file ${name} is missing from this installation; install Leastwise again.`);
}
