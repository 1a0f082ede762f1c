import { expect, it } from 'vitest';
import { escalationPage, type PathOnPage } from './escalation-page.ts';

const path: PathOnPage = {
  id: 'codebuild-002',
  title: 'Starts a build with commands of its own',
  category: 'existing-passrole',
  needs: { target: ['codebuild:StartBuild'] },
  target: 'project',
  assumedBy: 'codebuild.amazonaws.com',
  gain: 'target',
  how: 'The call may override the commands.',
  page: 'https://example.com/codebuild',
};

it('says for each path what is needed, of what, what one gains and which check reports it', () => {
  expect(escalationPage([path])).toContain(
    '| [codebuild-002](https://example.com/codebuild) Starts a build with commands of its own | `codebuild:StartBuild` on the target | ' +
      'project, its role assumable by codebuild.amazonaws.com | What the target may do: The call may override the commands. | ' +
      '[identity-can-escalate](checks/identity-can-escalate.md) |',
  );
});

it('shows a path that makes something under what it makes, with what no template says', () => {
  const made: PathOnPage = {
    ...path,
    category: 'principal-access',
    needs: { fresh: ['sso:CreateAccountAssignment'] },
    target: 'none',
    gain: 'rewritten',
    hangsOn: 'Nobody knows.',
  };
  expect(escalationPage([made])).toContain('| `sso:CreateAccountAssignment` | what it makes. Nobody knows. |');
});

it('counts the paths of each category', () => {
  const page = escalationPage([path, { ...path, id: 'codebuild-003' }]);
  expect(page).toContain('2 ways in which');
  expect(page).toContain('does what the holder wants: 2');
});
