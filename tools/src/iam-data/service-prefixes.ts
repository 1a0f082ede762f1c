import type { SourceService } from './read-models.ts';

/** IAM prefixes of the services whose requests are signed under another name. */
const prefixes: Readonly<Record<string, string>> = {
  cloudcontrol: 'cloudformation',
  cloudwatch: 'cloudwatch',
  'finspace-data': 'finspace-api',
  'iot-data': 'iot',
  'iot-jobs-data': 'iotjobsdata',
  iotsecuretunneling: 'iot',
  mturk: 'mechanicalturk',
  'partnercentral-account': 'partnercentral',
  'partnercentral-benefits': 'partnercentral',
  'partnercentral-channel': 'partnercentral',
  'partnercentral-selling': 'partnercentral',
  resourcegroupstaggingapi: 'tag',
  // Its operations need no permission; Identity Center is the service behind it.
  sso: 'sso',
};

/** APIs that AWS has switched off although their prefix lives on, and models that still describe them. */
const ended = new Set(['cloudhsm']);

/** The prefix of the actions of a service. It need not be in the reference: the service may have ended. */
export function prefixOf(service: SourceService): string {
  if (ended.has(service.id)) return 'ended';
  return prefixes[service.id] ?? service.signingName.toLowerCase();
}
