/** How a file that describes a service of the Serverless Framework is written; undefined for every other file. */
export function looksLikeService(file: string, text: string): 'data' | 'program' | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (PROGRAM.test(name)) return /\bservice\b/.test(text) && /\bprovider\b/.test(text) ? 'program' : undefined;
  if (!DATA.test(name)) return undefined;
  return /(?:^|[\s{,"'])service["']?\s*:/.test(text) && /(?:^|[\s{,"'])provider["']?\s*:/.test(text)
    ? 'data'
    : undefined;
}

const DATA = /^serverless(?:[.-][\w-]+)*\.(?:ya?ml|json)$/i;
const PROGRAM = /^serverless\.[cm]?[jt]s$/i;
