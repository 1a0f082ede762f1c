import type { CheckDoc } from '../check-doc.ts';

const template = (action: string): string => `Resources:
  ShopBalancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Scheme: internet-facing
      Subnets: [subnet-0aaa1111bbbb22222, subnet-0cccc3333dddd4444]
  ShopTargets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      TargetType: lambda
      Targets:
        - Id: !GetAtt Shop.Arn
  ShopListener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref ShopBalancer
      Port: 80
      Protocol: HTTP
      DefaultActions:
        - ${action}
  Shop:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/shop
      Code:
        ZipFile: exports.handler = async () => 'ok';
`;

export default {
  why: 'A listener on HTTP that hands requests on takes passwords and tokens in the clear from everyone who does not write https.',
  exploit: 'In a public network the attacker reads and changes what visitors send and get.',
  fix: {
    sam: 'Add an HTTPS listener with a certificate, and make the HTTP listener redirect to it.',
    cloudformation: 'Add an HTTPS listener with a certificate, and make the HTTP listener redirect to it.',
  },
  blindSpots: 'A distribution in front may be the only caller; its headers are not read here.',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html'],
  examples: {
    bad: [
      {
        title: 'a shop over HTTP',
        template: template('{ Type: forward, TargetGroupArn: !Ref ShopTargets }'),
        subject: 'ShopListener',
        marks: 'HTTP',
      },
    ],
    good: [
      {
        title: 'a listener that only redirects',
        template: template(
          "{ Type: redirect, RedirectConfig: { Protocol: HTTPS, Port: '443', StatusCode: HTTP_301 } }",
        ),
        subject: 'ShopListener',
      },
    ],
  },
} satisfies CheckDoc;
