import { sinksOf, type SinkRow } from '../../example.ts';
import type { Requirement, SinkSpec } from '../../spec.ts';

const returned = ['return#response'];
const isHtml: readonly Requirement[] = [
  { argument: 0, is: 'map' },
  { argument: { index: 0, member: 'headers.Content-Type' }, is: { startsWith: 'text/html' } },
];
const respond = 'import escapeHtml from "escape-html";';

function app(
  id: string,
  callees: readonly string[],
  before: string,
  bad: string,
  good: string,
  row: Partial<SinkRow> = {},
): SinkRow {
  return { id, callees, argument: 0, before, bad: `${bad}\nreturn app;`, good: `${good}\nreturn app;`, ...row };
}

const express = 'import express from "express";\nimport escapeHtml from "escape-html";\nconst app = express();';

/**
 * What a handler returns. API Gateway, function URLs and load balancers pass `headers` on as they are; without a
 * Content-Type an API answers with application/json, so that a body alone is no page.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const markupSinks: readonly SinkSpec[] = sinksOf(
  { language: 'javascript', class: 'cross-site-scripting', position: 'any' },
  [
    {
      id: 'response.html',
      callees: returned,
      argument: { index: 0, member: 'body' },
      when: isHtml,
      before: respond,
      bad: 'return { statusCode: 200, headers: { "Content-Type": "text/html" }, body: `<p>Hello ${input}</p>` };',
      good: 'return { statusCode: 200, headers: { "Content-Type": "text/html" }, body: `<p>Hello ${escapeHtml(input)}</p>` };',
    },
    {
      id: 'response.html-list',
      callees: returned,
      argument: { index: 0, member: 'body' },
      when: [
        { argument: 0, is: 'map' },
        { argument: { index: 0, member: 'multiValueHeaders.Content-Type' }, is: { contains: 'text/html' } },
      ],
      before: respond,
      bad: 'return { statusCode: 200, multiValueHeaders: { "Content-Type": ["text/html"] }, body: `<p>Hello ${input}</p>` };',
      good: 'return { statusCode: 200, multiValueHeaders: { "Content-Type": ["application/json"] }, body: `Hello ${input}` };',
    },
    {
      id: 'response.svg',
      callees: returned,
      argument: { index: 0, member: 'body' },
      when: [
        { argument: 0, is: 'map' },
        {
          argument: { index: 0, member: 'headers.Content-Type' },
          is: { oneOf: ['image/svg+xml', 'application/xhtml+xml', 'text/xml', 'application/xml'] },
        },
      ],
      position: 'markup',
      before: respond,
      bad: 'return { statusCode: 200, headers: { "content-type": "image/svg+xml" }, body: `<svg><text>${input}</text></svg>` };',
      good: 'return { statusCode: 200, headers: { "content-type": "image/svg+xml" }, body: `<svg><text>${escapeHtml(input)}</text></svg>` };',
    },
    {
      id: 'response.markup-without-type',
      callees: returned,
      argument: { index: 0, member: 'body' },
      when: [
        { argument: 0, is: 'map' },
        { argument: { index: 0, member: 'headers.Content-Type' }, is: 'not-given' },
        { argument: { index: 0, member: 'multiValueHeaders.Content-Type' }, is: 'not-given' },
      ],
      position: 'markup',
      confidence: 'low',
      before: respond,
      bad: 'return { statusCode: 200, body: `<p>Hello ${input}</p>` };',
      good: 'return { statusCode: 200, body: JSON.stringify({ hello: input }) };',
    },
    {
      id: 'cloudfront.body',
      callees: returned,
      argument: { index: 0, member: 'body' },
      when: [
        { argument: 0, is: 'map' },
        { argument: { index: 0, member: 'headers.content-type[].value' }, is: { startsWith: 'text/html' } },
      ],
      before: respond,
      bad: 'return { status: "200", headers: { "content-type": [{ key: "Content-Type", value: "text/html" }] }, body: `<p>${input}</p>` };',
      good: 'return { status: "200", headers: { "content-type": [{ key: "Content-Type", value: "text/html" }] }, body: `<p>${escapeHtml(input)}</p>` };',
    },
    app(
      'express.send',
      [
        'express#Response.send',
        'express#Response.write',
        'express#Response.end',
        'restify#Response.send',
        'polka#Response.end',
        'lambda-api#Response.html',
        'lambda-api#Response.send',
        'functions-framework#Response.send',
      ],
      express,
      'app.get("/hello", (request, response) => response.send("<p>" + request.query.name + "</p>"));',
      'app.get("/hello", (request, response) => response.send("<p>" + escapeHtml(request.query.name) + "</p>"));',
      { when: [{ argument: 0, is: 'text' }] },
    ),
    app(
      'koa.body',
      ['set#koa#Context.body', 'set#koa#Context.response.body'],
      'import Koa from "koa";\nimport escapeHtml from "escape-html";\nconst app = new Koa();',
      'app.use((ctx) => { ctx.body = `<p>${ctx.query.name}</p>`; });',
      'app.use((ctx) => { ctx.body = { name: ctx.query.name }; });',
      { position: 'markup' },
    ),
    app(
      'hono.html',
      ['hono#Context.html', 'hono.html#raw', 'hono#raw'],
      'import { Hono } from "hono";\nimport escapeHtml from "escape-html";\nconst app = new Hono();',
      'app.get("/hello", (c) => c.html(`<p>${c.req.query("name")}</p>`));',
      'app.get("/hello", (c) => c.html(`<p>${escapeHtml(c.req.query("name"))}</p>`));',
    ),
    app(
      'fastify.send',
      ['fastify#Reply.send'],
      'import fastify from "fastify";\nimport escapeHtml from "escape-html";\nconst app = fastify();',
      'app.get("/hello", (request, reply) => reply.type("text/html").send(`<p>${request.query.name}</p>`));',
      'app.get("/hello", (request, reply) => reply.send({ name: request.query.name }));',
      { position: 'markup', confidence: 'medium' },
    ),
    {
      id: 'azure.html',
      callees: ['return#azure'],
      argument: { index: 0, member: 'body' },
      when: isHtml,
      before: 'import { app } from "@azure/functions";',
      bad: 'app.http("hello", { handler: async (request) => ({ headers: { "Content-Type": "text/html" }, body: `<p>${request.query.get("name")}</p>` }) });',
      good: 'app.http("hello", { handler: async (request) => ({ jsonBody: { name: request.query.get("name") } }) });',
    },
    {
      id: 'response.web',
      // `new Response(text)` is text/plain unless the init says more.
      callees: ['global#Response', 'undici#Response', 'next.server#NextResponse'],
      argument: 0,
      when: [{ argument: { index: 1, member: 'headers.Content-Type' }, is: { startsWith: 'text/html' } }],
      before: respond,
      bad: 'return new Response(`<p>${input}</p>`, { headers: { "content-type": "text/html" } });',
      good: 'return new Response(`<p>${escapeHtml(input)}</p>`, { headers: { "content-type": "text/html" } });',
    },
    {
      id: 'stream.html',
      callees: ['global#awslambda.HttpResponseStream.from().write', 'global#awslambda.HttpResponseStream.from().end'],
      argument: 0,
      position: 'markup',
      confidence: 'medium',
      before: respond,
      bad: 'const stream = awslambda.HttpResponseStream.from({}, { headers: { "Content-Type": "text/html" } });\nstream.write(`<p>${input}</p>`);',
      good: 'const stream = awslambda.HttpResponseStream.from({}, { headers: { "Content-Type": "text/html" } });\nstream.write(`<p>${escapeHtml(input)}</p>`);',
    },
    {
      id: 's3.public-page',
      callees: [
        '@aws-sdk/client-s3#PutObjectCommand',
        '@aws-sdk/client-s3#S3().putObject',
        'aws-sdk#S3().putObject',
        'aws-sdk#S3().upload',
      ],
      argument: { index: 0, member: 'Body' },
      when: [{ argument: { index: 0, member: 'ContentType' }, is: { startsWith: 'text/html' } }],
      position: 'markup',
      confidence: 'medium',
      before:
        'import { S3Client, PutObjectCommand } from "@aws-sdk/client-s3";\nimport escapeHtml from "escape-html";\nconst s3 = new S3Client({});',
      bad: 'return s3.send(new PutObjectCommand({ Bucket: "site", Key: "index.html", ContentType: "text/html", Body: `<p>${input}</p>` }));',
      good: 'return s3.send(new PutObjectCommand({ Bucket: "site", Key: "index.html", ContentType: "text/html", Body: `<p>${escapeHtml(input)}</p>` }));',
    },
    {
      id: 'react.inner-html',
      callees: [
        'global#jsx',
        'react#createElement',
        'react/jsx-runtime#jsx',
        'react/jsx-runtime#jsxs',
        'preact#h',
        'preact#createElement',
      ],
      argument: { index: 1, member: 'dangerouslySetInnerHTML.__html' },
      before: 'import { createElement } from "react";\nimport { renderToString } from "react-dom/server";',
      bad: 'const page = renderToString(createElement("div", { dangerouslySetInnerHTML: { __html: input } }));\nreturn page;',
      good: 'const page = renderToString(createElement("div", { children: input }));\nreturn page;',
    },
  ],
);

const mailMarkup = ['html'];

/** Mail: HTML that a mail client shows, and addresses or subjects that hold new lines or other recipients. */
export const mailSinks: readonly SinkSpec[] = sinksOf(
  { language: 'javascript', class: 'cross-site-scripting', position: 'markup' },
  [
    {
      id: 'ses.html',
      callees: [
        '@aws-sdk/client-ses#SendEmailCommand',
        '@aws-sdk/client-ses#SES().sendEmail',
        'aws-sdk#SES().sendEmail',
      ],
      argument: { index: 0, member: 'Message.Body.Html.Data' },
      before:
        'import { SESClient, SendEmailCommand } from "@aws-sdk/client-ses";\nimport escapeHtml from "escape-html";\nconst ses = new SESClient({});',
      bad: 'return ses.send(new SendEmailCommand({ Message: { Body: { Html: { Data: `<p>${input}</p>` } } } }));',
      good: 'return ses.send(new SendEmailCommand({ Message: { Body: { Html: { Data: `<p>${escapeHtml(input)}</p>` } } } }));',
    },
    {
      id: 'sesv2.html',
      callees: [
        '@aws-sdk/client-sesv2#SendEmailCommand',
        '@aws-sdk/client-sesv2#SESv2().sendEmail',
        'aws-sdk#SESV2().sendEmail',
      ],
      argument: { index: 0, member: 'Content.Simple.Body.Html.Data' },
      before:
        'import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";\nimport escapeHtml from "escape-html";\nconst ses = new SESv2Client({});',
      bad: 'return ses.send(new SendEmailCommand({ Content: { Simple: { Body: { Html: { Data: `<p>${input}</p>` } } } } }));',
      good: 'return ses.send(new SendEmailCommand({ Content: { Simple: { Body: { Html: { Data: `<p>${escapeHtml(input)}</p>` } } } } }));',
    },
    ...mailMarkup.map((member) => ({
      id: `nodemailer.${member}`,
      callees: [
        'nodemailer#createTransport().sendMail',
        '@sendgrid/mail#send',
        '@sendgrid/mail#sendMultiple',
        'resend#Resend().emails.send',
        'mailgun.js#().client().messages.create',
        'mailgun-js#().messages().send',
      ],
      argument: { index: 0, member },
      before:
        'import nodemailer from "nodemailer";\nimport escapeHtml from "escape-html";\nconst mailer = nodemailer.createTransport({});',
      bad: `return mailer.sendMail({ to: "shop@example.com", ${member}: \`<p>\${input}</p>\` });`,
      good: `return mailer.sendMail({ to: "shop@example.com", ${member}: \`<p>\${escapeHtml(input)}</p>\` });`,
    })),
    {
      id: 'ses.raw',
      class: 'mail-injection',
      position: 'text',
      callees: [
        '@aws-sdk/client-ses#SendRawEmailCommand',
        '@aws-sdk/client-ses#SES().sendRawEmail',
        'aws-sdk#SES().sendRawEmail',
      ],
      argument: { index: 0, member: 'RawMessage.Data' },
      confidence: 'medium',
      before: 'import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";\nconst ses = new SESClient({});',
      bad: 'return ses.send(new SendRawEmailCommand({ RawMessage: { Data: `From: shop@example.com\\r\\nSubject: ${input}\\r\\n\\r\\nHello` } }));',
      good: 'return ses.send(new SendRawEmailCommand({ RawMessage: { Data: `From: shop@example.com\\r\\nSubject: order ${Number(input)}\\r\\n\\r\\nHello` } }));',
    },
    {
      id: 'nodemailer.envelope',
      class: 'mail-injection',
      position: 'any',
      callees: ['nodemailer#createTransport().sendMail'],
      argument: { index: 0, member: 'attachments' },
      confidence: 'medium',
      before: 'import nodemailer from "nodemailer";\nconst mailer = nodemailer.createTransport({});',
      bad: 'return mailer.sendMail({ to: "shop@example.com", attachments: body.attachments });',
      good: 'return mailer.sendMail({ to: "shop@example.com", attachments: [{ path: "/var/task/terms.pdf" }], text: body.text });',
    },
    {
      id: 'nodemailer.raw',
      class: 'mail-injection',
      position: 'text',
      callees: ['nodemailer#createTransport().sendMail'],
      argument: { index: 0, member: 'raw' },
      before: 'import nodemailer from "nodemailer";\nconst mailer = nodemailer.createTransport({});',
      bad: 'return mailer.sendMail({ envelope: {}, raw: `Subject: ${input}\\r\\n\\r\\nHello` });',
      good: 'return mailer.sendMail({ to: "shop@example.com", subject: input, text: "Hello" });',
    },
  ],
);

