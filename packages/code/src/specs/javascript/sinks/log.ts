import { sinksOf, type SinkRow } from '../../example.ts';
import type { SinkSpec } from '../../spec.ts';

function logger(
  id: string,
  names: readonly string[],
  callees: readonly string[],
  before: string,
  object: string,
  confidence: 'low' | 'medium',
): SinkRow {
  return {
    id,
    callees: callees.flatMap((callee) => names.map((name) => `${callee}.${name}`)),
    argument: 'all',
    confidence,
    before,
    bad: `${object}.${names[0] ?? 'info'}(\`order \${input} received\`);`,
    good: `${object}.${names[0] ?? 'info'}(JSON.stringify({ message: "order received", input }));`,
  };
}

const levels = ['info', 'warn', 'error', 'debug', 'trace', 'log', 'fatal', 'verbose', 'silly', 'notice', 'crit'];

/**
 * A text with new lines makes lines of its own in a log that is read by line. Loggers that write JSON (pino, bunyan,
 * Powertools) escape them and have no row. The Node.js runtime of Lambda keeps one call one event, so that only readers of
 * the text are deceived: low confidence.
 */
export const logSinks: readonly SinkSpec[] = sinksOf(
  { language: 'javascript', class: 'log-injection', position: 'text' },
  [
    logger(
      'console',
      ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table', 'group'],
      ['global#console'],
      '',
      'console',
      'low',
    ),
    logger(
      'log4js',
      levels,
      [
        'log4js#getLogger()',
        'log4js#configure().getLogger()',
        'loglevel#',
        'loglevel#getLogger()',
        'tracer#console()',
        'signale#',
        'consola#',
        'npmlog#',
        'lambda-log#',
      ],
      'import log4js from "log4js";\nconst log = log4js.getLogger();',
      'log',
      'medium',
    ),
    logger(
      'winston',
      levels,
      ['winston#', 'winston#createLogger()'],
      'import winston from "winston";\nconst log = winston.createLogger({});',
      'log',
      'low',
    ),
    {
      id: 'process.write',
      callees: ['global#process.stdout.write', 'global#process.stderr.write', 'process#stdout.write', 'debug#()'],
      argument: 0,
      confidence: 'medium',
      bad: 'process.stdout.write(`order ${input} received\\n`);',
      good: 'process.stdout.write(JSON.stringify({ input }) + "\\n");',
    },
    {
      id: 'koa.logger',
      callees: [
        'koa#Context.log.info',
        'express#Request.log.info',
        'azure#Context.log',
        'azure#Context.log.info',
        'azure#Context.log.error',
        'azure#Context.log.warn',
        'azure#InvocationContext.log',
        'azure#InvocationContext.info',
        'azure#InvocationContext.error',
      ],
      argument: 'all',
      confidence: 'low',
      before: 'import { app } from "@azure/functions";',
      bad: 'app.http("hello", { handler: async (request, context) => { context.log(`hello ${request.query.get("name")}`); } });',
      good: 'app.http("hello", { handler: async (request, context) => { context.log(JSON.stringify({ name: request.query.get("name") })); } });',
    },
  ],
);
