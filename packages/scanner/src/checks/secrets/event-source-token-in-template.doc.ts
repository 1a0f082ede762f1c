import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'The token of an Alexa skill shows that a call comes from this skill. Whoever knows it calls the function from a skill of their own.',
  exploit: 'The attacker reads the repository, and calls the function from another skill.',
  fix: {
    sam: 'Set EventSourceToken from a dynamic reference, such as {{resolve:secretsmanager:...}}.',
    cloudformation: 'Set EventSourceToken from a dynamic reference, such as {{resolve:secretsmanager:...}}.',
  },
  blindSpots: 'The id of a skill is no secret to its users; the finding is about who may call.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html',
  ],
  examples: {
    bad: [
      {
        title: 'a token in the template',
        template: `Resources:
  Skill:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: order-by-voice
      Action: lambda:InvokeFunction
      Principal: alexa-appkit.amazon.com
      EventSourceToken: "amzn1.ask.skill.2f1c"
`,
        subject: 'Skill',
        marks: 'amzn1',
      },
    ],
    good: [
      {
        title: 'a token from a secret',
        template: `Resources:
  Skill:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: order-by-voice
      Action: lambda:InvokeFunction
      Principal: alexa-appkit.amazon.com
      EventSourceToken: "{{resolve:secretsmanager:order-by-voice:SecretString:skill}}"
`,
        subject: 'Skill',
      },
    ],
  },
} satisfies CheckDoc;
