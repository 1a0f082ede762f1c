import type { Bench } from '../bench.ts';
import { associateWaf } from './associate-waf.ts';
import { customDomains } from './domain.ts';
import { liftConstructs } from './lift/lift-constructs.ts';
import { serviceProxies } from './service-proxies.ts';
import { stepFunctions } from './step-functions.ts';

type PluginEffect = 'harmless' | ((bench: Bench) => void);

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
  'serverless-plugin-canary-deployments',
];

export const pluginEffects: ReadonlyMap<string, PluginEffect> = new Map<string, PluginEffect>([
  ...harmless.map((name): [string, PluginEffect] => [name, 'harmless']),
  ['serverless-step-functions', stepFunctions],
  ['serverless-apigateway-service-proxy', serviceProxies],
  ['serverless-domain-manager', customDomains],
  ['serverless-associate-waf', associateWaf],
  ['serverless-lift', liftConstructs],
]);
