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
};

/** The prefix of the actions of a service. It need not be in the reference: the service may have ended. */
export function prefixOf(service: SourceService): string {
  return prefixes[service.id] ?? service.signingName.toLowerCase();
}
