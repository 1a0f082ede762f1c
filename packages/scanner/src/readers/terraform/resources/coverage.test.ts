import { describe, expect, it } from 'vitest';
import { mappings } from '../../../estate/facets/index.ts';
import type { Mapping } from '../../../estate/mapping.ts';
import { rows, rowsByType } from './index.ts';
import { isJoin } from './row.ts';

/** Types of CloudFormation that Terraform has no counterpart for, and why. */
const withoutCounterpart: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::CustomResource': 'a resource that a stack asks a function for; Terraform has providers',
  'AWS::CloudFormation::Macro': 'a stack asks it; Terraform has functions of its own',
  'AWS::ApiGateway::DomainNameV2': 'the provider writes private domains as aws_api_gateway_domain_name',
  'AWS::ApiGateway::BasePathMappingV2': 'the provider writes them as aws_api_gateway_base_path_mapping',
  'AWS::SNS::TopicInlinePolicy': 'aws_sns_topic_policy',
  'AWS::SQS::QueueInlinePolicy': 'aws_sqs_queue_policy',
  'AWS::IAM::Policy': 'aws_iam_role_policy, aws_iam_user_policy and aws_iam_group_policy are for one identity each',
  'AWS::DynamoDB::GlobalTable': 'replicas are blocks of aws_dynamodb_table',
  'AWS::StepFunctions::StateMachineVersion': 'publish = true of aws_sfn_state_machine',
  'AWS::Lambda::Version': 'publish = true of aws_lambda_function',
  'AWS::SecretsManager::SecretTargetAttachment': 'aws_secretsmanager_secret_version writes the connection itself',
  'AWS::Lex::BotAlias': 'the provider has no aliases of second generation bots',
};

const translated = new Set([
  ...rows.flatMap((row) => (isJoin(row) ? [] : [row.type])),
  // Made of arguments of another resource.
  'AWS::AppSync::GraphQLSchema',
  'AWS::EC2::SecurityGroupEgress',
]);

describe('the table of Terraform types', () => {
  it.each(mappings.flatMap((table: Mapping) => table.types).map((type) => [type]))('knows what makes %s', (type) => {
    if (withoutCounterpart[type] !== undefined) expect(translated.has(type)).toBe(false);
    else expect(translated).toContain(type);
  });

  it('has each Terraform type once', () => {
    const types = rows.flatMap((row) => row.terraform);
    expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
    expect(rowsByType.size).toBe(types.length);
  });
});
