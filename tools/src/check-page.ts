/** What a page needs of a check; the shapes of `define-check.ts` and `check-doc.ts`. */
export interface DocumentedCheck {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly check: {
    readonly name: string;
    readonly aliases?: readonly string[];
    readonly title: string;
    readonly area: string;
    readonly severity: string;
    readonly fix: string;
    readonly since: string;
    /** The rows of the catalogue that it answers. */
    readonly rows?: readonly number[];
    readonly mappings: Readonly<Record<string, readonly (string | number)[] | undefined>>;
  };
  readonly doc: {
    readonly why: string;
    readonly exploit: string;
    /** Place, a template language or a programming language, → what to write. */
    readonly fix: Readonly<Record<string, string>>;
    readonly blindSpots: string;
    readonly sources: readonly string[];
    readonly examples: { readonly bad: readonly PageExample[]; readonly good: readonly PageExample[] };
  };
}

interface PageExample {
  readonly title: string;
  readonly template: string;
  readonly files?: Readonly<Record<string, string>>;
}

const placeNames: Readonly<Record<string, string>> = {
  sam: 'SAM',
  cloudformation: 'CloudFormation',
  javascript: 'JavaScript and TypeScript',
  python: 'Python',
};

const generated = '<!-- Made from the check by `npm run docs`. Do not edit. -->';

/** The page of one check: what is wrong, why, what to do. */
export function checkPage({ check, doc, path }: DocumentedCheck): string {
  return [
    generated,
    `# ${check.title}`,
    `\`${check.name}\` · ${check.area} · severity ${check.severity}, before exposure is looked at · ${fixWords(check.fix)} · since ${check.since}`,
    ...(check.aliases?.length ? [`Called before: ${check.aliases.map((alias) => `\`${alias}\``).join(', ')}.`] : []),
    section('Why it is bad', doc.why),
    section('How it is attacked', doc.exploit),
    section(
      'What to do',
      Object.entries(doc.fix)
        .map(([place, text]) => `In ${placeNames[place] ?? place}: ${text.trim()}`)
        .join('\n\n'),
    ),
    section('What the check cannot see', doc.blindSpots),
    `## Examples`,
    ...doc.examples.bad.map((example) => exampleText('Bad', example)),
    ...doc.examples.good.map((example) => exampleText('Good', example)),
    ...mappingSection(check.mappings),
    section(
      'Sources',
      [...doc.sources.map((source) => `- <${source}>`), `- [the check itself](../../${path})`].join('\n'),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

/** The list of all pages, by area. */
export function checkListPage(checks: readonly DocumentedCheck[]): string {
  const areas = [...new Set(checks.map(({ check }) => check.area))];
  const tables = areas.map((area) => {
    const rows = checks
      .filter(({ check }) => check.area === area)
      .map(
        ({ check }) =>
          `| [\`${check.name}\`](${check.name}.md) | ${cell(check.title)} | ${check.severity} | ${check.fix} |`,
      );
    return [`## ${area}`, '', '| check | finds | severity | fix |', '|---|---|---|---|', ...rows].join('\n');
  });
  return `${[generated, '# Checks', `${checks.length} checks. \`leastwise explain <check>\` prints the same.`, ...tables].join('\n\n')}\n`;
}

const peers: Readonly<Record<string, string>> = {
  owasp: 'OWASP Serverless Top 10',
  csa: 'CSA 12 Most Critical Risks',
  cwe: 'CWE',
  fsbp: 'AWS Foundational Security Best Practices',
  attack: 'MITRE ATT&CK',
};

function mappingSection(mappings: DocumentedCheck['check']['mappings']): readonly string[] {
  const rows = Object.entries(mappings)
    .filter(([, ids]) => ids !== undefined && ids.length > 0)
    .map(([list, ids]) => `| ${peers[list] ?? list} | ${cell((ids ?? []).join(', '))} |`);
  return rows.length === 0 ? [] : ['## Elsewhere', ['| list | ids |', '|---|---|', ...rows].join('\n')];
}

function exampleText(verdict: string, example: PageExample): string {
  const files = Object.entries(example.files ?? {}).map(([path, text]) => `\`${path}\`:\n\n${fenced('', text)}`);
  return [`${verdict}: ${example.title}.`, fenced('yaml', example.template), ...files].join('\n\n');
}

/** A fence longer than any run of backticks inside. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}

function section(title: string, text: string): string {
  return `## ${title}\n\n${text.trim()}`;
}

function fixWords(fix: string): string {
  if (fix === 'none') return 'no fix by machine';
  return fix === 'safe' ? 'safe fix' : 'fix needs review';
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
