import type { CheckDoc } from '../check-doc.ts';

const template = (on: boolean): string => `Resources:
  Shop:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.micro
      AllocatedStorage: '20'
      StorageEncrypted: true
      ManageMasterUserPassword: true
      MasterUsername: shop
      PubliclyAccessible: ${on}
`;

export default {
  why: 'A database on the internet is found within minutes; what keeps strangers out is one password and one rule of a security group.',
  exploit: 'The attacker tries leaked passwords and known flaws of the server until one works.',
  fix: {
    sam: 'Set PubliclyAccessible: false, and put functions that use it into the VPC, or use the Data API.',
    cloudformation: 'Set PubliclyAccessible: false.',
  },
  blindSpots: 'What the security groups let through is judged by the checks of the network.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html#USER_VPC.Hiding',
  ],
  examples: {
    bad: [{ title: 'a shop database on the internet', template: template(true), subject: 'Shop', marks: 'true' }],
    good: [{ title: 'a shop database inside', template: template(false), subject: 'Shop' }],
  },
} satisfies CheckDoc;
