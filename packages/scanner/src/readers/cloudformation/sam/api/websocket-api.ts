import type { SamResource, Workbench } from '../workbench.ts';
export function desugarWebSocketApi(_owner: SamResource, _bench: Workbench): void {}
