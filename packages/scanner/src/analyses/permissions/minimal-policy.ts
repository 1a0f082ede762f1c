import { minimisePolicy, type MinimalPolicy, type Need } from '@leastwise/iam';
import type { FixReference, FixText, FixPseudo, FixValue } from '@leastwise/model';
import type { AnyNode, Estate } from '../../estate/estate.ts';
import { arnForms } from './arn-form.ts';
import { arnIndex } from './arn-index.ts';
import type { FunctionPermissions } from './permissions-of.ts';
import { accountToken, arnOf, nodeToken, regionToken, stackToken } from './spell-arn.ts';

/** The smallest policy of a function, with the needs that it was made of. */
export interface FunctionPolicy extends MinimalPolicy {
  readonly needs: readonly Need[];
  /**
   * Whether it may replace what the role has: every call is understood, every need could be written, and no resource is left to
   * a run. Otherwise `whyNot` says what stands in the way.
   */
  readonly whyNot: readonly string[];
}

/** From what is needed, the possible needs left out. Resources are in the spelling of `spell-arn.ts`; `fixValueOf` writes them. */
export function minimalPolicyOf(permissions: FunctionPermissions): FunctionPolicy {
  const needs = permissions.needed
    .filter(({ confidence }) => confidence !== 'possible')
    .map(({ action, resources, block }): Need => ({
      action,
      resources,
      ...(block === undefined ? {} : { condition: block }),
    }));
  const minimal = minimisePolicy(needs);
  return {
    ...minimal,
    needs,
    whyNot: [
      ...new Set([
        ...permissions.unknowns.filter(({ of }) => of === 'needed').map(({ reason }) => reason),
        ...minimal.problems.map(({ need, message }) => `${need.action}: ${message}`),
      ]),
    ],
  };
}

/**
 * A resource as a template writes it: the ARN of a node by reference with what follows it, otherwise text with references in it.
 * Undefined when a part of it has no name in the template.
 */
export function fixValueOf(estate: Estate, spelled: string): FixValue | undefined {
  const node = spelled === '*' ? undefined : arnIndex(estate).nodeOf(spelled);
  const whole = node === undefined ? undefined : referenceTo(estate, node, spelled);
  if (whole !== undefined) return whole;
  const tokens = tokensOf(estate);
  const parts: (string | FixReference | FixPseudo)[] = [];
  for (const piece of spelled.replace(/^arn:aws:/, `arn:${partitionToken}:`).split(/(⟨[^⟩]*⟩)/)) {
    const part = piece.startsWith('⟨') ? tokens.get(piece) : piece;
    if (part === undefined) return undefined;
    // A name that CloudFormation makes up is what the reference answers.
    if (typeof part === 'object' && '$ref' in part) dropGeneratedStem(parts);
    if (part !== '') parts.push(part);
  }
  return parts.every((part) => typeof part === 'string') ? parts.join('') : ({ $text: parts } satisfies FixText);
}

const partitionToken = '⟨Partition⟩';

/** What answers with the ARN itself. A log group's `Arn` ends in `:*`, and a parameter has none. */
function referenceTo(estate: Estate, node: AnyNode, spelled: string): FixValue | undefined {
  const arn = arnOf(estate, node);
  const form = arnForms[node.kind];
  if (arn === undefined || form === undefined || node.kind === 'log-group' || node.kind === 'parameter')
    return undefined;
  const reference: FixReference = { $ref: node.id, attribute: form.ref === 'arn' ? 'Ref' : 'Arn' };
  const rest = spelled.slice(arn.length);
  if (rest === '') return reference;
  return rest.includes('⟨') ? undefined : { $text: [reference, rest] };
}

function dropGeneratedStem(parts: (string | FixReference | FixPseudo)[]): void {
  const stem = parts.at(-1);
  const stack = parts.at(-2);
  if (typeof stem !== 'string' || !/^-[A-Za-z0-9]+-$/.test(stem)) return;
  if (typeof stack === 'object' && '$pseudo' in stack && stack.$pseudo === 'StackName') parts.splice(-2);
}

const known = new WeakMap<Estate, ReadonlyMap<string, FixReference | FixPseudo>>();

function tokensOf(estate: Estate): ReadonlyMap<string, FixReference | FixPseudo> {
  const before = known.get(estate);
  if (before !== undefined) return before;
  const tokens = new Map<string, FixReference | FixPseudo>([
    [partitionToken, { $pseudo: 'Partition' }],
    [regionToken, { $pseudo: 'Region' }],
    [accountToken, { $pseudo: 'AccountId' }],
    [stackToken, { $pseudo: 'StackName' }],
  ]);
  for (const node of estate.nodes.values()) {
    const form = arnForms[node.kind];
    tokens.set(nodeToken(node.id), { $ref: node.id, attribute: form?.nameAttribute ?? 'Ref' });
  }
  known.set(estate, tokens);
  return tokens;
}
