/** A template made to hurt its reader, and what the reader says about it. */
export interface HostileCase {
  readonly name: string;
  readonly files: () => Readonly<Record<string, string>>;
  /** A diagnostic that must be there; undefined where the text is odd and yet complete. */
  readonly code?: string;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonMap = { readonly [key: string]: Json };

const lambda = (more: JsonMap = {}): JsonMap => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Handler: 'orders.place',
    Runtime: 'nodejs22.x',
    Code: { ZipFile: 'x' },
    Role: 'arn:aws:iam::123456789012:role/orders',
    ...more,
  },
});
const range = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const mapOf = (count: number, make: (index: number) => readonly [string, Json]): JsonMap =>
  Object.fromEntries(range(count, make));
const stack = (url: string, parameters: JsonMap = {}): JsonMap => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: url, Parameters: parameters },
});
const nest = (start: Json, levels: number, wrap: (inner: Json) => Json): Json =>
  range(levels, (level) => level).reduce<Json>((inner) => wrap(inner), start);
const one =
  (template: JsonMap): (() => Record<string, string>) =>
  () => ({ 'template.json': JSON.stringify(template) });
const withFunction = (description: Json): (() => Record<string, string>) =>
  one({ Resources: { Place: lambda({ Description: description }) } });
const levels =
  (count: number, template: (level: number, next: string) => JsonMap): (() => Record<string, string>) =>
  () =>
    Object.fromEntries(
      range(count, (level) => [`level${level}.json`, JSON.stringify(template(level, `./level${level + 1}.json`))]),
    );
const wide = 20;

