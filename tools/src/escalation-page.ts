/** What the page says of a path: `EscalationPath` of the scanner, whose types are not this package's. */
export interface PathOnPage {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly needs: Readonly<Record<string, readonly string[]>>;
  readonly target: string;
  readonly assumedBy?: string;
  readonly gain: 'target' | 'rewritten';
  readonly from?: readonly string[];
  readonly hangsOn?: string;
  readonly how: string;
  readonly page: string;
}

const check = 'identity-can-escalate';
const categories: Readonly<Record<string, string>> = {
  'self-escalation': 'An identity widens itself',
  'principal-access': 'An identity takes the place of another',
  'new-passrole': 'Something is made that runs as a role which is passed',
  'existing-passrole': 'Something that runs as a role already does what the holder wants',
};

/** What the actions of a need are done to. */
const doneTo: Readonly<Record<string, string>> = {
  self: 'itself',
  ownGroup: 'a group that it is in',
  ownPolicy: 'a policy that it holds',
  target: 'the target',
  targetPolicy: 'a policy of the target',
  passed: 'the role that is passed',
  fresh: '',
};

/** The catalogue of privilege escalation: every path with its actions, its target, what one gains and who reports it. */
export function escalationPage(paths: readonly PathOnPage[]): string {
  return `${[
    '# Privilege escalation',
    '',
    `${paths.length} ways in which permissions become more permissions. The check [${check}](checks/${check}.md) decides each of them on the`,
    'graph of the application, not on sets of actions: the target must exist in the templates or be one that the holder makes, the role',
    'must be one that the service may assume and that allows more than the holder has, and a Deny, a boundary, a condition or a resource',
    'that does not match ends the path. It does not matter whether the permissions are spread over policies and groups, written with',
    'wildcards or left over by NotAction. Up to four steps are followed. A single role that is named to be passed, or that invites the',
    'holder in its trust policy, is meant to be used and is no finding of its own, only a step to an administrator. This page is generated',
    'from the data of the scanner.',
    ...Object.entries(categories).flatMap(([category, title]) =>
      section(
        title,
        paths.filter((path) => path.category === category),
      ),
    ),
  ].join('\n')}\n`;
}

function section(title: string, paths: readonly PathOnPage[]): readonly string[] {
  return [
    '',
    `## ${title}: ${paths.length}`,
    '',
    '| path | actions | target | what one gains, and why | check |',
    '|---|---|---|---|---|',
    ...paths.map(
      (path) =>
        `| [${path.id}](${path.page}) ${path.title} | ${actionsOf(path)} | ${targetOf(path)} | ${gainOf(path)} | [${check}](checks/${check}.md) |`,
    ),
  ];
}

function actionsOf({ needs }: PathOnPage): string {
  return Object.entries(needs)
    .filter(([, actions]) => actions.length > 0)
    .map(([need, actions]) => {
      const on = doneTo[need] ?? need;
      return `${actions.map((action) => `\`${action}\``).join(', ')}${on === '' ? '' : ` on ${on}`}`;
    })
    .join('; ');
}

function targetOf({ needs, target, assumedBy, from, hangsOn }: PathOnPage): string {
  const kind =
    needs['passed'] !== undefined
      ? `a role that ${assumedBy ?? 'the service'} may assume`
      : target === 'none'
        ? (from ?? ['identity'])
            .map((each) => (needs['fresh'] === undefined ? `the ${each} itself` : 'what it makes'))
            .join(', ')
        : `${target.replaceAll('-', ' ')}${assumedBy === undefined ? '' : `, its role assumable by ${assumedBy}`}`;
  return hangsOn === undefined ? kind : `${kind}. ${hangsOn}`;
}

function gainOf({ gain, how }: PathOnPage): string {
  return `${gain === 'rewritten' ? 'Everything that no boundary forbids' : 'What the target may do'}: ${how}`;
}
