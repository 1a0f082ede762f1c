import { asText, member, type Known, type Text } from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';
import type { HandlerFact } from './handler.ts';
import { findJavaScriptExport } from './javascript-exports.ts';
import { findPythonName } from './python-names.ts';
import type { RuntimeFamily } from './runtime-family.ts';

/**
 * Code inside the template becomes a file `index`; a handler that names another module fails at its first call. Terraform packs
 * inline code itself and says what the file is called (`FileName`).
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html
 */
export function inlineHandler(
  node: NodeOf<'function'>,
  declared: string,
  family: RuntimeFamily,
  code: Known | Text,
): HandlerFact {
  const dot = declared.indexOf('.');
  const module = declared.slice(0, dot);
  const name = declared.slice(dot + 1);
  const at = node.facet.handler.kind === 'known' ? node.facet.handler.origin : node.keyRange;
  const file = asText(member(node.properties, 'Code', 'FileName'))?.replace(/\.\w+$/, '') ?? 'index';
  if (dot < 0 || module !== file) {
    return {
      status: 'missing',
      declared,
      at,
      reason: `Inline code becomes the module ${file}, and the handler names ${dot < 0 ? declared : module}.`,
      lookedFor: [file],
    };
  }
  const found =
    family === 'python'
      ? findPythonName(written(code), name)
      : family === 'javascript'
        ? findJavaScriptExport(written(code), name)
        : 'possible';
  if (found === 'absent') {
    return {
      status: 'missing',
      declared,
      at,
      reason: `The inline code offers nothing called ${name}.`,
      lookedFor: [file],
    };
  }
  return {
    status: 'resolved',
    declared,
    file: code.origin.file,
    export: name,
    codeRoot: code.origin.file.split('/').slice(0, -1).join('/'),
    inline: code.origin,
  };
}

/** The code with a word for each value that only deployment knows. */
function written(code: Known | Text): string {
  if (code.kind === 'known') return typeof code.value === 'string' ? code.value : '';
  return code.parts.map((part) => (typeof part === 'string' ? part : 'placeholder')).join('');
}
