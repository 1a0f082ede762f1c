import type { Area } from './exposure-case.ts';
import { functionUrlArea } from './cases/function-url.ts';
import { restApiArea } from './cases/rest-api.ts';

/** Every area of labelled cases. */
export const areas: readonly Area[] = [restApiArea, functionUrlArea];
