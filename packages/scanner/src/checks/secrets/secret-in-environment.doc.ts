import type { CheckDoc } from '../check-doc.ts';

const template = (variable: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  ChargeCard:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => undefined;
      Environment:
        Variables:
          ${variable}
`;

// In parts, so that no scanner takes this file for a leak.
const password = ['pV7', 'qX2', 'mN9', 'rT4', 'wK8'].join('');

export default {
  why: 'A secret in the template is in every clone of the repository, in the history, in the console and in the answer of lambda:GetFunctionConfiguration.',
  exploit:
    'A contractor with read-only access describes the function and signs in to the database; or one error page prints process.env.',
  fix: {
    sam: 'Write `DB_SECRET_ARN: !Ref DatabaseSecret`, add AWSSecretsManagerGetSecretValuePolicy, and read the secret at run time. Change the secret: it is known.',
    cloudformation:
      'Write `DB_SECRET_ARN: !Ref DatabaseSecret`, allow secretsmanager:GetSecretValue on it, and read it at run time. Change the secret: it is known.',
  },
  blindSpots:
    'A value that looks like any other word is not found unless the name of the variable says what it is. `{{resolve:secretsmanager:…}}` keeps it out of the template, but not out of the console.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-encryption'],
  examples: {
    bad: [
      {
        title: 'a password among the variables',
        template: template(`DB_PASSWORD: ${password}`),
        subject: 'ChargeCard',
        marks: password,
      },
    ],
    good: [
      { title: 'the place of the secret', template: template('DB_SECRET_NAME: shop/database'), subject: 'ChargeCard' },
    ],
  },
} satisfies CheckDoc;
