/** The forms in which a minimal policy can be printed; `json` is a document with `${...}` as in Fn::Sub. */
export const policyForms = ['json', 'sam', 'cloudformation', 'serverless', 'terraform', 'cdk'] as const;
export type PolicyForm = (typeof policyForms)[number];
