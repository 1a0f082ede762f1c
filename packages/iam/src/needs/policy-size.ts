import type { PolicyDocument, Statement } from '../documents/policy-document.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length */
const LARGEST_INLINE = 10_240;
const LARGEST_MANAGED = 6_144;

export interface SizedPolicy {
  /** All inline policies of a role share one limit, so splitting does not help them: what is larger becomes managed policies. */
  readonly kind: 'inline' | 'managed';
  readonly documents: readonly PolicyDocument[];
  readonly tooLarge: readonly Statement[];
}

/** IAM counts characters without white space. */
export function policySize(document: PolicyDocument): number {
  return JSON.stringify(document).replaceAll(/\s/g, '').length;
}

export function splitBySize(statements: readonly Statement[]): SizedPolicy {
  const whole = documentOf(statements);
  if (policySize(whole) <= LARGEST_INLINE) return { kind: 'inline', documents: [whole], tooLarge: [] };
  const pieces = statements.flatMap(pieceStatement);
  const fits = (list: readonly Statement[]): boolean => policySize(documentOf(list)) <= LARGEST_MANAGED;
  const tooLarge = pieces.filter((piece) => !fits([piece]));
  const groups: Statement[][] = [[]];
  for (const piece of pieces.filter((one) => fits([one]))) {
    const last = groups.at(-1) ?? [];
    if (last.length === 0 || fits([...last, piece])) last.push(piece);
    else groups.push([piece]);
  }
  return { kind: 'managed', documents: groups.filter((group) => group.length > 0).map(documentOf), tooLarge };
}

/** Halves the resources, then the actions, of a statement that no document can hold. */
function pieceStatement(statement: Statement): readonly Statement[] {
  const work: Statement[] = [statement];
  const pieces: Statement[] = [];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const { Action = [], Resource = [] } = next;
    const isSplittable = Resource.length > 1 || Action.length > 1;
    if (!isSplittable || policySize(documentOf([next])) <= LARGEST_MANAGED) {
      pieces.push(next);
      continue;
    }
    const [element, list] = Resource.length > 1 ? (['Resource', Resource] as const) : (['Action', Action] as const);
    const middle = Math.ceil(list.length / 2);
    work.push({ ...next, [element]: list.slice(middle) }, { ...next, [element]: list.slice(0, middle) });
  }
  if (pieces.length === 1) return pieces;
  return pieces.map((piece, index) =>
    piece.Sid === undefined ? piece : { ...piece, Sid: `${piece.Sid}Part${index + 1}` },
  );
}

function documentOf(Statement: readonly Statement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement };
}
