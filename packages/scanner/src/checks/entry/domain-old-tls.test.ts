import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './domain-old-tls.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };

/** Severity and checkov's id of each finding. */
function found(resources: string): readonly string[] {
  const estate = buildEstate('shop', assignment, readTemplateText(`Resources:\n${resources}`));
  const settings = { ...defaultSettings, asOf: '2026-11-01' };
  return judge(estate, factsOf(estate, memoryTree({})), [check], settings).findings.map(
    ({ severity, mappings }) => `${severity} ${mappings.checkov?.join(' ')}`,
  );
}

const listener = (properties: string, scheme = 'internet-facing'): string => `
  Balancer: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Scheme: ${scheme} } }
  Secure:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: { LoadBalancerArn: !Ref Balancer, Port: 443, ${properties} }
`;
const distribution = (certificate: string): string => `
  Pages:
    Type: AWS::CloudFront::Distribution
    Properties: { DistributionConfig: { Aliases: [shop.example.com]${certificate} } }
`;
const own = (version: string): string =>
  `, ViewerCertificate: { AcmCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/shop', MinimumProtocolVersion: ${version} }`;

describe('domain-old-tls', () => {
  it.each([
    ['a listener that names no policy', listener('Protocol: HTTPS'), ['low CKV_AWS_103']],
    ['a listener inside a network', listener('Protocol: TLS', 'internal'), ['info CKV_AWS_103']],
    [
      'a policy that takes TLS 1.1',
      listener('Protocol: TLS, SslPolicy: ELBSecurityPolicy-TLS13-1-1-2021-06'),
      ['low CKV_AWS_103'],
    ],
    ['a policy from TLS 1.2', listener('Protocol: HTTPS, SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06'), []],
    ['forward secrecy from TLS 1.2', listener('Protocol: HTTPS, SslPolicy: ELBSecurityPolicy-FS-1-2-Res-2020-10'), []],
    ['a listener without TLS', listener('Protocol: TCP'), []],
    ['the certificate of CloudFront', distribution(''), ['info CKV_AWS_174']],
    ['an own certificate with TLS 1.0', distribution(own('TLSv1')), ['medium CKV_AWS_174']],
    ['an own certificate from TLS 1.2', distribution(own('TLSv1.2_2021')), []],
  ])('%s', (_, resources, expected) => {
    expect(found(resources)).toEqual(expected);
  });
});
