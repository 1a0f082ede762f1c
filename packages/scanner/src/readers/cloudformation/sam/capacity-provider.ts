import type { SamResource, Workbench } from './workbench.ts';
export function desugarCapacityProvider(_owner: SamResource, _bench: Workbench): void {}
