import type { Value } from '@leastwise/model';
import type { Bench } from '../bench.ts';

type PluginEffect = 'harmless' | ((bench: Bench, plugin: Value) => void);

/** Plugins that run on the machine of a developer, pack code or set what no check asks for. */
const harmless = [
  'serverless-iam-roles-per-function',
  'serverless-offline',
  'serverless-offline-sqs',
  'serverless-offline-ssm',
  'serverless-dynamodb-local',
  'serverless-s3-local',
  'serverless-localstack',
  'serverless-webpack',
  'serverless-esbuild',
  'serverless-bundle',
  'serverless-plugin-typescript',
  'serverless-typescript',
  'serverless-babel-plugin',
  'serverless-plugin-optimize',
  'serverless-python-requirements',
  'serverless-rust',
  'serverless-ruby-layer',
  'serverless-rack',
  'serverless-wsgi',
  'serverless-package-python-functions',
  'serverless-plugin-include-dependencies',
  'serverless-dotenv-plugin',
  'serverless-pseudo-parameters',
  'serverless-prune-plugin',
  'serverless-export-env',
  'serverless-stack-output',
  'serverless-deployment-bucket',
  'serverless-plugin-warmup-local',
  'serverless-plugin-log-retention',
  'serverless-apigw-binary',
  'serverless-domain-manager',
];

export const pluginEffects: ReadonlyMap<string, PluginEffect> = new Map<string, PluginEffect>(
  harmless.map((name) => [name, 'harmless']),
);
