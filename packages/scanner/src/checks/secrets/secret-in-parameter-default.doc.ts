import type { CheckDoc } from '../check-doc.ts';

// In parts, so that no scanner takes this file for a leak.
const password = ['tR5', 'nB8', 'kQ3', 'zW6', 'hL2'].join('');

const template = (lines: string): string => `Parameters:
  DatabasePassword:
    Type: String
    NoEcho: true
${lines}Resources:
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
  why: 'NoEcho hides a parameter in the console, but its default stands in the template for everyone.',
  exploit: 'The attacker reads the default in the repository and tries it on every deployment.',
  fix: {
    sam: 'Remove the default, or use ManageMasterUserPassword or a generated secret with a dynamic reference.',
    cloudformation:
      'Remove the default, or use ManageMasterUserPassword or a generated secret with a dynamic reference.',
  },
  blindSpots: 'A parameter that no resource uses is not judged.',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html#creds'],
  examples: {
    bad: [
      {
        title: 'a password by default',
        template: template(`    Default: ${password}\n`),
        subject: 'Shop',
        marks: password,
      },
    ],
    good: [{ title: 'a password that each deployment gives', template: template(''), subject: 'Shop' }],
  },
} satisfies CheckDoc;
