import { expect, test } from 'vitest';
import { flowsOf } from './facts-of.fixture.ts';

/** Each handler gives `order.name` or the like to a shell: the ways that data takes through the language. */
const followed: Readonly<Record<string, string>> = {
  'a closure that is made by a factory': `
    const { execSync } = require('child_process');
    const makeArchiver = (folder) => (name) => execSync('tar czf ' + folder + '/' + name);
    const archive = makeArchiver('/tmp');
    exports.handler = async (event) => archive(JSON.parse(event.body).name);`,
  'a method of a class with a field': `
    const { execSync } = require('child_process');
    class Archiver {
      folder = '/tmp';
      #run(name) { return execSync(\`tar czf \${this.folder}/\${name}\`); }
      archive(order) { return this.#run(order.name); }
    }
    const archiver = new Archiver();
    exports.handler = async (event) => archiver.archive(JSON.parse(event.body));`,
  'an inherited method, called through super': `
    import { execSync } from 'child_process';
    class Base { run(command) { execSync(command); } }
    class Archiver extends Base { run(name) { super.run('tar czf ' + name); } }
    export const handler = async (event) => new Archiver().run(event.queryStringParameters.name);`,
  'a constructor that keeps its parameter': `
    import { execSync } from 'child_process';
    class Order { constructor(name) { this.name = name; } get command() { return 'tar czf ' + this.name; } }
    export const handler = async ({ pathParameters: { name } }) => execSync(new Order(name).command);`,
  'map with an async callback and Promise.all': `
    import { exec } from 'child_process';
    export const handler = async (event) => {
      const names = JSON.parse(event.body).names;
      await Promise.all(names.map(async (name) => exec('rm /tmp/' + name)));
    };`,
  'a loop, destructuring and default values': `
    import { exec } from 'child_process';
    export const handler = async (event) => {
      const { orders = [] } = JSON.parse(event.body ?? '{}');
      for (const { name, ...rest } of orders) exec(\`rm /tmp/\${name}\`);
    };`,
  'reduce into one command': `
    import { exec } from 'child_process';
    export const handler = async (event) => {
      const command = JSON.parse(event.body).names.reduce((all, name) => all + ' ' + name, 'rm');
      exec(command);
    };`,
  'an array that is filled and joined': `
    import { exec } from 'child_process';
    export const handler = async (event) => {
      const parts = ['tar', 'czf'];
      parts.push(event.queryStringParameters.name);
      exec(parts.join(' '));
    };`,
  'a promise chain': `
    import { exec } from 'child_process';
    const read = (event) => Promise.resolve(event.body).then((text) => JSON.parse(text));
    export const handler = (event) => read(event).then((order) => exec('rm ' + order.name)).catch(console.error);`,
  'a new promise that is resolved with it': `
    import { exec } from 'child_process';
    const later = (value) => new Promise((resolve) => setTimeout(() => resolve(value), 10));
    export const handler = async (event) => exec('rm ' + (await later(event.body)));`,
  'a Map': `
    import { exec } from 'child_process';
    export const handler = async (event) => {
      const names = new Map();
      names.set('order', event.body);
      exec('rm ' + names.get('order'));
    };`,
  'Object.entries of the query': `
    import { exec } from 'child_process';
    export const handler = async (event) => {
      for (const [key, value] of Object.entries(event.queryStringParameters)) exec('echo ' + value);
    };`,
  'spread into an object and out of it': `
    import { exec } from 'child_process';
    export const handler = async (event) => {
      const order = { id: 1, ...JSON.parse(event.body) };
      const { name } = { ...order };
      exec('rm ' + name);
    };`,
  'a conditional and a fallback': `
    import { exec } from 'child_process';
    export const handler = async (event) => {
      const body = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body;
      exec('rm ' + (body || 'nothing'));
    };`,
  'an exception': `
    import { exec } from 'child_process';
    export const handler = async (event) => {
      try { throw { name: event.body }; } catch (error) { exec('rm ' + error.name); }
    };`,
  'a module that re-exports, under another name': `
    import { archive as keep } from './lib/index.js';
    export const handler = async (event) => keep(event.body);
    //- lib/index.js
    export { default as archive } from './archive.js';
    //- lib/archive.js
    import cp from 'node:child_process';
    export default function archive(name) { cp.exec('tar ' + name); }`,
  'modules that import each other': `
    import { archive } from './archive.js';
    export const run = (command) => import('child_process').then((cp) => cp.exec(command));
    export const handler = async (event) => archive(event.body);
    //- archive.js
    import { run } from './index.js';
    export const archive = (name) => run('tar ' + name);`,
  'a function of prototype style': `
    var cp = require('child_process');
    function Archiver(folder) { this.folder = folder; }
    Archiver.prototype.archive = function (name) { cp.exec('tar ' + this.folder + name); };
    exports.handler = function (event, context, callback) {
      var archiver = new Archiver('/tmp');
      archiver.archive(event.body);
      callback(null, { statusCode: 200 });
    };`,
  'a command object, chosen by a table of functions': `
    import { exec } from 'child_process';
    const actions = { archive: (order) => exec('tar ' + order.name), remove: (order) => console.log('removed') };
    export const handler = async (event) => {
      const { action, order } = JSON.parse(event.body);
      return actions[action](order);
    };`,
  'promisify and a method that is bound': `
    import { promisify } from 'node:util';
    import { exec } from 'node:child_process';
    const run = promisify(exec);
    class Orders { constructor() { this.handle = this.handle.bind(this); } async handle(event) { await run('rm ' + event.body); } }
    export const handler = new Orders().handle;`,
  'middy, whose parser makes the body an object': `
    import middy from '@middy/core';
    import jsonBodyParser from '@middy/http-json-body-parser';
    import { exec } from 'child_process';
    const base = async (event) => exec('rm ' + event.body.name);
    export const handler = middy(base).use(jsonBodyParser()).use({ onError: (request) => console.error(request.error) });`,
  'middy with the handler last': `
    import middy from '@middy/core';
    import { exec } from 'child_process';
    export const handler = middy().use(logging()).handler(async (event) => exec('rm ' + event.body));
    function logging() { return { before: async ({ event }) => console.info(event.path) }; }`,
  'middleware of its own that changes the event': `
    import middy from '@middy/core';
    import { exec } from 'child_process';
    const parse = { before: (request) => { request.event.order = JSON.parse(request.event.body); } };
    export const handler = middy(async (event) => exec('rm ' + event.order.name)).use(parse);`,
  'a wrapper of its own': `
    import { exec } from 'child_process';
    const withErrors = (work) => async (event, context) => {
      try { return { statusCode: 200, body: JSON.stringify(await work(JSON.parse(event.body), context)) }; }
      catch (error) { return { statusCode: 500 }; }
    };
    export const handler = withErrors(async (order) => { exec('rm ' + order.name); return {}; });`,
  'a wrapper of a library that is not known': `
    import { wrap } from '@acme/lambda-kit';
    import { exec } from 'child_process';
    export const handler = wrap(async (event) => exec('rm ' + event.body));`,
  'Express behind serverless-http': `
    const serverless = require('serverless-http');
    const express = require('express');
    const { exec } = require('child_process');
    const app = express();
    app.use(express.json());
    app.post('/orders/:id', async (req, res) => { exec('rm ' + req.params.id); res.json({}); });
    module.exports.handler = serverless(app);`,
  'a router of Express in a file of its own': `
    import serverless from 'serverless-http';
    import express from 'express';
    import orders from './orders.js';
    const app = express();
    app.use('/orders', orders);
    export const handler = serverless(app);
    //- orders.js
    import { Router } from 'express';
    import { remove } from './controller.js';
    const router = Router();
    router.delete('/:id', remove);
    export default router;
    //- controller.js
    import { exec } from 'child_process';
    export const remove = (req, res) => { exec('rm ' + req.body.name); res.end(); };`,
  'a stream of the response': `
    import { exec } from 'child_process';
    export const handler = awslambda.streamifyResponse(async (event, responseStream) => { exec('rm ' + event.body); responseStream.end(); });`,
  'an event emitter': `
    import { EventEmitter } from 'events';
    import { exec } from 'child_process';
    const orders = new EventEmitter();
    orders.on('removed', (name) => exec('rm ' + name));
    export const handler = async (event) => { orders.emit('removed', event.body); };`,
  'a generator': `
    import { exec } from 'child_process';
    function* names(event) { for (const name of JSON.parse(event.body).names) yield name; }
    export const handler = async (event) => { for (const name of names(event)) exec('rm ' + name); };`,
  'a switch over the route': `
    import { exec } from 'child_process';
    export const handler = async (event) => {
      switch (event.httpMethod) {
        case 'GET': return { statusCode: 200 };
        case 'DELETE': { exec('rm ' + event.pathParameters.name); return { statusCode: 204 }; }
        default: return { statusCode: 405 };
      }
    };`,
  'arguments of a variadic function': `
    import { exec } from 'child_process';
    function run() { return exec(Array.prototype.slice.call(arguments).join(' ')); }
    const all = (...parts) => run(...parts);
    export const handler = async (event) => all('rm', event.body);`,
};

