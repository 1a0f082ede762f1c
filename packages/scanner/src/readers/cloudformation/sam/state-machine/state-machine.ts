import type { SamResource, Workbench } from '../workbench.ts';
export function desugarStateMachine(_owner: SamResource, _bench: Workbench): void {}
