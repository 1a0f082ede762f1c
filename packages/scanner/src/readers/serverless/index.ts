export { readServices } from './read-services.ts';
export { looksLikeService } from './recognise.ts';
export type { ServiceInputs } from './inputs.ts';
export { withoutPackaged } from './packaged-templates.ts';
