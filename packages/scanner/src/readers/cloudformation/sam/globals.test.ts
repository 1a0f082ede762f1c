import { describe, expect, it } from 'vitest';
import { applicationOfText } from '../read-template-text.ts';

function messages(section: string): readonly string[] {
  const application = applicationOfText(`Transform: AWS::Serverless-2016-10-31
Globals:
  ${section}: { Timeout: 10 }
Resources:
  Orders: { Type: AWS::SQS::Queue }
`);
  const [assignment] = application.assignments;
  const fragments = assignment === undefined ? [] : application.fragments(assignment);
  return [...application.diagnostics, ...fragments.flatMap((fragment) => fragment.diagnostics)].map(
    ({ message }) => message,
  );
}

describe('the sections of Globals', () => {
  it.each(['Queue', 'constructor', 'toString'])('do not include %s', (section) => {
    expect(messages(section)).toContain(`Globals has no section ${section}.`);
  });

  it('include Function', () => {
    expect(messages('Function')).toEqual([]);
  });
});
