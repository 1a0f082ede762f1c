import { asText } from '@leastwise/model';
import { get } from '../../cloudformation/sam/read-value.ts';
import type { Bench } from '../bench.ts';

/**
 * serverless-associate-waf: after the deployment, the stage is put behind a web ACL that exists in the account.
 * https://github.com/MikeSouza/serverless-associate-waf
 */
export function associateWaf(bench: Bench): void {
  const settings = bench.top('custom', 'associateWaf');
  const name = get(settings, 'name');
  if (settings === undefined || name === undefined || !bench.drafts.has('ApiGatewayRestApi')) return;
  const make = bench.makeAt(settings.origin);
  const acl = {
    kind: 'unknown',
    cause: 'attribute',
    reason: 'The web ACL is one of the account; its rules are not in the text.',
    origin: name.origin,
    name: asText(name) ?? 'the web ACL',
  } as const;
  bench.add(
    'ApiGatewayWebACLAssociation',
    'AWS::WAFv2::WebACLAssociation',
    {
      ResourceArn: make.sub(
        'arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/${ApiGatewayRestApi}/stages/${stage}',
        {
          stage: bench.stage,
        },
      ),
      WebACLArn: acl,
    },
    { at: settings.origin, keyRange: settings.origin, by: 'serverless-associate-waf' },
  );
}
