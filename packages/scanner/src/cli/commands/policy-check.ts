import { relative, resolve } from 'node:path';
import {
  compilePolicies,
  evaluateRequest,
  type AccessRequest,
  type CompiledPolicies,
  type RequestContext,
} from '@leastwise/iam';
import { Option, type Command } from 'commander';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

interface Flags {
  readonly action?: string;
  readonly resource?: string;
  readonly principal?: string;
  readonly context: readonly string[];
  readonly batch?: string;
  readonly format: 'text' | 'json';
}

/** `leastwise policy check`: what AWS would answer to a request, decided here and explained. */
export function addPolicyCheck(policy: Command, io: Io, done: (code: number) => void): void {
  policy
    .command('check')
    .description('Decide whether a policy document allows a request, and say why.')
    .argument('<file>', 'a policy document as JSON')
    .option('--action <action>', 'such as s3:GetObject')
    .option('--resource <arn>', 'the ARN that it is done to')
    .option('--principal <arn>', 'who asks')
    .addOption(
      new Option('--context <key=value>', 'a condition key of the request, repeatable')
        .default([])
        .argParser((value: string, before: readonly string[]) => [...before, value]),
    )
    .option('--batch <file>', 'a JSON list of requests: action, resource, principal, context')
    .addOption(new Option('-f, --format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `
Exit codes: 0 answered, 2 wrong usage.

Examples:
  $ leastwise policy check policy.json --action s3:GetObject --resource arn:aws:s3:::photos/1.jpg
  $ leastwise policy check policy.json --batch requests.json --format json`,
    )
    .action((file: string, flags: Flags) => {
      const compiled = compilePolicies({ identity: [{ name: file, document: readJson(file, io) }] });
      const requests = flags.batch === undefined ? [requestOf(flags)] : batchOf(readJson(flags.batch, io), flags.batch);
      const answers = requests.map((request) => answerTo(request, compiled));
      io.stdout.write(
        flags.format === 'json'
          ? `${JSON.stringify(flags.batch === undefined ? answers[0] : answers, null, 2)}\n`
          : answers.map(lines).join('\n'),
      );
      done(0);
    });
}

interface Answer {
  readonly action: string;
  readonly resource: string;
  readonly decision: string;
  /** The statements without which the decision would be another. */
  readonly matched: readonly { readonly policy: string; readonly statement: number; readonly effect: string }[];
  readonly reasons: readonly string[];
}

function answerTo(request: AccessRequest, compiled: CompiledPolicies): Answer {
  const evaluation = evaluateRequest(request, compiled);
  const { decidedBy, reasons, problems } = evaluation.explain();
  return {
    action: request.action,
    resource: typeof request.resource === 'string' ? request.resource : request.resource.arn,
    decision: evaluation.decision,
    matched: decidedBy.map(({ policy, index, effect, sid }) => ({
      policy,
      statement: index,
      effect,
      ...(sid === undefined ? {} : { sid }),
    })),
    reasons: [...reasons, ...problems.map(({ path, message }) => `${path}: ${message}`)],
  };
}

function lines({ action, resource, decision, matched, reasons }: Answer): string {
  const by = matched.map(({ policy, statement, effect }) => `  ${effect} by statement ${statement + 1} of ${policy}\n`);
  return `${decision}: ${action} on ${resource}\n${by.join('')}${reasons.map((reason) => `  ${reason}\n`).join('')}`;
}

function requestOf({ action, resource, principal, context }: Flags): AccessRequest {
  if (action === undefined || resource === undefined)
    throw new UsageError('There is no request to decide.', 'Give --action and --resource, or --batch with a file.');
  return {
    action,
    resource,
    ...(principal === undefined ? {} : { principal }),
    ...(context.length === 0 ? {} : { context: contextOf(context) }),
  };
}

function contextOf(pairs: readonly string[]): RequestContext {
  const context: Record<string, string[]> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at <= 0) throw new UsageError(`${pair} is not a condition key with a value.`, 'Write --context key=value.');
    (context[pair.slice(0, at)] ??= []).push(pair.slice(at + 1));
  }
  return Object.fromEntries(
    Object.entries(context).map(([key, values]) => [key, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

function batchOf(read: unknown, file: string): readonly AccessRequest[] {
  if (!Array.isArray(read)) throw new UsageError(`${file} is not a list of requests.`, 'Write a JSON list.');
  return read.map((entry: unknown, at): AccessRequest => {
    const { action, resource, principal, context } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof action !== 'string' || typeof resource !== 'string')
      throw new UsageError(`Request ${at + 1} of ${file} has no action or resource.`, 'Give both as texts.');
    return {
      action,
      resource,
      ...(typeof principal === 'string' ? { principal } : {}),
      ...(isContext(context) ? { context } : {}),
    };
  });
}

function isContext(value: unknown): value is RequestContext {
  const isPlain = (one: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof one);
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((one: unknown) => (Array.isArray(one) ? one.every(isPlain) : isPlain(one)))
  );
}

function readJson(file: string, io: Io): unknown {
  const path = resolve(io.workingFolder, file);
  const root = io.files.findRoot(path);
  const read = root === undefined ? undefined : io.files.tree(root).read(relative(root, path).replaceAll('\\', '/'));
  if (read === undefined || !('text' in read)) throw new UsageError(`${file} cannot be read.`, 'Name a JSON file.');
  try {
    return JSON.parse(read.text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError(`${file} is not JSON.`, 'Name a policy document or a list of requests as JSON.');
  }
}
