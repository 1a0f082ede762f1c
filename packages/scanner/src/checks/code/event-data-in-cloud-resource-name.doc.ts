import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  RunJob:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/jobs/{job}', Method: post } }
`;

export default {
  why: "The function's role decides what it may reach; who names the function, bucket, queue, role or secret uses all of that.",
  exploit:
    '1. The attacker sends the name of another function of the account.\n2. The function invokes it, past the authentication that stands before it.',
  fix: {
    javascript: 'A `Map` from the names that a caller may send to the names of resources, from the environment.',
    python: 'A `dict` from the names that a caller may send to the names of resources, from the environment.',
  },
  blindSpots:
    'What the role permits decides how far this goes; a role that allows one resource leaves nothing to choose.',
  sources: ['https://cwe.mitre.org/data/definitions/99.html'],
  examples: {
    bad: [
      {
        title: 'a job that is a function of any name',
        template,
        subject: 'RunJob',
        marks: 'functions.invoke(',
        files: {
          'app.py': `import boto3

functions = boto3.client('lambda')


def handler(event, context):
    functions.invoke(FunctionName=event['pathParameters']['job'], InvocationType='Event')
    return {'statusCode': 202}
`,
        },
      },
    ],
    good: [
      {
        title: 'a job of a list',
        template,
        subject: 'RunJob',
        files: {
          'app.py': `import os

import boto3

functions = boto3.client('lambda')
JOBS = {'report': os.environ['REPORT_FUNCTION']}


def handler(event, context):
    job = JOBS.get(event['pathParameters']['job'])
    if job is None:
        return {'statusCode': 404}
    functions.invoke(FunctionName=job, InvocationType='Event')
    return {'statusCode': 202}
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