/** https://datatracker.ietf.org/doc/html/rfc9110#section-5.5: a field value holds no new line. */
export const headerSinks: readonly SinkSpec[] = sinksOf(
  { language: 'javascript', class: 'header-injection', position: 'text' },
  [
    {
      id: 'response.location',
      class: 'open-redirect',
      position: 'start',
      callees: [...returned, 'return#azure'],
      argument: { index: 0, member: 'headers.Location' },
      when: [{ argument: 0, is: 'map' }],
      bad: 'return { statusCode: 302, headers: { Location: input } };',
      good: 'return { statusCode: 302, headers: { Location: `https://shop.example.com/orders/${encodeURIComponent(input)}` } };',
    },
    {
      id: 'response.location-list',
      class: 'open-redirect',
      position: 'start',
      callees: returned,
      argument: { index: 0, member: 'multiValueHeaders.Location' },
      when: [{ argument: 0, is: 'map' }],
      bad: 'return { statusCode: 302, multiValueHeaders: { Location: [input] } };',
      good: 'return { statusCode: 302, multiValueHeaders: { Location: ["https://shop.example.com/?q=" + encodeURIComponent(input)] } };',
    },
    {
      id: 'response.headers',
      callees: returned,
      argument: { index: 0, member: 'headers.*' },
      when: [{ argument: 0, is: 'map' }],
      confidence: 'low',
      bad: 'return { statusCode: 200, headers: { "X-Order": input }, body: "" };',
      good: 'return { statusCode: 200, headers: { "X-Order": encodeURIComponent(input) }, body: "" };',
    },
    {
      id: 'response.set-cookie',
      callees: returned,
      argument: { index: 0, member: 'headers.Set-Cookie' },
      when: [{ argument: 0, is: 'map' }],
      confidence: 'medium',
      bad: 'return { statusCode: 200, headers: { "Set-Cookie": `theme=${input}; Secure` }, body: "" };',
      good: 'return { statusCode: 200, headers: { "Set-Cookie": `theme=${encodeURIComponent(input)}; Secure` }, body: "" };',
    },
    {
      id: 'response.cookies',
      callees: returned,
      argument: { index: 0, member: 'cookies' },
      when: [{ argument: 0, is: 'map' }],
      confidence: 'medium',
      position: 'any',
      bad: 'return { statusCode: 200, cookies: [`theme=${input}`], body: "" };',
      good: 'return { statusCode: 200, cookies: [`theme=${encodeURIComponent(input)}`], body: "" };',
    },
    {
      id: 'response.header-list',
      callees: returned,
      argument: { index: 0, member: 'multiValueHeaders.*' },
      when: [{ argument: 0, is: 'map' }],
      confidence: 'low',
      position: 'any',
      bad: 'return { statusCode: 200, multiValueHeaders: { "X-Order": [input] }, body: "" };',
      good: 'return { statusCode: 200, multiValueHeaders: { "X-Order": [String(Number(input))] }, body: "" };',
    },
    app(
      'express.redirect',
      [
        'express#Response.redirect',
        'express#Response.location',
        'koa#Context.redirect',
        'koa#Context.response.redirect',
        'hono#Context.redirect',
        'fastify#Reply.redirect',
        'lambda-api#Response.redirect',
        'restify#Response.redirect',
        'global#Response.redirect',
        'next.server#NextResponse.redirect',
      ],
      express,
      'app.get("/go", (request, response) => response.redirect(request.query.to));',
      'app.get("/go", (request, response) => response.redirect("/orders/" + encodeURIComponent(request.query.to)));',
      { class: 'open-redirect', position: 'start' },
    ),
    app(
      'express.redirect-status',
      ['express#Response.redirect', 'lambda-api#Response.redirect', 'fastify#Reply.redirect'],
      express,
      'app.get("/go", (request, response) => response.redirect(301, request.query.to));',
      'app.get("/go", (request, response) => response.redirect(301, "/orders/" + encodeURIComponent(request.query.to)));',
      { class: 'open-redirect', position: 'start', argument: 1 },
    ),
    app(
      'express.header',
      [
        'express#Response.set',
        'express#Response.header',
        'express#Response.setHeader',
        'express#Response.append',
        'koa#Context.set',
        'koa#Context.append',
        'hono#Context.header',
        'fastify#Reply.header',
        'lambda-api#Response.header',
        'http#ServerResponse().setHeader',
        'express#Response.cookie',
      ],
      express,
      'app.get("/go", (request, response) => response.set("X-Order", request.query.id).send("ok"));',
      'app.get("/go", (request, response) => response.set("X-Order", String(Number(request.query.id))).send("ok"));',
      { argument: 1, confidence: 'low' },
    ),
    {
      id: 'http.request-headers',
      callees: ['http#request', 'https#request', 'http#get', 'https#get'],
      argument: { index: 0, member: 'headers.*' },
      confidence: 'low',
      before: 'import https from "node:https";',
      bad: 'return https.request({ host: "orders.example.com", headers: { "X-Order": input } });',
      good: 'return https.request({ host: "orders.example.com", headers: { "X-Order": encodeURIComponent(input) } });',
    },
    {
      id: 's3.response-header',
      callees: ['@aws-sdk/client-s3#GetObjectCommand', 'aws-sdk#S3().getObject'],
      argument: { index: 0, member: 'ResponseContentDisposition' },
      confidence: 'low',
      before: 'import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";\nconst s3 = new S3Client({});',
      bad: 'return s3.send(new GetObjectCommand({ Bucket: "photos", Key: "a.jpg", ResponseContentDisposition: `attachment; filename="${input}"` }));',
      good: 'return s3.send(new GetObjectCommand({ Bucket: "photos", Key: "a.jpg", ResponseContentDisposition: `attachment; filename="${encodeURIComponent(input)}"` }));',
    },
  ],
);
