import { sinksOf, type SinkRow } from '../../example.ts';
import type { SinkSpec } from '../../spec.ts';

const returned = ['return#response'];
const escape = 'import html';

/** Frameworks of which the returned text of a view is a page unless it says otherwise. */
const flask =
  'import html\nfrom flask import Flask, request, make_response, redirect, Response\napp = Flask(__name__)\n\n@app.route("/hello")\ndef hello():\n';

function view(id: string, callees: readonly string[], bad: string, good: string, row: Partial<SinkRow> = {}): SinkRow {
  // The view is the way in; the handler only keeps the file whole.
  return { id, callees, argument: 0, bad: besideHandler(bad), good: besideHandler(good), ...row };
}

/** Code after the handler, not in it. */
function besideHandler(code: string): string {
  return `return None\n\n${code}`;
}

export const markupSinks: readonly SinkSpec[] = sinksOf(
  { language: 'python', class: 'cross-site-scripting', position: 'any' },
  [
    {
      id: 'response.html',
      callees: returned,
      argument: { index: 0, member: 'body' },
      when: [
        { argument: 0, is: 'map' },
        { argument: { index: 0, member: 'headers.Content-Type' }, is: { startsWith: 'text/html' } },
      ],
      before: escape,
      bad: 'return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": f"<p>Hello {input}</p>"}',
      good: 'return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": f"<p>Hello {html.escape(input)}</p>"}',
    },
    {
      id: 'response.html-list',
      callees: returned,
      argument: { index: 0, member: 'body' },
      when: [
        { argument: 0, is: 'map' },
        { argument: { index: 0, member: 'multiValueHeaders.Content-Type' }, is: { contains: 'text/html' } },
      ],
      before: escape,
      bad: 'return {"statusCode": 200, "multiValueHeaders": {"Content-Type": ["text/html"]}, "body": f"<p>Hello {input}</p>"}',
      good: 'return {"statusCode": 200, "multiValueHeaders": {"Content-Type": ["application/json"]}, "body": f"Hello {input}"}',
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
      before: escape,
      bad: 'return {"statusCode": 200, "headers": {"content-type": "image/svg+xml"}, "body": f"<svg><text>{input}</text></svg>"}',
      good: 'return {"statusCode": 200, "headers": {"content-type": "image/svg+xml"}, "body": f"<svg><text>{html.escape(input)}</text></svg>"}',
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
      before: 'import json',
      bad: 'return {"statusCode": 200, "body": f"<p>Hello {input}</p>"}',
      good: 'return {"statusCode": 200, "body": json.dumps({"hello": input})}',
    },
    view(
      'flask.view',
      ['return#flask', 'return#functions-framework'],
      '@app.route("/hello")\ndef hello():\n    return "<p>" + request.args["name"] + "</p>"',
      '@app.route("/hello")\ndef hello():\n    return "<p>" + html.escape(request.args["name"]) + "</p>"',
      { before: flask.slice(0, flask.indexOf('@app')) },
    ),
    view(
      'flask.response',
      [
        'flask#make_response',
        'flask#Response',
        'werkzeug.wrappers#Response',
        'flask#Markup',
        'markupsafe#Markup',
        'django.utils.safestring#mark_safe',
        'django.http#HttpResponse',
        'django.http.response#HttpResponse',
        'fastapi.responses#HTMLResponse',
        'starlette.responses#HTMLResponse',
        'aws_lambda_powertools.event_handler#Response.html',
        'sanic.response#html',
        'bottle#HTTPResponse',
        'azure.functions#HttpResponse.html',
        'wtforms.widgets#HTMLString',
        'django.utils.html#format_html_raw',
      ],
      '@app.route("/hello")\ndef hello():\n    return make_response("<p>" + request.args["name"] + "</p>")',
      '@app.route("/hello")\ndef hello():\n    return make_response("<p>" + html.escape(request.args["name"]) + "</p>")',
      { before: flask.slice(0, flask.indexOf('@app')) },
    ),
    {
      id: 'powertools.response',
      callees: [
        'aws_lambda_powertools.event_handler#Response',
        'aws_lambda_powertools.event_handler.api_gateway#Response',
        'chalice#Response',
        'azure.functions#HttpResponse',
        'fastapi#Response',
        'fastapi.responses#Response',
        'starlette.responses#Response',
      ],
      argument: { name: 'body' },
      position: 'markup',
      confidence: 'medium',
      when: [{ argument: { name: 'content_type' }, is: { startsWith: 'text/html' } }],
      before: 'import html\nfrom aws_lambda_powertools.event_handler import Response',
      bad: 'return Response(status_code=200, content_type="text/html", body=f"<p>{input}</p>")',
      good: 'return Response(status_code=200, content_type="text/html", body=f"<p>{html.escape(input)}</p>")',
    },
    {
      id: 'azure.response',
      callees: ['azure.functions#HttpResponse'],
      argument: { index: 0, name: 'body' },
      when: [{ argument: { name: 'mimetype' }, is: { startsWith: 'text/html' } }],
      before: 'import html\nimport azure.functions as func',
      bad: 'return func.HttpResponse(f"<p>{input}</p>", mimetype="text/html")',
      good: 'return func.HttpResponse(f"<p>{html.escape(input)}</p>", mimetype="text/html")',
    },
    {
      id: 'chalice.response',
      callees: ['chalice#Response'],
      argument: { index: 0, name: 'body' },
      when: [{ argument: { name: 'headers', member: 'Content-Type' }, is: { startsWith: 'text/html' } }],
      before: 'import html\nfrom chalice import Response',
      bad: 'return Response(body=f"<p>{input}</p>", headers={"Content-Type": "text/html"})',
      good: 'return Response(body=f"<p>{html.escape(input)}</p>", headers={"Content-Type": "text/html"})',
    },
    {
      id: 's3.public-page',
      callees: [
        'boto3#client(s3).put_object',
        'boto3#resource(s3).Object().put',
        'boto3#resource(s3).Bucket().put_object',
      ],
      argument: { name: 'Body' },
      when: [{ argument: { name: 'ContentType' }, is: { startsWith: 'text/html' } }],
      position: 'markup',
      confidence: 'medium',
      before: 'import html\nimport boto3\ns3 = boto3.client("s3")',
      bad: 's3.put_object(Bucket="site", Key="index.html", ContentType="text/html", Body=f"<p>{input}</p>")',
      good: 's3.put_object(Bucket="site", Key="index.html", ContentType="text/html", Body=f"<p>{html.escape(input)}</p>")',
    },
  ],
);

