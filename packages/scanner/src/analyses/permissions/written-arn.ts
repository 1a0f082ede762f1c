import { unknownText } from '@leastwise/iam';
import { logicalIdOf } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';
import { accountToken, nodeToken, regionToken, stackToken } from './spell-arn.ts';

/** A canonical spelling as a template writes it: `arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Orders}`. */
export function writtenArns(estate: Estate): (spelled: string) => string {
  const tokens = new Map<string, string>([
    [regionToken, '${AWS::Region}'],
    [accountToken, '${AWS::AccountId}'],
    [stackToken, '${AWS::StackName}'],
  ]);
  for (const id of estate.nodes.keys()) tokens.set(nodeToken(id), `\${${logicalIdOf(id).replace(/^.*#/, '')}}`);
  return (spelled) =>
    spelled
      // A name that CloudFormation makes up is what `Ref` answers.
      .replaceAll(/⟨StackName⟩-[A-Za-z0-9]+-(?=⟨!)/g, '')
      .replaceAll(
        /⟨[^⟩]*⟩/g,
        (token) => tokens.get(token) ?? (token.startsWith('⟨?') ? `\${${token.slice(2, -1)}}` : token),
      )
      .replaceAll(unknownText, '${?}');
}
