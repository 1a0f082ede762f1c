import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './queue-visibility-below-timeout.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };

function severities(visibility: number, properties: string): readonly string[] {
  const estate = buildEstate(
    'orders',
    assignment,
    readTemplateText(`Resources:
  Orders: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: ${visibility} } }
  Fulfil:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      Code: { ZipFile: exports.handler = 1 }
      ${properties}
  Feed:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { EventSourceArn: !GetAtt Orders.Arn, FunctionName: !Ref Fulfil }
`),
  );
  const settings = { ...defaultSettings, asOf: '2026-11-01' };
  return judge(estate, factsOf(estate, memoryTree({})), [check], settings).findings.map((finding) => finding.severity);
}

describe('the visibility timeout of a queue', () => {
  it.each([
    ['below the timeout of the function', 60, 'Timeout: 90', ['medium']],
    ['below six times the timeout', 120, 'Timeout: 90', ['info']],
    ['of six times the timeout', 540, 'Timeout: 90', []],
    [
      'far above what a durable execution may take',
      120,
      'Timeout: 90\n      DurableConfig: { ExecutionTimeout: 10 }',
      [],
    ],
    [
      'below the timeout, which Lambda refuses for a durable function too',
      60,
      'Timeout: 90\n      DurableConfig: { ExecutionTimeout: 10 }',
      ['medium'],
    ],
  ])('%s', (_, visibility, properties, expected) => {
    expect(severities(visibility, properties)).toEqual(expected);
  });
});
