import type { SamResource, Workbench } from '../workbench.ts';
export function desugarGraphqlApi(_owner: SamResource, _bench: Workbench): void {}
