import { asText, type SourceRange, type Value } from '@leastwise/model';
import { makerAt, type Maker } from '../cloudformation/sam/made.ts';
import { get } from '../cloudformation/sam/read-value.ts';
import type { OpenStack } from '../cloudformation/stack.ts';
import type { SyntaxNode } from '../syntax/syntax-node.ts';
import { draftInto, type Bench, type Cause, type Draft } from './bench.ts';
import { pluginNames } from './plugins/plugin-names.ts';
import { readFunctions } from './functions/read-functions.ts';
import type { Service } from './service.ts';

export function createBench(service: Service, stack: OpenStack): Bench {
  const whole: SourceRange = { file: service.file, start: 0, end: 0 };
  const makeAt = (origin: SourceRange): Maker =>
    makerAt(
      {
        idOf: (id) => stack.idOf(id),
        pseudo: (name, at) => ({ ...(stack.pseudo(name) ?? { kind: 'absent' }), origin: at }),
      },
      origin,
    );
  const sections = new Map<string, Value | undefined>();
  const section = (name: string): Value | undefined => {
    if (!sections.has(name)) {
      const node = service.section(name);
      sections.set(name, node === undefined ? undefined : stack.evaluate(node, stack.scope));
    }
    return sections.get(name);
  };
  const top = (name: string | number, ...path: readonly (string | number)[]): Value | undefined =>
    get(section(String(name)), ...path);
  const providerCause = causeOf(service, 'provider') ?? { at: whole, keyRange: whole, by: 'provider' };
  const drafts = new Map<string, Draft>();
  const plugins = pluginNames(section('plugins'));
  const told = new Set<string>();
  const tell = (
    code: string,
    effect: 'incomplete' | 'note',
    range: SourceRange,
    message: string,
    hint: string,
  ): void => {
    const key = `${code} ${range.start} ${message}`;
    if (told.has(key)) return;
    told.add(key);
    bench.diagnostics.push({ code, message, range, hint, effect });
  };
  const bench: Bench = {
    service,
    stack,
    get functions() {
      return functions;
    },
    drafts,
    diagnostics: [],
    unknowns: [],
    statements: new Map(),
    notifications: [],
    stage: variable('sls:stage', service, stack, providerCause.keyRange),
    serviceName: serviceNameOf(section('service'), whole),
    providerCause,
    top,
    provider: (...path) => top('provider', ...path),
    hasPlugin: (name) => plugins.some((plugin) => plugin.name === name),
    makeAt,
    add: (logicalId, type, properties, cause, dependsOn) =>
      draftInto(drafts, logicalId, type, properties, cause, dependsOn),
    allow(owner, ...statements) {
      bench.statements.set(owner.key, [...(bench.statements.get(owner.key) ?? []), ...statements]);
    },
    invalid: (at, message, hint) => tell('serverless-invalid', 'incomplete', at, message, hint),
    note: (code, at, message, hint) => tell(code, 'note', at, message, hint),
  };
  const functions = readFunctions(bench);
  return bench;
}

export function causeOf(service: Service, section: string): Cause | undefined {
  const entry = service.entry(section);
  if (entry === undefined) return undefined;
  const keyRange = { file: service.file, start: entry.keyStart, end: entry.keyEnd };
  return { at: { ...keyRange, end: Math.max(entry.keyEnd, entry.value.end) }, keyRange, by: section };
}

function variable(name: string, service: Service, stack: OpenStack, at: SourceRange): Value {
  const text = `\${${name}}`;
  const node: SyntaxNode = { kind: 'scalar', value: text, text, quoted: true, start: at.start, end: at.end };
  return stack.evaluate(service.resolver.resolve(node), stack.scope);
}

function serviceNameOf(section: Value | undefined, whole: SourceRange): Value {
  const named = get(section, 'name') ?? section;
  if (named !== undefined && (asText(named) !== undefined || named.kind !== 'known')) return named;
  return { kind: 'unknown', cause: 'invalid', reason: 'The service has no name.', origin: whole };
}
