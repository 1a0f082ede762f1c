import type { Value } from '@leastwise/model';
import type { ScannedApplication } from '../../scan.ts';

/** An application as `leastwise init` suggests it. */
export interface StarterApplication {
  readonly path: string;
  /** Parameters without default that values hang on. */
  readonly open: readonly string[];
  /** Parameters whose default was taken. */
  readonly assumed: readonly string[];
}

/** The parameters that the values of an application hang on. */
export function parametersOf(application: ScannedApplication, folder: string): StarterApplication {
  const open = new Set<string>();
  const assumed = new Set<string>();
  for (const world of application.worlds)
    for (const node of world.estate.nodes.values()) collect(node.properties, open, assumed);
  const file = application.files[0]?.file ?? application.name;
  const prefix = folder === '' ? '' : `${folder}/`;
  return {
    path: file.startsWith(prefix) ? file.slice(prefix.length) : file,
    open: [...open].sort(),
    // A pseudo parameter such as AWS::Partition is no choice of the user.
    assumed: [...assumed].filter((name) => !open.has(name) && !name.includes('::')).sort(),
  };
}

function collect(value: Value, open: Set<string>, assumed: Set<string>): void {
  if (value.kind === 'unknown' && value.cause === 'parameter' && value.name !== undefined) open.add(value.name);
  if (value.kind === 'text') for (const part of value.parts) if (typeof part !== 'string') collect(part, open, assumed);
  if (value.kind === 'choice') for (const option of value.options) collect(option.value, open, assumed);
  if (value.kind !== 'known') return;
  if (value.assumed !== undefined) assumed.add(value.assumed);
  const data = value.value;
  if (data instanceof Map) for (const member of data.values()) collect(member, open, assumed);
  else if (Array.isArray(data)) for (const item of data as readonly Value[]) collect(item, open, assumed);
}

const applicationsShown = 40;

/** The text of a first `leastwise.yaml`: everything in it is a comment, so that it changes nothing until somebody decides. */
export function starter(applications: readonly StarterApplication[]): string {
  const shown = applications.slice(0, applicationsShown);
  const more = applications.length - shown.length;
  return `# How Leastwise reads and judges this project; schemas/leastwise.schema.json of @leastwise/model describes this file.
# Remove the leading "# " of what you want to set. Flags win over this file.

# Exit with 1 at or above this severity: info, low, medium, high, critical, never.
# failOn: high

# The least severity on screen.
# level: low

# What to read, as globs from the root. Everything, when include is empty.
# include:
#   - services/**
# exclude:
#   - '**/legacy/**'

# Values that the templates leave open.
# applications:
${shown.flatMap(applicationLines).join('\n')}${more > 0 ? `\n#   ... and ${more} more` : ''}

# Switch a check off, or give it another severity.
# checks:
#   function-without-tags: off
#   deprecated-runtime: high

# Findings that you accept, each with a reason and the day on which it comes back.
# suppressions:
#   - check: function-url-without-auth
#     subject: Webhook
#     reason: The payment provider signs its calls; the handler verifies the signature.
#     until: 2027-06-30

# Owners by path, where tags and CODEOWNERS do not say.
# owners:
#   - path: services/orders/**
#     owner: team-orders

# Assumptions behind the price of an attack.
# cost:
#   accountConcurrency: 1000
`;
}

function applicationLines(application: StarterApplication): readonly string[] {
  const lines = [`#   - path: ${quoted(application.path)}`];
  const defaults =
    application.assumed.length === 0 ? [] : [`#     # judged with their defaults: ${application.assumed.join(', ')}`];
  if (application.open.length === 0) return [...lines, ...defaults];
  return [
    ...lines,
    '#     parameters:',
    ...application.open.map((name) => `#       ${name}: ''  # has no default`),
    ...defaults,
  ];
}

/** A scalar that YAML reads as this very text. */
function quoted(text: string): string {
  const plain = text.replaceAll(/[\r\n]+/g, ' ');
  return /^[A-Za-z_][\w./-]*$/.test(plain) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(plain)
    ? plain
    : `'${plain.replaceAll("'", "''")}'`;
}
