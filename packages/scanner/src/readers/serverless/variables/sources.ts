import type { SyntaxNode } from '../../syntax/syntax-node.ts';
import { constructId, constructProperty } from '../plugins/lift/construct-variables.ts';
import type { ServiceInputs } from '../inputs.ts';
import type { Open, Outcome } from './outcome.ts';
import type { VariableFiles } from './variable-files.ts';

/** What the sources ask of the resolver. */
export interface SourceContext {
  readonly inputs: ServiceInputs;
  readonly files: VariableFiles;
  /** The value at a path of the service, its variables resolved; undefined when nothing is written there. */
  lookUp(path: readonly string[]): SyntaxNode | undefined;
  /** The value at a path below a node that is resolved as far as it needs to be. */
  below(node: SyntaxNode, path: readonly string[]): SyntaxNode | undefined;
}

export interface Asked {
  readonly parameter: string | undefined;
  readonly address: string;
  /** `ssm:/orders/key`, as people read it. */
  readonly name: string;
}

export type VariableSource = (asked: Asked, context: SourceContext) => Outcome;

/** The sources whose answer is in the text, by name. Nothing else is ever asked: no environment, no account, no code. */
export const variableSources: ReadonlyMap<string, VariableSource> = new Map<string, VariableSource>([
  ['self', self],
  ['file', file],
  ['opt', option],
  ['param', param],
  ['sls', framework],
  ['env', environment],
  ['aws', place],
  ['strToBool', toBoolean],
  ['construct', construct],
]);

/** `${ssm:...}`, `${cf:...}`, `${s3:...}`, `${vault:...}`, or whatever a plugin brings. */
export const elsewhere: VariableSource = ({ name }) => ({
  kind: 'open',
  open: { cause: 'dynamic-reference', reason: `The variable ${name} is read when the service is deployed.` },
});

const pathOf = (address: string): readonly string[] => address.split('.').filter((part) => part !== '');

const found = (node: SyntaxNode, assumed?: string): Outcome => ({ kind: 'found', node, assumed });

const literal = (value: string | boolean): SyntaxNode => ({
  kind: 'scalar',
  value,
  text: String(value),
  quoted: typeof value === 'string',
  start: 0,
  end: 0,
});

function self({ address, name }: Asked, context: SourceContext): Outcome {
  const { inputs } = context;
  if (address === 'provider.stage' && inputs.stage !== undefined) return found(literal(inputs.stage));
  if (address === 'provider.region' && inputs.region !== undefined) return found(literal(inputs.region));
  const node = context.lookUp(pathOf(address));
  if (node !== undefined) return found(node);
  if (address === 'provider.stage') return found(literal('dev'), 'stage');
  if (address === 'provider.region') return found(literal('us-east-1'), 'region');
  if (address === 'service.name') {
    const service = context.lookUp(['service']);
    if (service?.kind === 'scalar') return found(service);
  }
  return { kind: 'missing', open: { cause: 'invalid', reason: `The service holds nothing under ${name}.` } };
}

function file({ parameter, address, name }: Asked, { files, below }: SourceContext): Outcome {
  const read = files.load(parameter ?? '');
  if ('node' in read) {
    const node = below(read.node, pathOf(address));
    if (node !== undefined) return found(node);
    return { kind: 'missing', open: { cause: 'invalid', reason: `The file ${read.path} holds nothing for ${name}.` } };
  }
  const reason = fileReasons[read.failure](read.path);
  const open: Open = { cause: read.failure === 'program' ? 'macro' : 'missing-file', reason };
  return read.failure === 'program' ? { kind: 'open', open } : { kind: 'missing', open };
}

const fileReasons = {
  missing: (path: string) => `The file ${path} is not in the tree.`,
  program: (path: string) => `The value is what the program ${path} yields, and no code of the service is run.`,
  'outside-root': (path: string) => `The file ${path} stands outside of the root.`,
  unreadable: (path: string) => `The file ${path} cannot be read.`,
} as const;

