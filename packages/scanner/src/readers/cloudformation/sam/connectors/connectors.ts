import type { Workbench } from '../workbench.ts';
export function desugarConnectors(_bench: Workbench): void {}
