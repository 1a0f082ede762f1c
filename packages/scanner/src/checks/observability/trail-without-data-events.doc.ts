import type { CheckDoc } from '../check-doc.ts';

const template = (lines: string): string => `Resources:
  Audit:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: audit-of-the-shop
${lines}`;

const selectors = `      AdvancedEventSelectors:
        - FieldSelectors:
            - { Field: eventCategory, Equals: [Data] }
            - { Field: resources.type, Equals: [AWS::Lambda::Function] }
        - FieldSelectors:
            - { Field: eventCategory, Equals: [Data] }
            - { Field: resources.type, Equals: [AWS::S3::Object] }
`;

export default {
  why: 'A trail records management events unless it is told more. Who invoked a function, and who read an object, is then written nowhere.',
  exploit: 'With stolen credentials the attacker reads objects one by one; afterwards nobody can say which.',
  fix: {
    sam: 'Add AdvancedEventSelectors with resources.type AWS::Lambda::Function and AWS::S3::Object.',
    cloudformation: 'Add AdvancedEventSelectors with resources.type AWS::Lambda::Function and AWS::S3::Object.',
  },
  blindSpots:
    'Most accounts have their trail elsewhere; a template without one is not asked. Which functions or objects a selector leaves out is not looked at.',
  sources: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html',
  ],
  examples: {
    bad: [{ title: 'a trail of changes only', template: template(''), subject: 'Audit', marks: 'Audit' }],
    good: [{ title: 'a trail that records data events', template: template(selectors), subject: 'Audit' }],
  },
} satisfies CheckDoc;
