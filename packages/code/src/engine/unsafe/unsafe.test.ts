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
];

it.each(cases)('%s (%s) is %s', (_title, language, kind, weak, repaired) => {
  const file = language === 'python' ? 'handler.py' : 'handler.mjs';
  expect(factsOf({ [file]: weak }).unsafe.map((setting) => setting.kind)).toEqual([kind]);
  expect(factsOf({ [file]: repaired }).unsafe).toEqual([]);
});
