import { brotliCompressSync, constants } from 'node:zlib';

/** Collects blobs and writes the file that packages/iam/src/data/pack-file.ts reads. */
export class PackWriter {
  readonly #blobs: Buffer[] = [];
  #length = 0;

  /** Where the blob stands: offset after the index, and length. */
  add(value: unknown): { readonly offset: number; readonly length: number } {
    const blob = packed(value);
    const place = { offset: this.#length, length: blob.length };
    this.#blobs.push(blob);
    this.#length += blob.length;
    return place;
  }

  /** The file, with an index of these sections. */
  bytes(index: readonly string[]): Buffer {
    const head = Buffer.from(index.join('\f'), 'latin1');
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
      // No window larger than the text: whoever unpacks must allocate it.
      [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(12, Math.ceil(Math.log2(json.length + 16)))),
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
    },
  });
}
