import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { applicationOfText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './database-open-to-internet.ts';

function told(resources: string): readonly string[] {
  const application = applicationOfText(`Transform: AWS::Serverless-2016-10-31\nResources:\n${resources}`);
  const [assignment] = application.assignments;
  if (assignment === undefined) throw new Error('the template has no assignment');
  const estate = buildEstate('orders', assignment, application.fragments(assignment));
  const settings = { ...defaultSettings, asOf: '2026-11-01' };
  return judge(estate, factsOf(estate, memoryTree({})), [check], settings).findings.map(
    ({ severity, title }) => `${severity}: ${title}`,
  );
}

const broker = (isPublic: boolean): string => `
  BrokerGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: broker
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 61617, ToPort: 61617, CidrIp: 0.0.0.0/0}
        - {IpProtocol: tcp, FromPort: 8162, ToPort: 8162, CidrIp: 0.0.0.0/0}
        - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16}
  Broker:
    Type: AWS::AmazonMQ::Broker
    Properties: {BrokerName: orders, EngineType: ACTIVEMQ, PubliclyAccessible: ${isPublic}, SecurityGroups: [!Ref BrokerGroup], SubnetIds: [subnet-1]}
`;

describe('a group that admits every address to a data store', () => {
  it('is one finding for all its ports', () => {
    expect(told(broker(true))).toEqual([
      'high: orders has a public address, and BrokerGroup lets every address of the internet reach it on port 61617 and port 8162.',
    ]);
  });

  it('is milder where the store has no public address', () => {
    expect(told(broker(false)).map((line) => line.split(':')[0])).toEqual(['medium']);
  });
});
