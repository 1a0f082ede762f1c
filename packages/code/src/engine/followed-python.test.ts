import { expect, test } from 'vitest';
import { flowsOf } from './facts-of.fixture.ts';

/** Each handler gives data of the event to a shell: the ways that data takes through the language. */
const followed: Readonly<Record<string, string>> = {
  'a class with a method and an attribute': `
import json, os

class Archiver:
    def __init__(self, folder):
        self.folder = folder

    def archive(self, name):
        os.system(f"tar czf {self.folder}/{name}.tgz")

def handler(event, context):
    Archiver("/tmp").archive(json.loads(event["body"])["name"])
`,
  'an inherited method, through super': `
import os

class Base:
    def run(self, command):
        os.system(command)

class Archiver(Base):
    def run(self, name):
        super().run("tar " + name)

def handler(event, context):
    Archiver().run(event["queryStringParameters"]["name"])
`,
  'a property, a class method and a static method': `
import os

class Order:
    @classmethod
    def of(cls, event):
        return cls(event["body"])

    def __init__(self, name):
        self._name = name

    @property
    def command(self):
        return Order.quote(self._name)

    @staticmethod
    def quote(name):
        return "rm '%s'" % name

def handler(event, context):
    os.system(Order.of(event).command)
`,
  'a dataclass': `
import os
from dataclasses import dataclass

@dataclass
class Order:
    id: str
    name: str = "order"

def handler(event, context):
    order = Order("1", name=event["body"])
    os.system("rm " + order.name)
`,
  'format, join and a list that is filled': `
import os

def handler(event, context):
    parts = ["tar"]
    parts.append("czf {}".format(event["pathParameters"]["name"]))
    os.system(" ".join(parts))
`,
  'a comprehension and a loop over items': `
import json, os

def handler(event, context):
    names = [order.get("name") for order in json.loads(event["body"])["orders"]]
    for index, name in enumerate(names):
        os.system("rm " + name)
`,
  'a dict that is unpacked into keyword arguments': `
import json, os

def remove(name, folder="/tmp", **rest):
    os.system(f"rm {folder}/{name}")

def handler(event, context):
    order = json.loads(event["body"])
    remove(**order)
`,
  'items of the query': `
import os

def handler(event, context):
    for key, value in (event.get("queryStringParameters") or {}).items():
        os.system("echo " + value)
`,
  'a decorator of its own': `
import functools, json, os

def with_errors(work):
    @functools.wraps(work)
    def inner(event, context):
        try:
            return {"statusCode": 200, "body": json.dumps(work(event, context))}
        except ValueError as error:
            return {"statusCode": 400}
    return inner

@with_errors
def handler(event, context):
    os.system("rm " + event["body"])
`,
  'a decorator with arguments': `
import os

def needs(*names):
    def decorate(work):
        def inner(event, context):
            values = [event["queryStringParameters"][name] for name in names]
            return work(*values)
        return inner
    return decorate

@needs("name", "folder")
def handler(name, folder):
    os.system("rm " + folder + "/" + name)
`,
  'a decorator of a library that is not known': `
import os
from acme_lambda import traced

@traced(level="info")
def handler(event, context):
    os.system("rm " + event["body"])
`,
  'a package with relative imports': `
from orders.archive import archive

def handler(event, context):
    archive(event["body"])
#- orders/__init__.py
#- orders/archive.py
from . import shell
from .names import clean as tidy

def archive(name):
    shell.run("tar " + tidy(name))
#- orders/names.py
def clean(name):
    return name.strip().lower()
#- orders/shell.py
from subprocess import run as execute

def run(command):
    return execute(command, shell=True, check=True)
`,
  'a star import': `
from helpers import *

def handler(event, context):
    run(event["body"])
#- helpers.py
import os

def run(name):
    os.system("rm " + name)
`,
  'a table of functions and a lambda': `
import os

actions = {"remove": lambda name: os.system("rm " + name), "keep": lambda name: None}

def handler(event, context):
    action = event["pathParameters"]["action"]
    return actions[action](event["body"])
`,
  'a thread pool and partial': `
import json, os
from concurrent.futures import ThreadPoolExecutor
from functools import partial

def remove(folder, name):
    os.system(f"rm {folder}/{name}")

def handler(event, context):
    with ThreadPoolExecutor() as pool:
        list(pool.map(partial(remove, "/tmp"), json.loads(event["body"])["names"]))
`,
  asyncio: `
import asyncio, json, os

async def remove(name):
    os.system("rm " + name)

async def main(names):
    await asyncio.gather(*[remove(name) for name in names])

def handler(event, context):
    asyncio.run(main(json.loads(event["body"])["names"]))
`,
  'a generator': `
import json, os

def names(event):
    for order in json.loads(event["body"]):
        yield order["name"]

def handler(event, context):
    for name in names(event):
        os.system("rm " + name)
`,
  'a handler that is an instance': `
import os

class Handler:
    def __call__(self, event, context):
        return self.run(event["body"])

    def run(self, name):
        os.system("rm " + name)

handler = Handler()
`,
  'routes of Powertools': `
import os
from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayRestResolver

logger = Logger()
app = APIGatewayRestResolver()

@app.delete("/orders/<name>")
def remove(name: str):
    os.system("rm " + name)
    return {}

@logger.inject_lambda_context
def handler(event, context):
    return app.resolve(event, context)
`,
  'a global that the handler sets': `
import os

current = None

def remove():
    os.system("rm " + current)

def handler(event, context):
    global current
    current = event["body"]
    remove()
`,
  'a match statement': `
import json, os

def handler(event, context):
    match json.loads(event["body"]):
        case {"action": "remove", "name": name}:
            os.system("rm " + name)
        case _:
            return None
`,
  'a conditional expression, walrus and slices': `
import os

def handler(event, context):
    if (name := event.get("body")):
        os.system("rm " + (name[:10] if len(name) > 10 else name))
`,
};

