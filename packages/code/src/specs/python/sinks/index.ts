import type { SinkSpec } from '../../spec.ts';
import { cloudSinks, promptSinks } from './cloud.ts';
import { codeSinks } from './code.ts';
import { commandSinks } from './command.ts';
import { logSinks, patternSinks } from './log.ts';
import { nosqlSinks } from './nosql.ts';
import { deserializationSinks, directorySinks, xmlSinks } from './parsing.ts';
import { pathSinks } from './path.ts';
import { headerSinks, mailSinks, markupSinks } from './response.ts';
import { sqlSinks } from './sql.ts';
import { requestSinks } from './ssrf.ts';
import { templateSinks } from './template.ts';

export const pythonSinks: readonly SinkSpec[] = [
  ...commandSinks,
  ...codeSinks,
  ...sqlSinks,
  ...nosqlSinks,
  ...pathSinks,
  ...requestSinks,
  ...markupSinks,
  ...mailSinks,
  ...headerSinks,
  ...templateSinks,
  ...deserializationSinks,
  ...xmlSinks,
  ...directorySinks,
  ...logSinks,
  ...patternSinks,
  ...cloudSinks,
  ...promptSinks,
];
