import { asText } from '@leastwise/model';
import { textValue } from '../../../cloudformation/text-value.ts';
import { pseudoValue } from '../../../cloudformation/pseudo-parameters.ts';
import { movedTo } from '../../../cloudformation/values.ts';
import type { DataAttribute } from './index.ts';

/** Where it is deployed, told as the pseudo parameters of CloudFormation are, so that ARNs of all dialects compare. */
const PSEUDO: Readonly<Record<string, string>> = {
  'aws_caller_identity.account_id': 'AWS::AccountId',
  'aws_caller_identity.id': 'AWS::AccountId',
  'aws_partition.dns_suffix': 'AWS::URLSuffix',
  'aws_partition.id': 'AWS::Partition',
  'aws_partition.partition': 'AWS::Partition',
  'aws_region.id': 'AWS::Region',
  'aws_region.name': 'AWS::Region',
  'aws_region.region': 'AWS::Region',
};

export const accountAttribute: DataAttribute = (instance, name, at) => {
  const key = `${instance.about.type}.${name}`;
  const pseudo = Object.hasOwn(PSEUDO, key) ? PSEUDO[key] : undefined;
  if (pseudo === undefined) {
    if (name !== 'reverse_dns_prefix') return undefined;
    return textValue(['com.amazonaws'], at);
  }
  const { place } = instance.scope.module;
  // A data source may name another region; else it is that of the provider.
  const region = instance.argument('region') ?? instance.argument('name') ?? instance.provider().region;
  const written = region === undefined ? undefined : asText(instance.scope.module.session.lookThrough(region));
  if (pseudo === 'AWS::Region' && place.region === undefined && region !== undefined && written !== '') {
    if (region.kind === 'known' || region.kind === 'choice') return movedTo(region, at, region.origin);
  }
  return pseudoValue(pseudo, { ...place, region: place.region ?? (written === '' ? undefined : written) }, at);
};
