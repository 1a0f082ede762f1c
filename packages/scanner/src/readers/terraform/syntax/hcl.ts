import type { Diagnostic, Scalar } from '@leastwise/model';

/**
 * HCL as written, with UTF-16 offsets into the text of its file. https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 * Literals of one file share nothing with the evaluator: the tree is made once and read by every instance of a module.
 */
export interface HclFile {
  readonly file: string;
  readonly body: HclBody;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface HclBody extends Place {
  readonly attributes: readonly HclAttribute[];
  readonly blocks: readonly HclBlock[];
}

export interface HclAttribute extends Place {
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly value: Expression;
  /** The file of the offsets, where an override file put this into a block of another. */
  readonly file?: string;
}

export interface HclBlock extends Place {
  readonly type: string;
  readonly typeStart: number;
  readonly typeEnd: number;
  readonly labels: readonly HclLabel[];
  readonly body: HclBody;
  /** Its text could not be read to the end; what stands before the trouble is there. */
  readonly isBroken: boolean;
  /** As for attributes. */
  readonly file?: string;
}

export interface HclLabel extends Place {
  readonly text: string;
}

export type Expression =
  | LiteralExpression
  | TemplateExpression
  | NameExpression
  | AttributeExpression
  | IndexExpression
  | SplatExpression
  | CallExpression
  | ListExpression
  | MapExpression
  | ForExpression
  | ConditionalExpression
  | BinaryExpression
  | UnaryExpression;

export interface LiteralExpression extends Place {
  readonly kind: 'literal';
  readonly value: Scalar;
}

/** A quoted string or a heredoc with something to fill in, or a heredoc of any kind. */
export interface TemplateExpression extends Place {
  readonly kind: 'template';
  readonly parts: readonly TemplatePart[];
}

export type TemplatePart = TemplateText | TemplateHole | TemplateIf | TemplateFor;

export interface TemplateText extends Place {
  readonly kind: 'text';
  readonly text: string;
}

export interface TemplateHole extends Place {
  readonly kind: 'hole';
  readonly value: Expression;
}

export interface TemplateIf extends Place {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly whenTrue: readonly TemplatePart[];
  readonly otherwise: readonly TemplatePart[];
}

export interface TemplateFor extends Place {
  readonly kind: 'for';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly over: Expression;
  readonly body: readonly TemplatePart[];
}

export interface NameExpression extends Place {
  readonly kind: 'name';
  readonly name: string;
}

export interface AttributeExpression extends Place {
  readonly kind: 'attribute';
  readonly of: Expression;
  readonly name: string;
}

export interface IndexExpression extends Place {
  readonly kind: 'index';
  readonly of: Expression;
  readonly key: Expression;
}

/** `list[*].a[0]` applies every step to each item; of `list.*.a[0]` only the attributes, and the index to the whole. */
export interface SplatExpression extends Place {
  readonly kind: 'splat';
  readonly of: Expression;
  readonly steps: readonly SplatStep[];
}

export type SplatStep = (Place & { readonly name: string }) | (Place & { readonly key: Expression });

export interface CallExpression extends Place {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  /** `f(list...)` */
  readonly expands: boolean;
}

export interface ListExpression extends Place {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

export interface MapExpression extends Place {
  readonly kind: 'map';
  readonly entries: readonly MapItem[];
}

export interface MapItem {
  /** A bare name is a literal here. */
  readonly key: Expression;
  readonly value: Expression;
}

export interface ForExpression extends Place {
  readonly kind: 'for';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly over: Expression;
  /** Set for a map. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  /** `...`: values of one key become a list. */
  readonly groups: boolean;
  readonly condition: Expression | undefined;
}

export interface ConditionalExpression extends Place {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly otherwise: Expression;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||';

export interface BinaryExpression extends Place {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface UnaryExpression extends Place {
  readonly kind: 'unary';
  readonly operator: '-' | '!';
  readonly operand: Expression;
}

/** The attribute of a body by name; the last one written counts. */
export function attributeOf(body: HclBody, name: string): HclAttribute | undefined {
  return body.attributes.findLast((attribute) => attribute.name === name);
}

/** The text of a literal string, as labels and `source` are written. */
export function literalText(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined;
}