function filesOf(code: string): Readonly<Record<string, string>> {
  const [first = '', ...rest] = code.split(/^#- /m);
  const files: Record<string, string> = { 'app.py': first };
  for (const one of rest) {
    const end = one.indexOf('\n');
    files[one.slice(0, end).trim()] = one.slice(end);
  }
  return files;
}

const dangerous = /os#system|subprocess#run/;

test.each(Object.entries(followed))('data is followed through %s', (_, code) => {
  expect(flowsOf(filesOf(code)).filter((flow) => dangerous.test(flow))).not.toEqual([]);
});

const silent: Readonly<Record<string, string>> = {
  'a variable that is written over': `
    name = event["body"]
    name = "orders"
    os.system("rm " + name)`,
  'a value of a table': `
    folders = {"new": "/tmp/new", "old": "/tmp/old"}
    os.system("rm " + folders[event["body"]])
    os.system("rm " + folders.get(event["body"], "/tmp/none"))`,
  'an allow-list': `
    name = json.loads(event["body"])["name"]
    if name not in ("new", "old"):
        return {"statusCode": 400}
    os.system("rm " + name)`,
  'an allow-list with an exception': `
    name = json.loads(event["body"]).get("name")
    check(name)
    os.system("rm " + name)`,
  'a pattern': `
    name = event["body"]
    if not re.fullmatch(r"[a-z0-9-]+", name):
        raise ValueError(name)
    os.system("rm " + name)`,
  'a compiled pattern': `
    if SAFE.match(event["body"]):
        os.system("rm " + event["body"])`,
  numbers: `
    os.system("rm %d" % int(event["body"]))
    os.system(f"rm {int(event['pathParameters']['id'])}")`,
  'a quoted text': `
    os.system("rm " + shlex.quote(event["body"]))`,
  'a list of arguments': `
    subprocess.run(["rm", event["body"]], check=True)`,
  'a type': `
    value = json.loads(event["body"])["count"]
    if not isinstance(value, int):
        return None
    os.system("rm " + str(value))`,
  'a model of pydantic': `
    order = Order.model_validate_json(event["body"])
    os.system(f"rm {order.id}")
    os.system(f"rm {Order(**json.loads(event['body'])).id}")`,
  'an enumeration': `
    state = State(event["body"])
    os.system("rm " + state.value)`,
};

test.each(Object.entries(silent))('nothing is reported for %s', (_, code) => {
  const text = `
import enum, json, os, re, shlex, subprocess
from pydantic import BaseModel

SAFE = re.compile(r"^[a-z]+$")

class Order(BaseModel):
    id: int
    name: str

class State(enum.Enum):
    NEW = "new"
    OLD = "old"

def check(name):
    if name not in ["new", "old"]:
        raise ValueError("unknown name")

def handler(event, context):${code}
`;
  expect(flowsOf({ 'app.py': text }).filter((flow) => dangerous.test(flow))).toEqual([]);
});
