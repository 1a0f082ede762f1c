import type { CheckDoc } from '../check-doc.ts';

const template = (principal: string): string => `Resources:
  ShopImages:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryPolicyText:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: [ecr:BatchGetImage, ecr:GetDownloadUrlForLayer, ecr:PutImage]
`;

export default {
  why: 'Images hold your code, and functions run what is pushed.',
  exploit:
    'The attacker pulls the image and reads code and secrets; where pushing is open, they replace the tag that the function deploys.',
  fix: {
    sam: 'Name the accounts or roles that pull under Principal; only the pipeline pushes.',
    cloudformation: 'Name the accounts or roles that pull under Principal; only the pipeline pushes.',
  },
  blindSpots: 'Public repositories (AWS::ECR::PublicRepository) are public by intention and not judged.',
  sources: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html'],
  examples: {
    bad: [{ title: 'images for the world', template: template("'*'"), subject: 'ShopImages', marks: '*' }],
    good: [
      { title: 'images for Lambda', template: template('{ Service: lambda.amazonaws.com }'), subject: 'ShopImages' },
    ],
  },
} satisfies CheckDoc;
