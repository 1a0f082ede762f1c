import type { SourceRange, Value } from '@leastwise/model';
import type { SyntaxNode } from '../../syntax/syntax-node.ts';
import type { Scope } from '../scope.ts';
import { invalid, movedTo, scalarText, unknown } from '../values.ts';
import { argumentsOf } from '../intrinsic.ts';
import type { IntrinsicFunction } from './intrinsic-function.ts';

/** `Ref`: a loop identifier, a parameter, a pseudo parameter, else a resource, which SAM may still have to make. */
export const ref: IntrinsicFunction = (argument, scope, origin) => {
  const name = nameOf(argument, scope);
  if (typeof name !== 'string') return name ?? invalid('Ref takes a name.', origin);
  return named(name, scope, origin);
};

export function named(name: string, scope: Scope, origin: SourceRange): Value {
  const local = scope.locals?.get(name);
  if (local !== undefined) return movedTo(local, origin);
  const parameter = scope.stack.parameter(name);
  if (parameter !== undefined) return movedTo(parameter, origin);
  if (name.startsWith('AWS::')) {
    const pseudo = scope.stack.pseudo(name);
    return pseudo === undefined
      ? invalid(`CloudFormation has no pseudo parameter ${name}.`, origin)
      : movedTo(pseudo, origin);
  }
  return { kind: 'reference', node: scope.stack.idOf(name), attribute: 'Ref', origin };
}

/** `Fn::GetAtt`: `A.B.C` or `[A, B.C]`. */
export const getAtt: IntrinsicFunction = (argument, scope, origin) => {
  const parts: string[] = [];
  for (const part of argumentsOf(argument)) {
    const name = nameOf(part, scope);
    if (typeof name === 'string') parts.push(name);
    else return unknown('attribute', 'Which attribute is meant is known only to a deployment.', origin);
  }
  const path = parts.join('.');
  const dot = path.indexOf('.');
  return dot <= 0 || dot === path.length - 1
    ? invalid('Fn::GetAtt takes a logical id and an attribute.', origin)
    : attribute(path.slice(0, dot), path.slice(dot + 1), scope, origin);
};

export function attribute(logicalId: string, name: string, scope: Scope, origin: SourceRange): Value {
  if (name.startsWith('Outputs.')) {
    const output = scope.stack.nestedOutput(logicalId, name.slice('Outputs.'.length), origin);
    if (output !== undefined) return movedTo(output, origin, output.origin);
  }
  return { kind: 'reference', node: scope.stack.idOf(logicalId), attribute: name, origin };
}

/** A name, or the value that stands where a name should and is not known. */
function nameOf(node: SyntaxNode, scope: Scope): string | Value | undefined {
  const value = scope.stack.evaluate(node, scope);
  const text = scalarText(value);
  if (text !== undefined && text !== '') return text;
  return value.kind === 'unknown' ? value : undefined;
}
