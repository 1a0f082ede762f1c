/** The facets that agreement is reported for, and the resource types that each holds. The last one holds all others. */
export const facets = {
  functions: [
    'AWS::Lambda::Function',
    'AWS::Lambda::Version',
    'AWS::Lambda::Alias',
    'AWS::Lambda::EventInvokeConfig',
    'AWS::Lambda::LayerVersion',
    'AWS::Lambda::CapacityProvider',
  ],
  roles: ['AWS::IAM::Role', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy'],
  permissions: ['AWS::Lambda::Permission', 'AWS::Lambda::LayerVersionPermission'],
  'function URLs': ['AWS::Lambda::Url'],
  'event source mappings': ['AWS::Lambda::EventSourceMapping'],
  'rules and schedules': ['AWS::Events::Rule', 'AWS::Scheduler::Schedule'],
  subscriptions: ['AWS::SNS::Subscription', 'AWS::Logs::SubscriptionFilter', 'AWS::IoT::TopicRule'],
  notifications: ['AWS::S3::Bucket', 'AWS::Cognito::UserPool'],
  'REST APIs': ['AWS::ApiGateway::RestApi'],
  'HTTP and WebSocket APIs': [
    'AWS::ApiGatewayV2::Api',
    'AWS::ApiGatewayV2::Route',
    'AWS::ApiGatewayV2::Integration',
    'AWS::ApiGatewayV2::Authorizer',
  ],
  'stages and plans': [
    'AWS::ApiGateway::Stage',
    'AWS::ApiGateway::Deployment',
    'AWS::ApiGateway::UsagePlan',
    'AWS::ApiGateway::UsagePlanKey',
    'AWS::ApiGateway::ApiKey',
    'AWS::ApiGatewayV2::Stage',
  ],
  domains: [
    'AWS::ApiGateway::DomainName',
    'AWS::ApiGateway::DomainNameV2',
    'AWS::ApiGateway::BasePathMapping',
    'AWS::ApiGateway::BasePathMappingV2',
    'AWS::ApiGateway::DomainNameAccessAssociation',
    'AWS::ApiGatewayV2::DomainName',
    'AWS::ApiGatewayV2::ApiMapping',
    'AWS::Route53::RecordSetGroup',
  ],
  'resource policies': [
    'AWS::SQS::QueuePolicy',
    'AWS::SNS::TopicPolicy',
    'AWS::S3::BucketPolicy',
    'AWS::Events::EventBusPolicy',
  ],
  'state machines': [
    'AWS::StepFunctions::StateMachine',
    'AWS::StepFunctions::StateMachineVersion',
    'AWS::StepFunctions::StateMachineAlias',
  ],
  'other resources': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Facet = keyof typeof facets;

export const facetNames = Object.keys(facets) as readonly Facet[];

const byType = new Map<string, Facet>(
  facetNames.flatMap((facet) => facets[facet].map((type) => [type, facet] as const)),
);

export function facetOf(type: string): Facet {
  return byType.get(type) ?? 'other resources';
}
