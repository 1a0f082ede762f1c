import { brotliCompressSync, constants } from 'node:zlib';

/** Collects blobs and writes the file that packages/iam/src/data/pack-file.ts reads. */
export class PackWriter {
  readonly #blobs: Buffer[] = [];
  #length = 0;

  /** Where the blob stands: offset after the index, and length. */
  add(value: unknown): readonly [number, number] {
    const blob = packed(value);
    const place = [this.#length, blob.length] as const;
    this.#blobs.push(blob);
    this.#length += blob.length;
    return place;
  }

  bytes(index: unknown): Buffer {
    const head = packed(index);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(head.length);
    return Buffer.concat([length, head, ...this.#blobs]);
  }
}

function packed(value: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(value));
  return brotliCompressSync(json, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
    },
  });
}
