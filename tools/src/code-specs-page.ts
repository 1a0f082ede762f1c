/** What the page needs of `@leastwise/code`'s tables. */
export interface CodeSpecs {
  readonly flowClasses: Readonly<Record<string, number>>;
  readonly sinks: readonly (SpecRow & { readonly class: string })[];
  readonly propagators: readonly SpecRow[];
  readonly sanitizers: readonly (SpecRow & { readonly transform: string })[];
  readonly callbacks: readonly SpecRow[];
  readonly libraryCalls: readonly SpecRow[];
  readonly clearing: Readonly<Record<string, readonly string[] | 'all'>>;
  readonly eventSchemas: readonly {
    readonly source: string;
    readonly sourcePaths: readonly { readonly path: string; readonly trust: string; readonly note?: string }[];
    readonly clean: readonly string[];
    readonly page: string;
  }[];
  readonly inputObjects: readonly { readonly id: string; readonly paths: readonly { readonly path: string }[] }[];
  readonly services: readonly { readonly name: string; readonly hosts: readonly string[]; readonly holds: string }[];
}

interface SpecRow {
  readonly id: string;
  readonly language: string;
  readonly callees: readonly string[];
}

const languages = ['javascript', 'python'] as const;

/** The page of what the code engine knows: classes, events, sinks, what clears what, libraries and services. */
export function codeSpecsPage(specs: CodeSpecs): string {
  return [
    '<!-- Made from the spec tables of packages/code by `npm run docs`. Do not edit. -->',
    '# What the code engine knows',
    'Each row is data with an example that must be found and a repaired twin that must not; the tests run both. Numbers are rows and, in brackets, the calls that they name.',
    '## Classes of flows',
    table(['class', 'CWE', 'sinks JavaScript', 'sinks Python', 'cleared by'], classRows(specs)),
    '## Events',
    'What each event holds of somebody else: `outside` is anybody who can reach the trigger, `semi` another part of the system, `internal` what an authorizer or the template decided.',
    table(['event', 'tainted paths', 'written by the platform', 'described at'], eventRows(specs)),
    '## Request objects of frameworks',
    table(
      ['object', 'members'],
      specs.inputObjects.map((object) => [
        code(object.id),
        object.paths.map((path) => code(path.path || '(itself)')).join(' '),
      ]),
    ),
    '## Sinks',
    ...languages.map((language) => `### ${title(language)}\n\n${sinkTable(specs, language)}`),
    '## What calls do to data',
    table(
      ['', 'JavaScript', 'Python'],
      (['propagators', 'sanitizers', 'callbacks', 'libraryCalls'] as const).map((name) => [
        names[name],
        ...languages.map((language) => count(specs[name].filter((row) => row.language === language))),
      ]),
    ),
    '## Third-party services',
    table(
      ['service', 'hosts', 'holds'],
      specs.services.map((service) => [service.name, service.hosts.map(code).join(' '), service.holds]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

const names = {
  propagators: 'calls that change or move data',
  sanitizers: 'sanitizers and guards',
  callbacks: 'calls that call a function that they are given',
  libraryCalls: 'library calls that call AWS',
} as const;

function classRows(specs: CodeSpecs): readonly (readonly string[])[] {
  return Object.entries(specs.flowClasses).map(([name, cwe]) => {
    const clearedBy = Object.entries(specs.clearing).filter(
      ([, classes]) => classes === 'all' || classes.includes(name),
    );
    const sinks = specs.sinks.filter((row) => row.class === name);
    return [
      name,
      `[${cwe}](https://cwe.mitre.org/data/definitions/${cwe}.html)`,
      ...languages.map((language) => count(sinks.filter((row) => row.language === language))),
      clearedBy.map(([transform]) => transform).join(', '),
    ];
  });
}

function eventRows(specs: CodeSpecs): readonly (readonly string[])[] {
  return specs.eventSchemas.map((schema) => [
    schema.source,
    schema.sourcePaths.map((path) => `${code(path.path || '(all)')} ${path.trust}`).join(', '),
    schema.clean.map(code).join(' '),
    `<${schema.page}>`,
  ]);
}

function sinkTable(specs: CodeSpecs, language: string): string {
  const rows = specs.sinks.filter((row) => row.language === language);
  return table(
    ['sink', 'class', 'calls'],
    rows.map((row) => [code(row.id.slice(language.length + 1)), row.class, row.callees.map(code).join(' ')]),
  );
}

function count(rows: readonly SpecRow[]): string {
  return rows.length === 0 ? '' : `${rows.length} (${new Set(rows.flatMap((row) => row.callees)).size})`;
}

function title(language: string): string {
  return language === 'python' ? 'Python' : 'JavaScript and TypeScript';
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