/** Files of one text: the first without a name, each other after `//- name`. */
function filesOf(code: string): Readonly<Record<string, string>> {
  const [first = '', ...rest] = code.split(/^\s*\/\/- /m);
  const files: Record<string, string> = { 'index.js': first };
  for (const one of rest) {
    const end = one.indexOf('\n');
    files[one.slice(0, end).trim()] = one.slice(end);
  }
  return files;
}

test.each(Object.entries(followed))('data is followed through %s', (_, code) => {
  expect(flowsOf(filesOf(code)).filter((flow) => flow.includes('child_process#exec'))).not.toEqual([]);
});

const silent: Readonly<Record<string, string>> = {
  'a variable that is written over': `
    let name = event.body;
    name = 'orders';
    exec('rm ' + name);`,
  'a member that is written over': `
    const order = JSON.parse(event.body);
    order.name = 'orders';
    exec('rm ' + order.name);`,
  'a value of a table that the data chooses': `
    const folders = { new: '/tmp/new', old: '/tmp/old' };
    exec('rm ' + folders[event.body]);`,
  'an allow-list with an early return': `
    const name = JSON.parse(event.body).name;
    if (!['new', 'old'].includes(name)) return { statusCode: 400 };
    exec('rm ' + name);`,
  'an allow-list with an exception in a function': `
    const check = (name) => { if (!known.has(name)) throw new Error('unknown'); };
    const known = new Set(['new', 'old']);
    const { name } = JSON.parse(event.body);
    check(name);
    exec('rm ' + name);`,
  'a validator that returns a truth value': `
    const isKnown = (order) => typeof order.name === 'string' && /^[a-z0-9-]+$/.test(order.name);
    const order = JSON.parse(event.body);
    if (!isKnown(order)) return { statusCode: 400 };
    exec('rm ' + order.name);`,
  'a validator with statements': `
    function isKnown(name) {
      if (!name) return false;
      if (!/^\\w+$/.test(name)) { console.log('refused'); return false; }
      return true;
    }
    if (isKnown(event.body)) exec('rm ' + event.body);`,
  'a number': `
    const id = Number(event.pathParameters.id);
    exec('rm ' + id);
    exec('rm ' + parseInt(event.body, 10));
    exec('rm ' + (event.body.length - 1));`,
  'a comparison with a literal': `
    if (event.body === 'new' || event.body === 'old') exec('rm ' + event.body);`,
  'a switch over literals': `
    switch (event.body) { case 'new': case 'old': exec('rm ' + event.body); break; default: return 400; }`,
  'a pattern for each item before a loop': `
    const { names } = JSON.parse(event.body);
    if (!names.every((name) => /^[a-z]+$/.test(name))) return 400;
    for (const name of names) exec('rm ' + name);`,
  'a test of each item in a loop': `
    const { names } = JSON.parse(event.body);
    for (const name of names) { if (!/^[a-z]+$/.test(name)) throw new Error(name); }
    names.forEach((name) => exec('rm ' + name));`,
  'a schema with an enumeration': `
    const name = z.enum(['new', 'old']).parse(event.body);
    exec('rm ' + name);`,
  'a part of the event that the platform writes': `
    exec('echo ' + event.requestContext.requestId);`,
  'an argument that a shell does not read': `
    execFile('rm', [event.body]);`,
  'the data in a branch that never runs': `
    const isDebug = false;
    if (isDebug) exec('rm ' + event.body);`,
};

test.each(Object.entries(silent))('nothing is reported for %s', (_, code) => {
  const text = `
    import { exec, execFile } from 'child_process';
    import { z } from 'zod';
    export const handler = async (event) => {${code}
    };`;
  expect(flowsOf({ 'index.js': text }).filter((flow) => flow.includes('child_process#exec'))).toEqual([]);
});
