/** Where the reference page of every CloudFormation resource type stands. */
export const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';
