import type { CheckDoc } from '../check-doc.ts';

const template = (noEcho: string): string => `Parameters:
  DatabasePassword:
    Type: String
${noEcho}Resources:
  Shop:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.micro
      AllocatedStorage: '20'
      StorageEncrypted: true
      PubliclyAccessible: false
      MasterUsername: shop
      MasterUserPassword: !Ref DatabasePassword
`;

export default {
  why: 'Without NoEcho CloudFormation shows the value of a parameter in the console, in DescribeStacks and in change sets.',
  exploit: 'Somebody with read-only access opens the parameters of the stack and copies the password.',
  fix: {
    sam: 'Set NoEcho: true on the parameter; better, use a dynamic reference and no parameter at all.',
    cloudformation: 'Set NoEcho: true on the parameter; better, use a dynamic reference and no parameter at all.',
  },
  blindSpots: 'NoEcho does not hide the value where a resource shows it, such as an environment variable.',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html'],
  examples: {
    bad: [{ title: 'a password that the console shows', template: template(''), subject: 'Shop' }],
    good: [{ title: 'a password that the console hides', template: template('    NoEcho: true\n'), subject: 'Shop' }],
  },
} satisfies CheckDoc;
