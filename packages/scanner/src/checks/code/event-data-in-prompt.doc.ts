import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  SumUpReview:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/reviews', Method: post } }
`;

export default {
  why: 'A model cannot tell instructions from data. Who writes a part of the prompt can change what it answers, and which tools it calls.',
  exploit:
    '1. The attacker writes instructions into a review that a function sums up.\n2. The model follows them, with the tools that the function gives it.',
  fix: {
    javascript:
      'Keep instructions in the system prompt, give the model no tools that the caller may not use, and check its answer as one checks input.',
    python:
      'Keep instructions in the system prompt, give the model no tools that the caller may not use, and check its answer as one checks input.',
  },
  blindSpots: 'No call is safe by its form, so this is told as an inventory of where it can happen.',
  sources: [
    'https://cwe.mitre.org/data/definitions/1427.html',
    'https://genai.owasp.org/llmrisk/llm01-prompt-injection/',
  ],
  examples: {
    bad: [
      {
        title: 'a review that is summed up',
        template,
        subject: 'SumUpReview',
        marks: 'models.invoke_model(',
        files: {
          'app.py': `import json

import boto3

models = boto3.client('bedrock-runtime')


def handler(event, context):
    review = json.loads(event['body'])['review']
    prompt = f'Sum up: {review}'
    models.invoke_model(modelId='model', body=json.dumps({'prompt': prompt}))
    return {'statusCode': 204}
`,
        },
      },
    ],
    good: [
      {
        title: 'a prompt without data of the event',
        template,
        subject: 'SumUpReview',
        files: {
          'app.py': `import json

import boto3

models = boto3.client('bedrock-runtime')


def handler(event, context):
    models.invoke_model(modelId='model', body=json.dumps({'prompt': 'Write a greeting.'}))
    return {'statusCode': 204}
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
