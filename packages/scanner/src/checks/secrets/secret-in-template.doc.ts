import type { CheckDoc } from '../check-doc.ts';

// In parts, so that no scanner takes this file for a leak.
const password = ['mC6', 'xV9', 'lZ4', 'jQ7', 'fH3'].join('');

const template = (password: string): string => `Resources:
  Shop:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      StorageEncrypted: true
      MasterUsername: shop
      MasterUserPassword: '${password}'
`;

export default {
  why: 'What stands in a template is in every clone, in the history of the repository and in CloudFormation, long after it is removed.',
  exploit: 'The attacker finds the repository or a fork of it and uses the credential.',
  fix: {
    sam: "Write `'{{resolve:secretsmanager:<name>:SecretString:password}}'`, or let the service manage the password. Change the secret: it is known.",
    cloudformation:
      "Write `'{{resolve:secretsmanager:<name>:SecretString:password}}'`, or let the service manage the password. Change the secret: it is known.",
  },
  blindSpots: 'A value that looks like any other word is not found unless the name of the property says what it is.',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html'],
  examples: {
    bad: [{ title: 'a password of a cluster', template: template(password), subject: 'Shop', marks: password }],
    good: [
      {
        title: 'a dynamic reference',
        template: template('{{resolve:secretsmanager:shop:SecretString:password}}'),
        subject: 'Shop',
      },
    ],
  },
} satisfies CheckDoc;
