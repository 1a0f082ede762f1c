import { expect, it } from 'vitest';
import type { CodeLanguage } from '../ir/module.ts';
import { flowsOf } from './proof-of-flows.fixture.ts';

/** Small services, each of which runs what a caller sends; the handler is `handler`. */
const services: readonly (readonly [title: string, language: CodeLanguage, code: string])[] = [
  [
    'Express under serverless-http',
    'javascript',
    `
import express from "express";
import serverless from "serverless-http";
const app = express();
app.get("/orders/:id", (request, response) => { eval(request.params.id); response.json({}); });
export const handler = serverless(app);`,
  ],
  [
    'an Express router with a middleware',
    'javascript',
    `
import { Router } from "express";
const router = Router();
router.post("/orders", (request, response, next) => next(), async (request, response) => { eval(request.body.rule); });
export const handler = async () => router;`,
  ],
  [
    'a chained Express route',
    'javascript',
    `
import express from "express";
const app = express();
app.route("/orders").get((request, response) => { eval(request.query.rule); });
export const handler = async () => app;`,
  ],
  [
    'Koa with a router',
    'javascript',
    `
import Koa from "koa";
import Router from "@koa/router";
const router = new Router();
router.get("/orders", async (ctx) => { eval(ctx.query.rule); });
const app = new Koa();
app.use(router.routes());
export const handler = async () => app;`,
  ],
  [
    'Fastify',
    'javascript',
    `
import fastify from "fastify";
const app = fastify();
app.post("/orders", async (request, reply) => { eval(request.body.rule); return {}; });
export const handler = async () => app;`,
  ],
  [
    'Fastify by options',
    'javascript',
    `
import Fastify from "fastify";
const app = Fastify();
app.route({ method: "GET", url: "/orders", handler: async (request, reply) => { eval(request.query.rule); } });
export const handler = async () => app;`,
  ],
  [
    'Hono',
    'javascript',
    `
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";
const app = new Hono();
app.get("/orders/:id", async (c) => { eval(c.req.param("id")); return c.text("ok"); });
export const handler = handle(app);`,
  ],
  [
    'Hono with a body',
    'javascript',
    `
import { Hono } from "hono";
const app = new Hono();
app.post("/orders", async (c) => { const body = await c.req.json(); eval(body.rule); return c.json({}); });
export const handler = async () => app;`,
  ],
  [
    'lambda-api',
    'javascript',
    `
import createAPI from "lambda-api";
const api = createAPI();
api.get("/orders", async (request, response) => { eval(request.query.rule); });
export const handler = async (event, context) => api.run(event, context);`,
  ],
  [
    'the Azure model of functions',
    'javascript',
    `
import { app } from "@azure/functions";
app.http("orders", { methods: ["GET"], handler: async (request, context) => { eval(request.query.get("rule")); return { body: "" }; } });
export const handler = async () => app;`,
  ],
  [
    'a queue of Azure',
    'javascript',
    `
import { app } from "@azure/functions";
app.storageQueue("orders", { queueName: "orders", handler: async (message, context) => { eval(message.rule); } });
export const handler = async () => app;`,
  ],
  [
    'GraphQL with a root',
    'javascript',
    `
import { graphql, buildSchema } from "graphql";
const schema = buildSchema("type Query { order(rule: String): String }");
const root = { order: ({ rule }) => eval(rule) };
export const handler = async (event) => graphql({ schema, source: JSON.parse(event.body).query, rootValue: root });`,
  ],
  [
    'functions-framework',
    'javascript',
    `
import functions from "@google-cloud/functions-framework";
functions.http("orders", (request, response) => { eval(request.query.rule); response.send("ok"); });
export const handler = async () => functions;`,
  ],
  [
    'cloud events of functions-framework',
    'javascript',
    `
import { cloudEvent } from "@google-cloud/functions-framework";
cloudEvent("orders", (event) => { eval(event.data.rule); });
export const handler = async () => undefined;`,
  ],
  [
    'middy',
    'javascript',
    `
import middy from "@middy/core";
import jsonBodyParser from "@middy/http-json-body-parser";
const run = async (event) => { eval(event.body.rule); };
export const handler = middy(run).use(jsonBodyParser());`,
  ],
  [
    'middy with a handler method',
    'javascript',
    `
import middy from "@middy/core";
export const handler = middy().use({ before: () => undefined }).handler(async (event) => { eval(event.body); });`,
  ],
  [
    'a wrapper of Sentry',
    'javascript',
    `
import * as Sentry from "@sentry/aws-serverless";
export const handler = Sentry.wrapHandler(async (event) => { eval(event.body); });`,
  ],
  [
    'a wrapper of Datadog',
    'javascript',
    `
import { datadog } from "datadog-lambda-js";
export const handler = datadog(async (event) => { eval(event.body); });`,
  ],
  [
    'a streamed response',
    'javascript',
    `
export const handler = awslambda.streamifyResponse(async (event, stream) => { eval(event.body); });`,
  ],
  [
    'Powertools batches',
    'javascript',
    `
import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
const processor = new BatchProcessor(EventType.SQS);
const one = async (record) => { eval(record.body); };
export const handler = async (event, context) => processPartialResponse(event, one, processor, { context });`,
  ],
  [
    'Powertools idempotency',
    'javascript',
    `
import { makeIdempotent } from "@aws-lambda-powertools/idempotency";
export const handler = makeIdempotent(async (event) => { eval(event.body); }, {});`,
  ],
  [
    'p-map',
    'javascript',
    `
import pMap from "p-map";
export const handler = async (event) => pMap(JSON.parse(event.body), async (rule) => eval(rule));`,
  ],
  [
    'bluebird',
    'javascript',
    `
import Promise from "bluebird";
export const handler = async (event) => Promise.map(JSON.parse(event.body), (rule) => eval(rule));`,
  ],
  [
    'a retry',
    'javascript',
    `
import retry from "async-retry";
export const handler = async (event) => retry(async () => eval(event.body));`,
  ],
  [
    'a promisified command',
    'javascript',
    `
import { promisify } from "node:util";
import { exec } from "node:child_process";
const run = promisify(exec);
export const handler = async (event) => run("file " + event.body);`,
  ],
  [
    'lodash',
    'javascript',
    `
import _ from "lodash";
export const handler = async (event) => _.forEach(JSON.parse(event.body), (rule) => eval(rule));`,
  ],
  [
    'Apollo resolvers',
    'javascript',
    `
import { ApolloServer } from "@apollo/server";
const server = new ApolloServer({ resolvers: { Query: { order: (parent, { rule }) => eval(rule) } } });
export const handler = async () => server;`,
  ],

  [
    'Powertools routes',
    'python',
    `
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
app = APIGatewayRestResolver()

@app.get("/orders/<order_id>")
def order(order_id):
    return eval(order_id)

def handler(event, context):
    return app.resolve(event, context)`,
  ],
  [
    'Powertools bodies',
    'python',
    `
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
app = APIGatewayHttpResolver()

@app.post("/orders")
def create():
    return eval(app.current_event.json_body["rule"])

def handler(event, context):
    return app.resolve(event, context)`,
  ],
  [
    'Powertools query values',
    'python',
    `
from aws_lambda_powertools.event_handler import LambdaFunctionUrlResolver
app = LambdaFunctionUrlResolver()

@app.get("/orders")
def orders():
    return eval(app.current_event.get_query_string_value("rule"))

def handler(event, context):
    return app.resolve(event, context)`,
  ],
  [
    'Powertools decorators',
    'python',
    `
from aws_lambda_powertools import Logger, Tracer
logger = Logger()
tracer = Tracer()

@logger.inject_lambda_context(log_event=True)
@tracer.capture_lambda_handler
def handler(event, context):
    eval(event["body"])`,
  ],
  [
    'Powertools data classes',
    'python',
    `
from aws_lambda_powertools.utilities.data_classes import event_source, APIGatewayProxyEvent

@event_source(data_class=APIGatewayProxyEvent)
def handler(event: APIGatewayProxyEvent, context):
    eval(event.get_query_string_value("rule"))`,
  ],
  [
    'Powertools batches',
    'python',
    `
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
processor = BatchProcessor(event_type=EventType.SQS)

def one(record):
    eval(record.body)

def handler(event, context):
    return process_partial_response(event=event, record_handler=one, processor=processor, context=context)`,
  ],
  [
    'Chalice',
    'python',
    `
from chalice import Chalice
app = Chalice(app_name="orders")

@app.route("/orders", methods=["POST"])
def create():
    return eval(app.current_request.json_body["rule"])

def handler(event, context):
    return app(event, context)`,
  ],
  [
    'path parameters of Chalice',
    'python',
    `
from chalice import Chalice
app = Chalice(app_name="orders")

@app.route("/orders/{order_id}")
def order(order_id):
    return eval(order_id)

def handler(event, context):
    return app(event, context)`,
  ],
  [
    'queues of Chalice',
    'python',
    `
from chalice import Chalice
app = Chalice(app_name="orders")

@app.on_sqs_message(queue="orders")
def take(event):
    for record in event:
        eval(record.body)

def handler(event, context):
    return app(event, context)`,
  ],
  [
    'Flask',
    'python',
    `
from flask import Flask, request
app = Flask(__name__)

@app.route("/orders")
def orders():
    return str(eval(request.args.get("rule")))

def handler(event, context):
    return app`,
  ],
  [
    'a blueprint of Flask',
    'python',
    `
from flask import Blueprint, request
orders = Blueprint("orders", __name__)

@orders.post("/orders")
def create():
    return str(eval(request.get_json()["rule"]))

def handler(event, context):
    return orders`,
  ],
  [
    'FastAPI under Mangum',
    'python',
    `
from fastapi import FastAPI
from mangum import Mangum
app = FastAPI()

@app.get("/orders")
async def orders(rule: str):
    return eval(rule)

handler = Mangum(app)`,
  ],
  [
    'the request of FastAPI',
    'python',
    `
from fastapi import APIRouter, Request
router = APIRouter()

@router.post("/orders")
async def create(request: Request):
    body = await request.json()
    return eval(body["rule"])

def handler(event, context):
    return router`,
  ],
  [
    'the Azure model of functions',
    'python',
    `
import azure.functions as func
app = func.FunctionApp()

@app.route(route="orders")
def orders(req: func.HttpRequest) -> func.HttpResponse:
    eval(req.params.get("rule"))

def handler(event, context):
    return app`,
  ],
  [
    'functions-framework',
    'python',
    `
import functions_framework

@functions_framework.http
def orders(request):
    return str(eval(request.args["rule"]))

def handler(event, context):
    return None`,
  ],
  [
    'cloud events of functions-framework',
    'python',
    `
import functions_framework

@functions_framework.cloud_event
def orders(cloud_event):
    eval(cloud_event.data["rule"])

def handler(event, context):
    return None`,
  ],
  [
    'a thread pool',
    'python',
    `
import json
from concurrent.futures import ThreadPoolExecutor

def run(rule):
    return eval(rule)

def handler(event, context):
    with ThreadPoolExecutor() as pool:
        return list(pool.map(run, json.loads(event["body"])))`,
  ],
  [
    'a cached function',
    'python',
    `
from functools import lru_cache

@lru_cache(maxsize=8)
def run(rule):
    return eval(rule)

def handler(event, context):
    return run(event["body"])`,
  ],
  [
    'a retried function',
    'python',
    `
from tenacity import retry

@retry(stop=3)
def run(rule):
    return eval(rule)

def handler(event, context):
    return run(event["body"])`,
  ],
];

it.each(services)('what a caller sends to %s (%s) is followed', (title, language, code) => {
  const source = title === 'Powertools batches' ? 'queue' : 'rest-api';
  expect(flowsOf(language, code.trimStart(), source).map((flow) => flow.class)).toContain(
    title === 'a promisified command' ? 'command-injection' : 'code-injection',
  );
});
