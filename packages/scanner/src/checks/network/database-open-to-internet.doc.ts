import type { CheckDoc } from '../check-doc.ts';

const template = (source: string): string => `Resources:
  DatabaseGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: order database
      VpcId: vpc-0a1b2c3d4e5f60718
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 5432
          ToPort: 5432
          CidrIp: ${source}
  OrderDatabase:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.micro
      AllocatedStorage: '20'
      MasterUsername: orders
      ManageMasterUserPassword: true
      StorageEncrypted: true
      PubliclyAccessible: true
      VPCSecurityGroups:
        - !GetAtt DatabaseGroup.GroupId
`;

export default {
  why: 'A data store should answer only the functions that need it. A group that admits 0.0.0.0/0 leaves the password as the only wall, and with a public address the whole internet can try it.',
  exploit: 'Scanners find the port within hours, guess passwords, and use each new hole of the database engine.',
  fix: {
    sam: 'Put the function into the VPC, and name its security group as `SourceSecurityGroupId`.',
    cloudformation:
      'Replace the `CidrIp` by `SourceSecurityGroupId` with the group of the functions, and set `PubliclyAccessible: false`.',
  },
  blindSpots:
    'All ports of a group are one finding. Network access lists and routes are not subtracted. Groups that guard nothing of the templates are not judged.',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html'],
  examples: {
    bad: [
      {
        title: 'an order database for everybody',
        template: template('0.0.0.0/0'),
        subject: 'DatabaseGroup',
        marks: '0.0.0.0/0',
      },
    ],
    good: [
      { title: 'an order database for the own network', template: template('10.0.0.0/16'), subject: 'DatabaseGroup' },
    ],
  },
} satisfies CheckDoc;
