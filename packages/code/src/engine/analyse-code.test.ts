import { memoryTree } from '@leastwise/model';
import { expect, test } from 'vitest';
import type { CodeEntry } from '../facts/entry.ts';
import type { FunctionFacts } from '../facts/function-facts.ts';
import { analyseCode } from './analyse-code.ts';
import { factsOf } from './facts-of.fixture.ts';

function shown(facts: FunctionFacts): readonly string[] {
  return facts.flows.map((flow) => `${flow.source.path} -> ${flow.callee} (${flow.class})`);
}

test('the body of an event reaches a shell in a helper of another file', () => {
  const facts = factsOf({
    'src/index.js': `
      const { archive } = require('./archive');
      exports.handler = async (event) => {
        const order = JSON.parse(event.body);
        await archive(order.name);
        return { statusCode: 200 };
      };`,
    'src/archive.js': `
      const { exec } = require('child_process');
      function archive(name) {
        exec(\`tar czf /tmp/\${name}.tgz /tmp/orders\`);
      }
      module.exports = { archive };`,
  });
  expect(shown(facts)).toEqual(['body.name -> child_process#exec (command-injection)']);
  expect(facts.flows[0]?.steps.map((step) => step.message)).toMatchInlineSnapshot(`
    [
      "event.body comes from the caller",
      "is parsed as JSON",
      "passed to archive as name",
      "becomes part of a text",
      "reaches child_process.exec",
    ]
  `);
  expect(facts.files).toEqual(['src/archive.js', 'src/index.js']);
});

test('the same in Python', () => {
  const facts = factsOf({
    'orders/app.py': `
import json
from archive import archive

def handler(event, context):
    order = json.loads(event["body"])
    archive(order["name"])
    return {"statusCode": 200}
`,
    'orders/archive.py': `
import os

def archive(name):
    os.system(f"tar czf /tmp/{name}.tgz /tmp/orders")
`,
  });
  expect(shown(facts)).toEqual(['body.name -> os#system (command-injection)']);
});

test('a module that a branch of the first handler loads is there for the second', () => {
  const files = {
    'index.js': `
      const load = () => require('./archive');
      exports.handler = async (event) => {
        if (event.path === '/archive') load().archive(event.body);
        return { statusCode: 200 };
      };
      exports.later = async (event) => {
        load().archive(event.body);
        return { statusCode: 200 };
      };`,
    'archive.js': `
      const { exec } = require('child_process');
      exports.archive = (name) => exec('tar czf /tmp/' + name);`,
  };
  const entry: CodeEntry = {
    id: 'orders',
    language: 'javascript',
    file: 'index.js',
    export: 'handler',
    codeRoot: '',
    layers: [],
    sources: ['rest-api'],
    declared: true,
  };
  const facts = analyseCode({
    tree: memoryTree(files),
    entries: [entry, { ...entry, id: 'later', export: 'later' }],
  });
  expect(facts.map(shown)).toEqual([
    ['body -> child_process#exec (command-injection)'],
    ['body -> child_process#exec (command-injection)'],
  ]);
});

test('which object it is says nothing of the texts in it', () => {
  const facts = factsOf({
    'index.js': `
      const { exec } = require('child_process');
      const empty = {};
      exports.handler = async (event) => {
        const order = { ...empty, name: event.body };
        if (order === empty) return { statusCode: 400 };
        exec(order.name);
        if (order !== event) return { statusCode: 204 };
        exec('ls ' + order.name);
      };`,
  });
  expect(facts.flows).toHaveLength(2);
});