function option({ address, name }: Asked, { inputs }: SourceContext): Outcome {
  const given =
    address === 'stage' && inputs.stage !== undefined
      ? inputs.stage
      : address === 'region' && inputs.region !== undefined
        ? inputs.region
        : inputs.parameters.get(address);
  if (given !== undefined) return found(literal(given));
  const settleWith = address === 'stage' || address === 'region' ? `--${address} <name>` : `--param ${address}=<value>`;
  return {
    kind: 'missing',
    input: name,
    open: { cause: 'parameter', reason: `The option --${address} is not given.`, settleWith },
  };
}

/** https://www.serverless.com/framework/docs/guides/parameters */
function param({ address, name }: Asked, context: SourceContext): Outcome {
  const given = context.inputs.parameters.get(address);
  if (given !== undefined) return found(literal(given));
  const stage = stageOf(context);
  const places = [
    ...(stage === undefined
      ? []
      : [
          ['stages', stage, 'params', address],
          ['params', stage, address],
        ]),
    ['stages', 'default', 'params', address],
    ['params', 'default', address],
  ];
  for (const path of places) {
    const node = context.lookUp(path);
    if (node !== undefined) return found(node);
  }
  return {
    kind: 'missing',
    input: name,
    open: {
      cause: 'parameter',
      reason: `The parameter ${address} is not given.`,
      settleWith: `--param ${address}=<value>`,
    },
  };
}

/** The stage that the service is read for; undefined when the service takes it from somewhere else. */
export function stageOf({ inputs, lookUp }: Pick<SourceContext, 'inputs' | 'lookUp'>): string | undefined {
  if (inputs.stage !== undefined) return inputs.stage;
  const written = lookUp(['provider', 'stage']);
  if (written === undefined) return 'dev';
  return written.kind === 'scalar' && (written.resolved === undefined || written.resolved.kind === 'known')
    ? written.text
    : undefined;
}

function framework({ address, name }: Asked, context: SourceContext): Outcome {
  if (address === 'stage') {
    const written = context.inputs.stage === undefined ? context.lookUp(['provider', 'stage']) : undefined;
    if (written !== undefined) return found(written);
    return context.inputs.stage === undefined ? found(literal('dev'), 'stage') : found(literal(context.inputs.stage));
  }
  return { kind: 'open', open: { cause: 'attribute', reason: `The framework makes ${name} up for each run.` } };
}

/** The environment of whoever deploys is not that of whoever scans. */
const environmentOf = (name: string): Open => ({
  cause: 'parameter',
  reason: `The variable ${name} is of the environment of the deployment, which is not read.`,
});

function environment({ name }: Asked): Outcome {
  return { kind: 'missing', input: name, open: environmentOf(name) };
}

const pseudoParameters: Readonly<Record<string, string>> = {
  accountId: '${AWS::AccountId}',
  region: '${AWS::Region}',
  partition: '${AWS::Partition}',
};

function place(asked: Asked, context: SourceContext): Outcome {
  const pseudo = Object.hasOwn(pseudoParameters, asked.address) ? pseudoParameters[asked.address] : undefined;
  return pseudo === undefined ? elsewhere(asked, context) : found(literal(pseudo));
}

function toBoolean({ parameter, name }: Asked): Outcome {
  const text = (parameter ?? '').trim().toLowerCase();
  if (text === 'true' || text === '1') return found(literal(true));
  if (text === 'false' || text === '0' || text === 'null' || text === '') return found(literal(false));
  return { kind: 'open', open: { cause: 'invalid', reason: `${name} takes true, false, 1 or 0.` } };
}

/** A resource of a construct of serverless-lift. */
function construct(asked: Asked, context: SourceContext): Outcome {
  const [name = '', property = ''] = asked.address.split('.');
  const type = context.lookUp(['constructs', name, 'type']);
  const known = type?.kind === 'scalar' ? constructProperty(type.text, property) : undefined;
  if (known === undefined) return elsewhere(asked, context);
  const logicalId = constructId(name, known.resource);
  const text = known.attribute === 'Ref' ? logicalId : `${logicalId}.${known.attribute}`;
  const tag = known.attribute === 'Ref' ? '!Ref' : '!GetAtt';
  return found({ kind: 'scalar', value: text, text, quoted: true, start: 0, end: 0, tag });
}
