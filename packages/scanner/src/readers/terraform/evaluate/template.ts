import type { SourceRange, Value } from '@leastwise/model';
import { unknown } from '../../cloudformation/values.ts';
import type { TemplateExpression, TemplatePart } from '../syntax/hcl.ts';
import { chooseBetween, truthOf } from './conditions.ts';
import { decodePieces, encodedAs, textOf, type TextPiece } from './encoded-text.ts';
import { iterate } from './iterate.ts';
import { rangeIn, withNames, type Scope } from './scope.ts';
import { joinTexts } from './texts.ts';
import { tooMuch } from './too-much.ts';

interface Filled {
  readonly value: string | Value;
  readonly start: number;
  readonly end: number;
}

/** A template with its holes filled. One that is a whole JSON document is kept as its structure. */
export function evaluateTemplate(template: TemplateExpression, scope: Scope, origin: SourceRange): Value {
  const only = template.parts[0];
  // `"${x}"` is x itself, whatever its type.
  if (template.parts.length === 1 && only?.kind === 'hole') return scope.module.session.evaluate(only.value, scope);
  const filled: Filled[] = [];
  const problem = fillParts(template.parts, scope, filled, 0);
  if (problem !== undefined) return { ...problem, origin };
  const text = joinTexts(
    filled.map(({ value }) => value),
    scope,
    origin,
  );
  const first = filled.find(({ value }) => typeof value !== 'string' || value.trim() !== '')?.value;
  if (typeof first !== 'string' || !/^\s*[{[]/.test(first)) return text;
  const structure = decodePieces(piecesOf(filled, scope.file), origin, 'json');
  return structure === undefined ? text : encodedAs(structure, text);
}

function piecesOf(filled: readonly Filled[], file: string): readonly TextPiece[] {
  return filled.flatMap(({ value, start, end }): readonly TextPiece[] => {
    const place = { file, start, end };
    if (typeof value === 'string') return [{ text: value, ...place }];
    const text = textOf(value);
    if (text.kind === 'text') return text.parts.map((part) => ({ text: part, ...place }));
    if (text.kind === 'known') return [{ text: text.value === null ? '' : String(text.value), ...place }];
    return text.kind === 'reference' || text.kind === 'unknown' ? [{ text, ...place }] : [];
  });
}

/** How many pieces loops of one template may make. */
const MAX_PIECES = 20_000;

/** Fills the parts; a value when the whole template cannot be more than that. */
function fillParts(parts: readonly TemplatePart[], scope: Scope, filled: Filled[], depth: number): Value | undefined {
  for (const part of parts) {
    if (filled.length > MAX_PIECES || depth > 100) return tooMuch(rangeIn(part, scope.file));
    if (part.kind === 'text') {
      filled.push({ value: part.text, start: part.start, end: part.end });
      continue;
    }
    const problem = part.kind === 'hole' ? fillHole(part, scope, filled) : fillDirective(part, scope, filled, depth);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function fillHole(part: TemplatePart & { kind: 'hole' }, scope: Scope, filled: Filled[]): undefined {
  filled.push({ value: scope.module.session.evaluate(part.value, scope), start: part.start, end: part.end });
}

function fillDirective(
  part: TemplatePart & { kind: 'if' | 'for' },
  scope: Scope,
  filled: Filled[],
  depth: number,
): Value | undefined {
  const origin = rangeIn(part, scope.file);
  if (part.kind === 'for') {
    const over = scope.module.session.evaluate(part.over, scope);
    const items = iterate(over, scope);
    if (items === undefined)
      return over.kind === 'unknown'
        ? over
        : unknown('attribute', 'What this loop runs over is known only to a deployment.', origin);
    for (const [key, value] of items) {
      const names: (readonly [string, Value])[] = [[part.valueName, value]];
      if (part.keyName !== undefined) names.push([part.keyName, key]);
      const problem = fillParts(part.body, withNames(scope, names), filled, depth + 1);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  const condition = scope.module.session.evaluate(part.condition, scope);
  const truth = truthOf(condition, scope);
  if (truth !== undefined) return fillParts(truth ? part.whenTrue : part.otherwise, scope, filled, depth + 1);
  const branch = (parts: readonly TemplatePart[]): Value => {
    const inner: Filled[] = [];
    return (
      fillParts(parts, scope, inner, depth + 1) ??
      joinTexts(
        inner.map(({ value }) => value),
        scope,
        origin,
      )
    );
  };
  const chosen = chooseBetween(condition, part.condition, branch(part.whenTrue), branch(part.otherwise), scope, origin);
  filled.push({ value: chosen, start: part.start, end: part.end });
  return undefined;
}