export const mailSinks: readonly SinkSpec[] = sinksOf(
  { language: 'python', class: 'cross-site-scripting', position: 'markup' },
  [
    {
      id: 'ses.html',
      callees: ['boto3#client(ses).send_email'],
      argument: { name: 'Message', member: 'Body.Html.Data' },
      before: 'import html\nimport boto3\nses = boto3.client("ses")',
      bad: 'ses.send_email(Source="shop@example.com", Message={"Body": {"Html": {"Data": f"<p>{input}</p>"}}})',
      good: 'ses.send_email(Source="shop@example.com", Message={"Body": {"Html": {"Data": f"<p>{html.escape(input)}</p>"}}})',
    },
    {
      id: 'sesv2.html',
      callees: ['boto3#client(sesv2).send_email'],
      argument: { name: 'Content', member: 'Simple.Body.Html.Data' },
      before: 'import html\nimport boto3\nses = boto3.client("sesv2")',
      bad: 'ses.send_email(Content={"Simple": {"Body": {"Html": {"Data": f"<p>{input}</p>"}}}})',
      good: 'ses.send_email(Content={"Simple": {"Body": {"Html": {"Data": f"<p>{html.escape(input)}</p>"}}}})',
    },
    {
      id: 'mime-text.html',
      callees: [
        'email.mime.text#MIMEText',
        'email.message#EmailMessage().set_content',
        'email.message#EmailMessage().add_alternative',
        'django.core.mail#EmailMultiAlternatives().attach_alternative',
      ],
      argument: 0,
      confidence: 'medium',
      before: 'import html\nfrom email.mime.text import MIMEText',
      bad: 'return MIMEText(f"<p>{input}</p>", "html")',
      good: 'return MIMEText(f"<p>{html.escape(input)}</p>", "html")',
    },
    {
      id: 'sendgrid.html',
      callees: [
        'sendgrid.helpers.mail#Mail',
        'sendgrid.helpers.mail#Content',
        'resend#Emails.send',
        'mailjet_rest#Client().send.create',
        'django.core.mail#send_mail',
      ],
      argument: { name: 'html_content' },
      before: 'import html\nfrom sendgrid.helpers.mail import Mail',
      bad: 'return Mail(to_emails="shop@example.com", html_content=f"<p>{input}</p>")',
      good: 'return Mail(to_emails="shop@example.com", html_content=f"<p>{html.escape(input)}</p>")',
    },
    {
      id: 'smtplib.message',
      class: 'mail-injection',
      position: 'text',
      callees: ['smtplib#SMTP().sendmail', 'smtplib#SMTP_SSL().sendmail'],
      argument: 2,
      confidence: 'medium',
      before: 'import smtplib\nmailer = smtplib.SMTP("localhost")',
      bad: 'mailer.sendmail("shop@example.com", "ann@example.com", f"Subject: {input}\\n\\nHello")',
      good: 'mailer.sendmail("shop@example.com", "ann@example.com", f"Subject: order {int(input)}\\n\\nHello")',
    },
    {
      id: 'ses.raw',
      class: 'mail-injection',
      position: 'text',
      callees: ['boto3#client(ses).send_raw_email'],
      argument: { name: 'RawMessage', member: 'Data' },
      confidence: 'medium',
      before: 'import boto3\nses = boto3.client("ses")',
      bad: 'ses.send_raw_email(RawMessage={"Data": f"Subject: {input}\\r\\n\\r\\nHello"})',
      good: 'ses.send_raw_email(RawMessage={"Data": f"Subject: order {int(input)}\\r\\n\\r\\nHello"})',
    },
  ],
);

