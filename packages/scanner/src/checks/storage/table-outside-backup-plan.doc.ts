import type { CheckDoc } from '../check-doc.ts';

const template = (tag: string): string => `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      Tags: [{ Key: backup, Value: ${tag} }]
  Daily:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: daily
      BackupSelection:
        SelectionName: daily
        IamRoleArn: arn:aws:iam::123456789012:role/backup
        ListOfTags: [{ ConditionType: STRINGEQUALS, ConditionKey: backup, ConditionValue: daily }]
`;

export default {
  why: 'Point-in-time recovery reaches back 35 days and ends with the table. A backup plan keeps copies for longer, and in another account if told to.',
  exploit: 'Somebody who may delete the table deletes what it can be restored from as well.',
  fix: {
    sam: 'Name the table in AWS::Backup::BackupSelection, or give it the tag that your plan asks for.',
    cloudformation: 'Name the table in AWS::Backup::BackupSelection, or give it the tag that your plan asks for.',
  },
  blindSpots:
    'Plans are often made once for an account, and choose by tags; those stand in no template of an application.',
  sources: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupselection.html',
  ],
  examples: {
    bad: [{ title: 'orders that no plan takes', template: template('never'), subject: 'Orders', marks: 'Orders' }],
    good: [{ title: 'orders with the tag of the daily plan', template: template('daily'), subject: 'Orders' }],
  },
} satisfies CheckDoc;
