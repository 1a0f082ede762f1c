import type { CodeEntry, FunctionFacts } from '@leastwise/code';
import type { NodeId, SourceTree } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';
import type { ExposureFacts } from '../exposure/exposure.ts';
import type { HandlerFacts } from '../handlers/handler.ts';
import { codeEntries } from './code-entries.ts';
import { joinFlows } from './joins/join-flows.ts';
import type { JoinedFacts } from './joins/joined-flow.ts';

/** Reads code without running it. Given by the caller, so that a scan that looks at no code does not load a parser. */
export type CodeEngine = (request: {
  readonly tree: SourceTree;
  readonly entries: readonly CodeEntry[];
}) => readonly FunctionFacts[];

export interface CodeFacts {
  /** What the reachable code of a function says; undefined when its code is not there or its language is not read. */
  of(functionId: NodeId): JoinedFacts | undefined;
}

/** All functions of an estate at once, when the first is asked for: they share their modules. */
export function codeFacts(
  estate: Estate,
  tree: SourceTree,
  handlers: HandlerFacts,
  exposure: ExposureFacts,
  engine: CodeEngine | undefined,
): CodeFacts {
  let kept: ReadonlyMap<NodeId, JoinedFacts> | undefined;
  return {
    of(functionId) {
      if (engine === undefined) return undefined;
      kept ??= joinFlows(
        estate,
        exposure,
        new Map(
          engine({ tree, entries: codeEntries(estate, tree, handlers, exposure) }).map((facts) => [
            facts.entry as NodeId,
            facts,
          ]),
        ),
      );
      return kept.get(functionId);
    },
  };
}
