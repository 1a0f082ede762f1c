import type { NodeId, SourceRange } from '@leastwise/model';
import type { EstateBuilder, Linker, NodeOf } from '../estate.ts';
import { policiesOf } from '../identities/attached-policies.ts';
import { namedByEnvironment } from '../identities/reach.ts';
import { coverage } from '../identities/resource-coverage.ts';
import { namesAction } from '../policies/action-pattern.ts';
import { addTrigger } from './add-trigger.ts';
import { definitionOf } from './workflow-definition.ts';

/**
 * Functions whose role may call a function by name, identity pools that give such a role to their guests or users, and state
 * machines whose definition lies elsewhere, so that only their role says whom they call.
 * Asked once identities are linked. Whether the code does call, and waits, only the code says; `sync` is what the SDK does
 * unless told otherwise. https://docs.aws.amazon.com/lambda/latest/dg/invocation-sync.html
 */
export const linkInvokers: Linker = (estate) => {
  for (const caller of estate.of('function')) {
    const role = estate.resolve(caller.facet.role, 'role');
    if (role === undefined) continue;
    for (const { called, at } of callable(estate, role.id, caller)) {
      if (called.id !== caller.id)
        add(estate, { called, at, source: caller.id, role: role.id, label: `function ${caller.name}` });
    }
  }
  for (const machine of estate.of('state-machine')) {
    const role = definitionOf(machine) === undefined ? estate.resolve(machine.facet.role, 'role') : undefined;
    if (role === undefined) continue;
    for (const { called, at } of callable(estate, role.id, undefined)) {
      addTrigger(estate, {
        kind: 'state-machine',
        target: { function: called },
        source: machine.id,
        label: `state machine ${machine.name}, by its role`,
        invocation: 'sync',
        at,
      });
    }
  }
  for (const pool of estate.of('identity-pool')) {
    for (const { to: role, note } of estate.edgesFrom(pool.id, 'assumes')) {
      for (const { called, at } of callable(estate, role, undefined)) {
        add(estate, { called, at, source: pool.id, role, label: `${note ?? 'users'} of identity pool ${pool.name}` });
      }
    }
  }
};

interface Callable {
  readonly called: NodeOf<'function'>;
  /** The statement that allows it. */
  readonly at: SourceRange;
}

/** A right to call every function counts for those that the caller's environment names. */
function callable(estate: EstateBuilder, role: NodeId, caller: NodeOf<'function'> | undefined): readonly Callable[] {
  const found = new Map<NodeId, Callable>();
  for (const { document } of policiesOf(estate, role)) {
    for (const statement of document.statements) {
      if (statement.effect !== 'Allow' || namesAction(statement, 'lambda:InvokeFunction') !== 'yes') continue;
      const covered = coverage(estate, statement.resources, ['function']);
      const named =
        covered.everything && caller !== undefined ? namedByEnvironment(estate, caller).map(({ node }) => node) : [];
      for (const node of [...covered.nodes, ...named]) {
        if (node.kind === 'function' && !found.has(node.id)) found.set(node.id, { called: node, at: statement.origin });
      }
    }
  }
  return [...found.values()];
}

function add(
  estate: EstateBuilder,
  call: Callable & { readonly source: NodeId; readonly role: NodeId; readonly label: string },
): void {
  addTrigger(estate, {
    kind: 'invoke',
    target: { function: call.called },
    source: call.source,
    label: call.label,
    auth: [{ kind: 'iam', at: call.at, node: call.role }],
    invocation: 'sync',
    at: call.at,
  });
}