export const hostileCases: readonly HostileCase[] = [
  {
    name: 'Resources is a list',
    files: one({ AWSTemplateFormatVersion: '2010-09-09', Resources: [lambda()] }),
    code: 'section-not-a-map',
  },
  {
    name: 'Resources is a text',
    files: () => ({ 'template.yaml': 'AWSTemplateFormatVersion: "2010-09-09"\nResources: none\n' }),
    code: 'section-not-a-map',
  },
  {
    name: 'Resources is null',
    files: () => ({ 'template.yaml': 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n' }),
    code: 'template-without-resources',
  },
  {
    name: 'a resource is a text',
    files: () => ({
      'template.yaml': 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Orders: AWS::SQS::Queue\n',
    }),
    code: 'resource-not-a-map',
  },
  {
    name: 'a resource without a type',
    files: one({ AWSTemplateFormatVersion: '2010-09-09', Resources: { Orders: { Properties: {} } } }),
    code: 'resource-without-type',
  },
  {
    name: 'a type that nobody knows',
    files: one({ Resources: { Orders: { Type: 'AWS::Warehouse::Shelf', Properties: { Depth: 3 } } } }),
  },
  {
    name: 'broken YAML',
    files: () => ({
      'template.yaml': 'Resources:\n  Place:\n    Type: AWS::Lambda::Function\n    Properties: {Handler: [\n',
    }),
    code: 'template-yaml-invalid',
  },
  {
    name: 'broken JSON',
    files: () => ({
      'template.json':
        '{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"Place": {"Type": "AWS::Lambda::Function",}',
    }),
    code: 'template-json-invalid',
  },
  {
    name: 'lists 100,000 deep',
    files: () => ({
      'template.yaml': `Resources:\n  Place:\n    Type: AWS::Lambda::Function\n    Properties: ${'['.repeat(100_000)}`,
    }),
    code: 'template-too-deep',
  },
  {
    name: 'maps 10,000 deep',
    files: () => ({
      'template.json': `{"Resources":{"Place":{"Type":"AWS::Lambda::Function","Properties":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_003)}`,
    }),
    code: 'template-too-deep',
  },
  {
    name: 'an alias bomb',
    files: () => ({
      'template.yaml': `AWSTemplateFormatVersion: "2010-09-09"\nMetadata:\n  a0: &a0 [x, x]\n${range(40, (index) => `  a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`).join('')}Resources:\n  Orders: {Type: AWS::SQS::Queue}\n`,
    }),
    code: 'template-too-many-aliases',
  },
  {
    name: 'a merge bomb',
    files: () => ({
      'template.yaml': `AWSTemplateFormatVersion: "2010-09-09"\nMetadata:\n  a: &a {${range(1000, (index) => `k${index}: 1`).join(', ')}}\n${range(1000, (index) => `  b${index}: {<<: *a}\n`).join('')}Resources:\n  Orders: {Type: AWS::SQS::Queue}\n`,
    }),
    code: 'template-too-many-aliases',
  },
  {
    name: 'a lone surrogate',
    files: () => ({
      'template.yaml':
        'Resources:\n  Place\uD800:\n    Type: AWS::Lambda::Function\n    Properties: {FunctionName: "\uDC00", Handler: "\\ud800.x"}\n',
    }),
  },
  {
    name: 'NUL in the text',
    files: () => ({ 'template.yaml': 'Resources:\n  Orders: {Type: AWS::SQS::Queue}\n\0\0\n' }),
    code: 'template-binary',
  },
  {
    name: 'words of Object.prototype as names and types',
    files: () => ({
      'template.json':
        '{"Transform":"AWS::Serverless-2016-10-31","Parameters":{"constructor":{"Type":"toString"}},"Mappings":{"__proto__":{}},"Resources":{"__proto__":{"Type":"AWS::Lambda::Function","Properties":{"__proto__":1}},"constructor":{"Type":"AWS::Serverless::Function","Properties":{"Runtime":"valueOf","Policies":["toString",{"constructor":{}}],"Events":{"__proto__":{"Type":"constructor"}},"EventInvokeConfig":{"DestinationConfig":{"OnFailure":{"Type":"toString"}}}}},"hasOwnProperty":{"Type":"__proto__"},"Link":{"Type":"AWS::Serverless::Connector","Properties":{"Source":{"Id":"hasOwnProperty"},"Destination":{"Type":"constructor"},"Permissions":["Read"]}}}}',
    }),
  },
  {
    name: 'conditions that depend on each other',
    files: one({
      Conditions: { A: { Condition: 'B' }, B: { 'Fn::And': [{ Condition: 'A' }, { Condition: 'A' }] } },
      Resources: { Place: { ...lambda(), Condition: 'A' } },
    }),
    code: 'condition-cycle',
  },
  {
    name: 'a chain of 3,000 conditions',
    files: one({
      Conditions: {
        ...mapOf(3000, (index) => [`C${index}`, { 'Fn::Not': [{ Condition: `C${index + 1}` }] }]),
        C3000: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'x'] },
      },
      Resources: { Place: { ...lambda(), Condition: 'C0' } },
    }),
  },
  {
    name: 'a hundred independent conditions',
    files: one({
      Parameters: mapOf(100, (index) => [`P${index}`, { Type: 'String' }]),
      Conditions: mapOf(100, (index) => [`C${index}`, { 'Fn::Equals': [{ Ref: `P${index}` }, 'x'] }]),
      Resources: mapOf(100, (index) => [`Place${index}`, { ...lambda(), Condition: `C${index}` }]),
    }),
    code: 'assignments-left-out',
  },
  {
    name: 'a stack in itself',
    files: () => ({
      'template.json': JSON.stringify({
        Resources: { Self: stack('./template.json'), Again: stack('./template.json'), Place: lambda() },
      }),
    }),
    code: 'nested-template-cycle',
  },
  {
    name: 'stacks in a circle',
    files: () => ({
      'a.json': JSON.stringify({ Resources: { Next: stack('./b.json'), Place: lambda() } }),
      'b.json': JSON.stringify({ Resources: { Next: stack('./a.json') } }),
    }),
    code: 'nested-template-cycle',
  },
  {
    name: 'ten stacks in each of ten, twelve levels down',
    files: levels(13, (level, next) => ({
      Resources: level === 12 ? { Place: lambda() } : mapOf(10, (index) => [`Next${index}`, stack(next)]),
    })),
    code: 'nested-stacks-too-many',
  },
  {
    name: 'a nested template that is not there',
    files: one({ Resources: { Next: stack('./missing.json') } }),
    code: 'nested-template-missing',
  },
  {
    name: 'a nested template outside the root',
    files: one({ Resources: { Next: stack('../../../etc/passwd') } }),
    code: 'path-outside-root',
  },
  {
    name: 'a parameter that grows twentyfold in each nested stack',
    files: levels(10, (level, next) => ({
      Parameters: { P: { Type: 'String', Default: 'x'.repeat(40) } },
      Resources: {
        Place: lambda({ Description: { Ref: 'P' } }),
        ...(level === 9 ? {} : { Next: stack(next, { P: { 'Fn::Join': ['', range(wide, () => ({ Ref: 'P' }))] } }) }),
      },
    })),
    code: 'template-too-complex',
  },
  {
    name: 'an output that grows twentyfold in each nested stack',
    files: levels(10, (level, next) => ({
      Resources: { Place: lambda(), ...(level === 9 ? {} : { Next: stack(next) }) },
      Outputs: {
        O: {
          Value:
            level === 9
              ? 'x'.repeat(40)
              : { 'Fn::Join': ['', range(wide, () => ({ 'Fn::GetAtt': ['Next', 'Outputs.O'] }))] },
        },
      },
    })),
    code: 'template-too-complex',
  },
  {
    name: 'an import that grows twentyfold in each template',
    files: levels(10, (level) => ({
      Resources: { Place: lambda({ Description: { 'Fn::ImportValue': `E${level + 1}` } }) },
      Outputs: {
        O: {
          Export: { Name: `E${level}` },
          Value:
            level === 9
              ? 'x'.repeat(40)
              : { 'Fn::Join': ['', range(wide, () => ({ 'Fn::ImportValue': `E${level + 1}` }))] },
        },
      },
    })),
    code: 'template-too-complex',
  },
  {
    name: 'imports in a circle',
    files: () => ({
      'a.json': JSON.stringify({
        Resources: { Place: lambda({ Description: { 'Fn::ImportValue': 'B' } }) },
        Outputs: { O: { Export: { Name: 'A' }, Value: { 'Fn::ImportValue': 'B' } } },
      }),
      'b.json': JSON.stringify({
        Resources: { Ship: lambda() },
        Outputs: { O: { Export: { Name: 'B' }, Value: { 'Fn::ImportValue': 'A' } } },
      }),
    }),
  },
  {
    name: 'a file that includes itself',
    files: () => {
      const include = (file: string): Json => ({
        'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: file } },
      });
      return {
        'template.json': JSON.stringify({ Resources: { Place: lambda({ Environment: include('./own.json') }) } }),
        'own.json': JSON.stringify({ Variables: include('./own.json') }),
      };
    },
    code: 'template-too-complex',
  },
  {
    name: 'files that include ten others, ten levels down',
    files: () => {
      const include = (level: number): Json => ({
        'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: `./part${level}.json` } },
      });
      const parts = range(
        10,
        (level) =>
          [
            `part${level}.json`,
            JSON.stringify(mapOf(10, (index) => [`K${index}`, level === 9 ? 'x' : include(level + 1)])),
          ] as const,
      );
      return {
        'template.json': JSON.stringify({ Resources: { Place: lambda({ Environment: include(0) }) } }),
        ...Object.fromEntries(parts),
      };
    },
    code: 'template-too-complex',
  },
  {
    name: 'loops in loops',
    files: one({
      Transform: 'AWS::LanguageExtensions',
      Resources: {
        Place: lambda({
          Environment: {
            Variables: nest({ X: 'y' }, 10, (inner) => ({
              'Fn::ForEach::Loop': ['I', range(50, (index) => `i${index}`), inner],
            })),
          },
        }),
      },
    }),
    code: 'for-each-too-large',
  },
  {
    name: 'a mapping that looks itself up',
    files: one({
      Mappings: { M: { a: { b: { 'Fn::FindInMap': ['M', 'a', 'b'] } } } },
      Resources: { Place: lambda({ Description: { 'Fn::FindInMap': ['M', 'a', 'b'] } }) },
    }),
    code: 'template-too-complex',
  },
  {
    name: 'resources that refer to each other and to themselves',
    files: one({
      Resources: {
        A: {
          Type: 'AWS::SQS::Queue',
          Properties: {
            QueueName: { Ref: 'B' },
            RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['A', 'Arn'] } },
          },
          DependsOn: 'B',
        },
        B: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'A' } }, DependsOn: ['A', 'B'] },
        Place: lambda({ Role: { 'Fn::GetAtt': ['Place', 'Arn'] }, FunctionName: { Ref: 'Place' } }),
        Live: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Next' } } },
        Next: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Live' } } },
      },
    }),
  },
  {
    name: 'REST resources that are their own parents',
    files: one({
      Resources: {
        Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'orders' } },
        A: {
          Type: 'AWS::ApiGateway::Resource',
          Properties: { RestApiId: { Ref: 'Api' }, ParentId: { Ref: 'B' }, PathPart: 'a' },
        },
        B: {
          Type: 'AWS::ApiGateway::Resource',
          Properties: { RestApiId: { Ref: 'Api' }, ParentId: { Ref: 'A' }, PathPart: 'b' },
        },
        Get: {
          Type: 'AWS::ApiGateway::Method',
          Properties: {
            RestApiId: { Ref: 'Api' },
            ResourceId: { Ref: 'A' },
            HttpMethod: 'GET',
            Integration: { Type: 'AWS_PROXY', Uri: { 'Fn::GetAtt': ['Place', 'Arn'] } },
          },
        },
        Place: lambda(),
      },
    }),
  },
  {
    name: 'an API document that refers to itself',
    files: one({
      Transform: 'AWS::Serverless-2016-10-31',
      Resources: {
        Api: {
          Type: 'AWS::Serverless::Api',
          Properties: {
            StageName: 'prod',
            DefinitionBody: {
              openapi: '3.0.1',
              paths: { '/a': { $ref: '#/paths/~1b' }, '/b': { $ref: '#/paths/~1a' } },
              components: { securitySchemes: { x: { $ref: '#/components/securitySchemes/x' } } },
            },
          },
        },
      },
    }),
  },
  {
    name: 'connectors from a function to itself and to each other',
    files: one({
      Transform: 'AWS::Serverless-2016-10-31',
      Resources: {
        Place: {
          Type: 'AWS::Serverless::Function',
          Properties: { Handler: 'a.b', Runtime: 'nodejs22.x', InlineCode: 'x' },
          Connectors: { Own: { Properties: { Destination: { Id: 'Place' }, Permissions: ['Write'] } } },
        },
        C1: {
          Type: 'AWS::Serverless::Connector',
          Properties: { Source: { Id: 'C2' }, Destination: { Id: 'C1' }, Permissions: ['Read'] },
        },
        C2: {
          Type: 'AWS::Serverless::Connector',
          Properties: { Source: { Id: 'C1' }, Destination: { Id: 'C2' }, Permissions: ['Write'] },
        },
      },
    }),
    code: 'sam-template-invalid',
  },
  {
    name: 'a text that triples sixty times',
    files: withFunction(nest('x'.repeat(16), 60, (inner) => ({ 'Fn::Sub': ['${a}${a}${a}', { a: inner }] }))),
  },
  {
    name: 'Base64 of Base64 ninety times',
    files: withFunction(nest('x'.repeat(16), 90, (inner) => ({ 'Fn::Base64': inner }))),
  },
  {
    name: 'JSON in JSON ninety times',
    files: withFunction(nest('"', 90, (inner) => ({ 'Fn::ToJsonString': { a: inner } }))),
  },
  {
    name: 'splits and joins',
    files: withFunction(
      nest('a'.repeat(16), 40, (inner) => ({ 'Fn::Join': ['a'.repeat(26), { 'Fn::Split': ['a', inner] }] })),
    ),
  },
  {
    name: 'two thousand million networks',
    files: withFunction([
      { 'Fn::Cidr': ['10.0.0.0/8', 2_147_483_647, 1] },
      { 'Fn::Cidr': ['::/0', 256, 128] },
      { 'Fn::Cidr': ['10.0.0.0/8', -5, 1e308] },
    ]),
  },
  {
    name: 'selections that lead nowhere',
    files: withFunction([-1, 0.5, 1e300, 'x'].map((index) => ({ 'Fn::Select': [index, ['a']] }))),
  },
  {
    name: 'patterns of many stars',
    files: one({
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            Policies: [
              {
                PolicyDocument: {
                  Statement: { Effect: 'Allow', Action: `${'*a'.repeat(5000)}b`, Resource: `${'*a'.repeat(5000)}b` },
                },
              },
            ],
          },
        },
        Store: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'a'.repeat(20_000) } },
        Place: lambda({ Role: { 'Fn::GetAtt': ['Role', 'Arn'] } }),
      },
    }),
  },
  {
    name: 'code outside the root',
    files: one({
      Transform: 'AWS::Serverless-2016-10-31',
      Resources: {
        Place: {
          Type: 'AWS::Serverless::Function',
          Properties: {
            Handler: `${'../'.repeat(100)}etc/passwd.handler`,
            Runtime: 'nodejs22.x',
            CodeUri: '../../../../',
          },
        },
      },
    }),
  },
  {
    name: 'a ring of 1,000 functions and queues',
    files: one({
      Resources: {
        ...mapOf(1000, (index) => [
          `Place${index}`,
          lambda({ DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': [`Parcels${index}`, 'Arn'] } } }),
        ]),
        ...mapOf(1000, (index) => [`Parcels${index}`, { Type: 'AWS::SQS::Queue' }]),
        ...mapOf(1000, (index) => [
          `Poll${index}`,
          {
            Type: 'AWS::Lambda::EventSourceMapping',
            Properties: {
              FunctionName: { Ref: `Place${(index + 1) % 1000}` },
              EventSourceArn: { 'Fn::GetAtt': [`Parcels${index}`, 'Arn'] },
            },
          },
        ]),
      },
    }),
  },
];
