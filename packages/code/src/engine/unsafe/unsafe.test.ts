import { expect, it } from 'vitest';
import type { UnsafeKind } from '../../facts/function-facts.ts';
import type { CodeLanguage } from '../../ir/module.ts';
import { factsOf } from '../facts-of.fixture.ts';

const cases: readonly (readonly [
  title: string,
  language: CodeLanguage,
  kind: UnsafeKind,
  weak: string,
  repaired: string,
])[] = [
  [
    'a mail server whose certificate nobody checks',
    'javascript',
    'tls-verification-off',
    'import nodemailer from "nodemailer";\nexport const handler = async () => nodemailer.createTransport({ host: "mail", tls: { rejectUnauthorized: false } });',
    'import nodemailer from "nodemailer";\nexport const handler = async () => nodemailer.createTransport({ host: "mail", tls: { rejectUnauthorized: true } });',
  ],
  [
    'a document database whose certificate nobody checks',
    'javascript',
    'tls-verification-off',
    'import { MongoClient } from "mongodb";\nexport const handler = async () => new MongoClient(process.env.ORDERS, { tlsAllowInvalidCertificates: true });',
    'import { MongoClient } from "mongodb";\nexport const handler = async () => new MongoClient(process.env.ORDERS, { tls: true });',
  ],
  [
    'a token of numbers that a callback makes',
    'javascript',
    'weak-random-token',
    'export const handler = async () => { const token = Array.from({ length: 8 }, () => Math.random()).join(""); return token; };',
    'export const handler = async () => { const colour = Array.from({ length: 8 }, () => Math.random()).join(""); return colour; };',
  ],
  [
    'a token of a comprehension',
    'python',
    'weak-random-token',
    'import random\ndef handler(event, context):\n    session_id = "".join([random.choice("ab") for _ in range(32)])\n    return session_id',
    'import secrets\ndef handler(event, context):\n    session_id = "".join([secrets.choice("ab") for _ in range(32)])\n    return session_id',
  ],
  [
    'a token of a generator',
    'python',
    'weak-random-token',
    'import random\ndef handler(event, context):\n    reset_token = "".join(random.choice("ab") for _ in range(32))\n    return reset_token',
    'import random\ndef handler(event, context):\n    greeting = "".join(random.choice("ab") for _ in range(32))\n    return greeting',
  ],
  [
    'a process that accepts any certificate',
    'javascript',
    'tls-verification-off',
    'process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";\nexport const handler = async () => fetch("https://supplier.example.com");',
    'process.env.NODE_EXTRA_CA_CERTS = "/opt/ca.pem";\nexport const handler = async () => fetch("https://supplier.example.com");',
  ],
  [
    'a context that accepts any certificate',
    'python',
    'tls-verification-off',
    'import ssl\ndef handler(event, context):\n    tls = ssl.create_default_context()\n    tls.verify_mode = ssl.CERT_NONE\n    return tls',
    'import ssl\ndef handler(event, context):\n    tls = ssl.create_default_context()\n    tls.verify_mode = ssl.CERT_REQUIRED\n    return tls',
  ],
  [
    'an origin that is sent back',
    'javascript',
    'cors-wildcard-credentials',
    'export const handler = async (event) => ({ statusCode: 200, headers: { "Access-Control-Allow-Origin": event.headers.origin, "Access-Control-Allow-Credentials": "true" } });',
    'export const handler = async (event) => ({ statusCode: 200, headers: { "Access-Control-Allow-Origin": "https://shop.example.com", "Access-Control-Allow-Credentials": "true" } });',
  ],
  [
    'an origin that is compared first',
    'javascript',
    'cors-wildcard-credentials',
    'export const handler = async (event) => { const { origin } = event.headers; return { headers: { "Access-Control-Allow-Origin": origin, "Access-Control-Allow-Credentials": true } }; };',
    'export const handler = async (event) => { const { origin } = event.headers; if (!["https://shop.example.com"].includes(origin)) return {}; return { headers: { "Access-Control-Allow-Origin": origin, "Access-Control-Allow-Credentials": true } }; };',
  ],
  [
    'the stack of an error',
    'javascript',
    'error-stack-returned',
    'export const handler = async (event) => { try { return JSON.parse(event.body).size; } catch (error) { return { statusCode: 500, body: error.stack }; } };',
    'export const handler = async (event) => { try { return JSON.parse(event.body).size; } catch (error) { return { statusCode: 500, body: process.env.STAGE === "dev" ? error.stack : "failed" }; } };',
  ],
  [
    'the trace of an exception',
    'python',
    'error-stack-returned',
    'import json, traceback\ndef handler(event, context):\n    try:\n        return json.loads(event["body"])["size"]\n    except ValueError:\n        return {"statusCode": 500, "body": json.dumps({"trace": traceback.format_exc()})}',
    'import json, traceback\ndef handler(event, context):\n    try:\n        return json.loads(event["body"])["size"]\n    except ValueError:\n        print(traceback.format_exc())\n        return {"statusCode": 500, "body": json.dumps({"message": "failed"})}',
  ],
  [
    'the whole environment',
    'python',
    'environment-returned',
    'import json, os\ndef handler(event, context):\n    return {"statusCode": 200, "body": json.dumps(dict(os.environ))}',
    'import json, os\ndef handler(event, context):\n    return {"statusCode": 200, "body": json.dumps(os.environ.get("VERSION"))}',
  ],
];

it.each(cases)('%s (%s) is %s', (_title, language, kind, weak, repaired) => {
  const file = language === 'python' ? 'handler.py' : 'handler.mjs';
  expect(factsOf({ [file]: weak }).unsafe.map((setting) => setting.kind)).toEqual([kind]);
  expect(factsOf({ [file]: repaired }).unsafe).toEqual([]);
});