export const headerSinks: readonly SinkSpec[] = sinksOf(
  { language: 'python', class: 'header-injection', position: 'text' },
  [
    {
      id: 'response.location',
      class: 'open-redirect',
      position: 'start',
      callees: returned,
      argument: { index: 0, member: 'headers.Location' },
      when: [{ argument: 0, is: 'map' }],
      before: 'from urllib.parse import quote',
      bad: 'return {"statusCode": 302, "headers": {"Location": input}}',
      good: 'return {"statusCode": 302, "headers": {"Location": f"https://shop.example.com/orders/{quote(input)}"}}',
    },
    {
      id: 'response.location-list',
      class: 'open-redirect',
      position: 'start',
      callees: returned,
      argument: { index: 0, member: 'multiValueHeaders.Location' },
      when: [{ argument: 0, is: 'map' }],
      before: 'from urllib.parse import quote',
      bad: 'return {"statusCode": 302, "multiValueHeaders": {"Location": [input]}}',
      good: 'return {"statusCode": 302, "multiValueHeaders": {"Location": ["https://shop.example.com/?q=" + quote(input)]}}',
    },
    {
      id: 'response.headers',
      callees: returned,
      argument: { index: 0, member: 'headers.*' },
      when: [{ argument: 0, is: 'map' }],
      confidence: 'low',
      before: 'from urllib.parse import quote',
      bad: 'return {"statusCode": 200, "headers": {"X-Order": input}, "body": ""}',
      good: 'return {"statusCode": 200, "headers": {"X-Order": quote(input)}, "body": ""}',
    },
    {
      id: 'response.set-cookie',
      callees: returned,
      argument: { index: 0, member: 'headers.Set-Cookie' },
      when: [{ argument: 0, is: 'map' }],
      confidence: 'medium',
      before: 'from urllib.parse import quote',
      bad: 'return {"statusCode": 200, "headers": {"Set-Cookie": f"theme={input}; Secure"}, "body": ""}',
      good: 'return {"statusCode": 200, "headers": {"Set-Cookie": f"theme={quote(input)}; Secure"}, "body": ""}',
    },
    {
      id: 'response.cookies',
      callees: returned,
      argument: { index: 0, member: 'cookies' },
      when: [{ argument: 0, is: 'map' }],
      confidence: 'medium',
      position: 'any',
      before: 'from urllib.parse import quote',
      bad: 'return {"statusCode": 200, "cookies": [f"theme={input}"], "body": ""}',
      good: 'return {"statusCode": 200, "cookies": [f"theme={quote(input)}"], "body": ""}',
    },
    view(
      'flask.redirect',
      [
        'flask#redirect',
        'werkzeug.utils#redirect',
        'django.shortcuts#redirect',
        'django.http#HttpResponseRedirect',
        'django.http#HttpResponsePermanentRedirect',
        'fastapi.responses#RedirectResponse',
        'starlette.responses#RedirectResponse',
        'bottle#redirect',
        'sanic.response#redirect',
        'aiohttp.web#HTTPFound',
        'tornado.web#RequestHandler().redirect',
        'cherrypy#HTTPRedirect',
      ],
      '@app.route("/go")\ndef go():\n    return redirect(request.args["to"])',
      '@app.route("/go")\ndef go():\n    return redirect("/orders/" + request.args["to"])',
      { class: 'open-redirect', position: 'start', before: flask.slice(0, flask.indexOf('@app')) },
    ),
    {
      id: 'requests.headers',
      callees: ['get', 'post', 'put', 'patch', 'delete'].flatMap((verb) => [
        `requests#${verb}`,
        `requests#Session().${verb}`,
        `httpx#${verb}`,
      ]),
      argument: { name: 'headers', member: '*' },
      confidence: 'low',
      before: 'from urllib.parse import quote\nimport requests',
      bad: 'return requests.get("https://orders.example.com", headers={"X-Order": input}).text',
      good: 'return requests.get("https://orders.example.com", headers={"X-Order": quote(input)}).text',
    },
  ],
);
