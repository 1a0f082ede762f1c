import type { CheckDoc } from '../check-doc.ts';

const template = (more: string): string => `Resources:
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      Code:
        ZipFile: exports.handler = async () => 'placed';
${more}`;

export default {
  why: 'With code signing Lambda takes only archives that a signing profile of yours has signed. Without it, whoever may update the function or write its artefact bucket decides what runs.',
  exploit:
    'An attacker with the rights of the build (or of the artefact bucket) replaces the archive before it is deployed; the code runs with the role of the function.',
  fix: {
    sam: 'Set `CodeSigningConfigArn` of the function, and sign with `sam package --signing-profiles`.',
    cloudformation:
      'Set `CodeSigningConfigArn` to an `AWS::Lambda::CodeSigningConfig` with `UntrustedArtifactOnDeployment: Enforce`.',
  },
  blindSpots:
    'Container images are signed in another way and are left out. Whether the profiles are well kept cannot be seen.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html'],
  examples: {
    bad: [{ title: 'an order function that takes any code', template: template(''), subject: 'PlaceOrder' }],
    good: [
      {
        title: 'an order function that takes signed code',
        template: template(
          '      CodeSigningConfigArn: arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0f6c334abcdea4d8b\n',
        ),
        subject: 'PlaceOrder',
      },
    ],
  },
} satisfies CheckDoc;
