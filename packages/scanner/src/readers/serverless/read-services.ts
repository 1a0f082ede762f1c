import { asText, type Diagnostic, type SourceTree, type Value } from '@leastwise/model';
import type { Application } from '../application.ts';
import { stackApplication } from '../cloudformation/application-stacks.ts';
import { templateStore } from '../cloudformation/template-store.ts';
import { child, type SyntaxNode } from '../syntax/syntax-node.ts';
import { serviceFramework } from './desugar-service.ts';
import type { ServiceInputs } from './inputs.ts';
import { packagedTemplate } from './packaged-templates.ts';
import { looksLikeService } from './recognise.ts';
import { openService, type Service } from './service.ts';
import { storeWith, syntheticTemplate } from './synthetic-template.ts';

export interface ServiceReading {
  readonly applications: readonly Application[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads services of the Serverless Framework, versions 1 to 4, and osls. Runs no code, no plugin, and reads no environment. */
export function readServices(
  tree: SourceTree,
  files: readonly string[],
  inputsOf: (file: string) => ServiceInputs,
): ServiceReading {
  const store = templateStore(tree);
  const applications: Application[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const loaded = store.load(file);
    if ('failure' in loaded) continue;
    if (looksLikeService(file, loaded.text) === 'program') {
      if (packagedTemplate(tree, file) === undefined) diagnostics.push(programNotRead(file));
      continue;
    }
    const service = openService(store, file, inputsOf(file));
    if (service === undefined) {
      diagnostics.push(...loaded.document.diagnostics);
      continue;
    }
    const provider = providerOf(service);
    if (provider !== undefined && provider !== 'aws') diagnostics.push(otherProvider(service, provider));
    else applications.push(applicationOf(service));
  }
  return { applications, diagnostics };
}

function applicationOf(service: Service): Application {
  const { file, inputs, store, resolver } = service;
  const template = syntheticTemplate(service);
  const region = plainText(service.resolver.lookUp(['provider', 'region']));
  const isWritten = region !== undefined && !region.startsWith('${');
  return stackApplication({
    name: plainText(resolver.lookUp(['service', 'name']) ?? resolver.lookUp(['service'])) ?? file,
    roots: [file],
    store: storeWith(store, file, template.root),
    deployedAt: () => ({
      account: inputs.account,
      partition: inputs.partition,
      region: inputs.region ?? (isWritten ? region : undefined),
    }),
    given(_stack, name) {
      const text = inputs.parameters.get(name);
      return text === undefined ? undefined : { text };
    },
    framework: serviceFramework(service, template),
    diagnostics: service.diagnostics,
  });
}

/** `provider: aws`, or a map with a name. */
function providerOf(service: Service): string | undefined {
  const provider = service.section('provider');
  return plainText(provider) ?? plainText(child(provider, 'name'));
}

function plainText(node: SyntaxNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  const resolved: Value | undefined = node.resolved;
  return resolved === undefined ? node.text : asText(resolved);
}

const programNotRead = (file: string): Diagnostic => ({
  code: 'serverless-program-not-read',
  message: 'This service is written as a program, and no code of a service is run.',
  range: { file, start: 0, end: 0 },
  hint: 'Run serverless package first: the template that it leaves in .serverless is read then.',
  effect: 'incomplete',
});

function otherProvider(service: Service, provider: string): Diagnostic {
  const entry = service.entry('provider');
  const range = { file: service.file, start: entry?.keyStart ?? 0, end: entry?.keyEnd ?? 0 };
  return {
    code: 'serverless-provider-not-read',
    message: `This service is deployed to ${provider}; only services on aws are read.`,
    range,
    hint: 'Leave the file out of the scan.',
    effect: 'note',
  };
}
