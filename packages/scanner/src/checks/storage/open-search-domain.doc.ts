import type { CheckDoc } from '../check-doc.ts';

const template = (principal: string): string => `Resources:
  Products:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: products
      AccessPolicies:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: 'es:*'
            Resource: '*'
`;

export default {
  why: 'A domain with a public endpoint and a policy for everyone answers anyone without a password. Such domains are found and emptied within hours.',
  exploit: 'The attacker calls the endpoint with a browser, copies the indices, deletes them and leaves a note.',
  fix: {
    sam: 'Name the role of the function under Principal, write VPCOptions, or switch on AdvancedSecurityOptions.',
    cloudformation:
      'Name the role of the function under Principal, write VPCOptions, or switch on AdvancedSecurityOptions.',
  },
  blindSpots: 'With fine-grained access control the users inside the domain are not seen.',
  sources: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html'],
  examples: {
    bad: [{ title: 'products for the world', template: template("{ AWS: '*' }"), subject: 'Products', marks: '*' }],
    good: [
      {
        title: 'products for one role',
        template: template('{ AWS: arn:aws:iam::123456789012:role/search }'),
        subject: 'Products',
      },
    ],
  },
} satisfies CheckDoc;
