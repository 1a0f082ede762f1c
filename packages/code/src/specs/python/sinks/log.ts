import { sinksOf } from '../../example.ts';
import type { SinkSpec } from '../../spec.ts';

const levels = ['info', 'warning', 'warn', 'error', 'debug', 'critical', 'exception', 'fatal'];

/** Text loggers; Powertools, structlog with JSON and python-json-logger escape new lines and have no row. */
export const logSinks: readonly SinkSpec[] = sinksOf({ language: 'python', class: 'log-injection', position: 'text' }, [
  {
    id: 'logging',
    callees: levels.flatMap((level) => [
      `logging#${level}`,
      `logging#getLogger().${level}`,
      `logging#Logger().${level}`,
      `flask#current_app.logger.${level}`,
      `flask#Flask().logger.${level}`,
      `chalice#Chalice().log.${level}`,
    ]),
    argument: 'all',
    confidence: 'low',
    before: 'import logging',
    bad: 'logging.info(f"order {input} received")',
    good: 'logging.info("order received %s", input.replace("\\n", " ").replace("\\r", " "))',
  },
  {
    id: 'logging.log',
    callees: ['logging#log', 'logging#getLogger().log', 'syslog#syslog', 'warnings#warn', 'absl.logging#info'],
    argument: { from: 1 },
    confidence: 'low',
    before: 'import logging',
    bad: 'logging.log(logging.INFO, f"order {input} received")',
    good: 'logging.log(logging.INFO, "order %d received", int(input))',
  },
  {
    id: 'loguru',
    callees: [...levels, 'success', 'trace'].map((level) => `loguru#logger.${level}`),
    argument: 'all',
    confidence: 'medium',
    before: 'import json\nfrom loguru import logger',
    bad: 'logger.info(f"order {input} received")',
    good: 'logger.info(json.dumps({"order": input}))',
  },
  {
    id: 'print',
    callees: ['builtins#print', 'sys#stdout.write', 'sys#stderr.write'],
    argument: 'all',
    confidence: 'low',
    before: 'import json',
    bad: 'print(f"order {input} received")',
    good: 'print(json.dumps({"order": input}))',
  },
]);

export const patternSinks: readonly SinkSpec[] = sinksOf(
  { language: 'python', class: 'regex-denial-of-service', position: 'text' },
  [
    {
      id: 're',
      callees: ['re', 'regex']
        .flatMap((name) =>
          ['compile', 'match', 'search', 'fullmatch', 'findall', 'finditer', 'split', 'sub', 'subn'].map(
            (method) => `${name}#${method}`,
          ),
        )
        .concat(['pandas#Series().str.contains', 'pandas#Series().str.match']),
      argument: { index: 0, name: 'pattern' },
      confidence: 'medium',
      before: 'import re\ntitles = ["photo"]',
      bad: 'return [title for title in titles if re.search(input, title)]',
      good: 'return [title for title in titles if re.search(re.escape(input), title)]',
    },
    {
      id: 'slow-pattern',
      callees: ['operator#pattern-test'],
      argument: 1,
      position: 'any',
      when: [{ argument: 0, is: 'slow-pattern', sure: true }],
      confidence: 'medium',
      before: 'import re',
      bad: 'return re.match("^([a-z0-9]+)+@example[.]com$", input)',
      good: 'return re.match("^[a-z0-9]+@example[.]com$", input)',
    },
    {
      id: 'pymongo.regex',
      callees: ['find', 'find_one', 'count_documents', 'aggregate'].map(
        (name) => `pymongo#MongoClient().db.collection.${name}`,
      ),
      argument: { index: 0, name: 'filter', member: '*.$regex' },
      confidence: 'medium',
      before: 'import re\nfrom pymongo import MongoClient\nusers = MongoClient()["shop"]["users"]',
      bad: 'return list(users.find({"city": {"$regex": input}}))',
      good: 'return list(users.find({"city": {"$regex": re.escape(input)}}))',
    },
  ],
);
