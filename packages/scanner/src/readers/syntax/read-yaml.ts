import { diagnosticList } from './diagnostic-list.ts';
import { YAMLException } from './js-yaml.ts';
import { LIMITS } from './limits.ts';
import { parseYamlEvents } from './parse-yaml-events.ts';
import { readBrokenYaml } from './read-broken-yaml.ts';
import type { SyntaxDocument } from './syntax-node.ts';
import { refuseText } from './unreadable-text.ts';
import { yamlTrees } from './yaml-tree.ts';

/**
 * Reads YAML as CloudFormation does, with the place of every node. Text that is no valid YAML is read again by a tolerant
 * reader, and what it can save is returned beside `template-yaml-invalid`. Never throws.
 */
export function readYaml(text: string, file: string): SyntaxDocument {
  const refused = refuseText(text, file);
  if (refused !== undefined) return refused;
  const found = diagnosticList(file);
  const parsed = parseYamlEvents(text);
  if ('error' in parsed) return afterFailure(text, file, parsed.error);
  for (const line of parsed.outdented) {
    found.add(
      'yaml-not-strict',
      'note',
      line,
      line,
      'This line stands inside brackets or quotes but is indented too little; CloudFormation reads it, many other tools do not.',
      'Indent it further than the key it belongs to.',
    );
  }
  const documents = yamlTrees(text, parsed.events, found);
  return { root: documents[0], documents, diagnostics: found.diagnostics };
}

function afterFailure(text: string, file: string, error: unknown): SyntaxDocument {
  const { reason, at } = cause(error);
  if (!reason.startsWith('nesting exceeded maxDepth') && !(error instanceof RangeError)) {
    return readBrokenYaml(text, file, { reason, at });
  }
  const found = diagnosticList(file);
  found.add(
    'template-too-deep',
    'incomplete',
    at,
    Math.min(at + 1, text.length),
    `The file nests maps and lists deeper than ${LIMITS.depth} levels, so it was not read.`,
    'Flatten the nested maps and lists.',
  );
  return { root: undefined, documents: [], diagnostics: found.diagnostics };
}

function cause(error: unknown): { reason: string; at: number } {
  if (error instanceof YAMLException) return { reason: error.reason, at: error.mark?.position ?? 0 };
  return { reason: error instanceof Error ? error.message : String(error), at: 0 };
}
