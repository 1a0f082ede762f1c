import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';
import type { SyntaxDocument } from './syntax-node.ts';

/**
 * Reads a file by what it holds: CloudFormation takes JSON under any name, and YAML in a file called `.json`. What begins
 * with a bracket is tried as JSON first, because that is four times faster and exact; YAML in flow style is read as YAML.
 */
export function readSyntax(text: string, file: string): SyntaxDocument {
  if (!/^[\uFEFF\s]*[{[]/.test(text) && !commentedJson(text, file)) return readYaml(text, file);
  const json = readJson(text, file);
  if (isComplete(json)) return json;
  if (json.diagnostics.some(({ code }) => code !== 'template-json-invalid' && code.startsWith('template-')))
    return json;
  const yaml = readYaml(text, file);
  return isComplete(yaml) || !file.endsWith('.json') ? yaml : json;
}

const commentedJson = (text: string, file: string): boolean =>
  file.endsWith('.json') && /^[\uFEFF\s]*\/[/*]/.test(text);

const isComplete = (document: SyntaxDocument): boolean =>
  document.diagnostics.every(({ effect }) => effect !== 'incomplete');
