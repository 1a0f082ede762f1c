import { createHash } from 'node:crypto';
import { unknown } from '../../../cloudformation/values.ts';
import { textArgument, type TerraformFunction } from './call.ts';
import { bytesOfFile } from './file.ts';

type Encoding = 'hex' | 'base64';

const ofText =
  (algorithm: string, encoding: Encoding): TerraformFunction =>
  (call) => {
    const text = textArgument(call, 0);
    return text === undefined ? undefined : createHash(algorithm).update(text).digest(encoding);
  };

const ofFile =
  (algorithm: string, encoding: Encoding): TerraformFunction =>
  (call) => {
    const bytes = bytesOfFile(call);
    if (bytes === undefined || 'kind' in bytes) return bytes;
    return createHash(algorithm).update(bytes).digest(encoding);
  };

const random: TerraformFunction = (call) =>
  unknown('attribute', `${call.name} gives another result each time.`, call.origin);

/** https://developer.hashicorp.com/terraform/language/functions/sha256 and the pages beside it */
export const hashFunctions: Readonly<Record<string, TerraformFunction>> = {
  md5: ofText('md5', 'hex'),
  sha1: ofText('sha1', 'hex'),
  sha256: ofText('sha256', 'hex'),
  sha512: ofText('sha512', 'hex'),
  base64sha256: ofText('sha256', 'base64'),
  base64sha512: ofText('sha512', 'base64'),
  filemd5: ofFile('md5', 'hex'),
  filesha1: ofFile('sha1', 'hex'),
  filesha256: ofFile('sha256', 'hex'),
  filesha512: ofFile('sha512', 'hex'),
  filebase64sha256: ofFile('sha256', 'base64'),
  filebase64sha512: ofFile('sha512', 'base64'),
  bcrypt: random,
  uuid: random,
  rsadecrypt: (call) => ({
    ...unknown('attribute', 'What is decrypted here is a secret of the deployment.', call.origin),
    sensitive: true,
  }),
  uuidv5(call) {
    const space = textArgument(call, 0);
    const name = textArgument(call, 1);
    const id = space === undefined ? undefined : (NAMESPACES[space] ?? space).replaceAll('-', '');
    if (id === undefined || name === undefined || !/^[0-9a-f]{32}$/i.test(id)) return undefined;
    const bytes = createHash('sha1').update(Buffer.from(id, 'hex')).update(name).digest().subarray(0, 16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  },
};

/** RFC 4122, appendix C. */
const NAMESPACES: Readonly<Record<string, string>> = {
  dns: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  url: '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  oid: '6ba7b812-9dad-11d1-80b4-00c04fd430c8',
  x500: '6ba7b814-9dad-11d1-80b4-00c04fd430c8',
};
