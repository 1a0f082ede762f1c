import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentedCheck } from './check-page.ts';
import { casesOf } from './dialects-page.ts';

export const catalogueFile = 'docs/catalogue.csv';

/** A question that some tool asks of a serverless application, or that none asks yet. */
export interface CatalogueRow {
  readonly number: number;
  readonly area: string;
  readonly question: string;
  /** Tool → its ids. */
  readonly peers: Readonly<Record<string, readonly string[]>>;
  /** Why nothing answers it; empty when a check does. */
  readonly waitsFor: string;
}

const tools = ['checkov', 'kics', 'cfn_nag', 'trivy', 'prowler', 'cdk_nag'] as const;

export function readCatalogue(root: string): readonly CatalogueRow[] {
  const [head = [], ...records] = readFileSync(join(root, catalogueFile), 'utf8').trim().split('\n').map(fields);
  return records.map((record) => {
    const cell = (column: string): string => record[head.indexOf(column)] ?? '';
    const ids = (tool: string): readonly string[] => cell(tool).split(' ').filter(Boolean);
    return {
      number: Number(cell('no')),
      area: cell('area'),
      question: cell('check'),
      peers: Object.fromEntries(tools.map((tool) => [tool, ids(tool)]).filter(([, found]) => found?.length !== 0)),
      waitsFor: cell('waits for'),
    };
  });
}

/** A line of comma-separated values, with quotes around what holds a comma. */
function fields(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}

export function answersTo(row: CatalogueRow, checks: readonly DocumentedCheck[]): readonly DocumentedCheck[] {
  return checks.filter(({ check }) => check.rows?.includes(row.number) === true);
}

/** Every row of the catalogue with what answers it, or what it waits for. */
export function coveragePage(root: string, checks: readonly DocumentedCheck[]): string {
  const rows = readCatalogue(root);
  const terraform = casesOf(root, 'terraform');
  const answered = rows.filter((row) => answersTo(row, checks).length > 0);
  const lines = rows.map((row) => {
    const answers = answersTo(row, checks);
    const of = (text: (one: DocumentedCheck) => string): string => answers.map(text).join('<br>');
    const cells =
      answers.length === 0
        ? [row.waitsFor, '', '', '']
        : [
            of(({ check }) => `[${check.name}](checks/${check.name}.md)`),
            of(({ check }) => check.severity),
            of((one) => dialectsOf(one, terraform)),
            of(({ check }) => check.fix),
          ];
    const peers = Object.entries(row.peers).map(([tool, ids]) => `${tool} ${ids.join(' ')}`);
    return `| ${[row.number, row.area, row.question, ...cells, peers.join('; ')].map(String).map(escaped).join(' | ')} |`;
  });
  return `${[
    '# Coverage of the catalogue',
    '',
    'The catalogue is the union of what the tools of others ask of serverless applications, and what none of them asks. This page is generated',
    `from \`${catalogueFile}\` and the checks. ${answered.length} of ${rows.length} rows are answered; each other row says what it waits for.`,
    '',
    '- *severity* is that of the check before exposure is looked at; `info` is hygiene, or a question of others that decides nothing here.',
    '- *dialects*: templates are CloudFormation and SAM; `resources` of a service are read alike. [Proofs](dialects.md).',
    '',
    '| row | area | question | check, or what it waits for | severity | dialects | fix | others |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n')}\n`;
}

function dialectsOf({ check }: DocumentedCheck, terraform: ReadonlySet<string>): string {
  if (check.area === 'code') return 'all';
  return terraform.has(check.name) ? 'templates, serverless.yml, Terraform' : 'templates, serverless.yml';
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|');
}
