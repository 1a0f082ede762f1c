import { asMap, type Diagnostic, type TemplateResource } from '@leastwise/model';
import { collectApis } from './api/collect-apis.ts';
import { desugarHttpApi } from './api/http-api.ts';
import { desugarRestApi } from './api/rest-api.ts';
import { desugarWebSocketApi } from './api/websocket-api.ts';
import { desugarApplication } from './application.ts';
import { desugarCapacityProvider } from './capacity-provider.ts';
import { desugarConnectors } from './connectors/connectors.ts';
import { draftDeployments } from './deployment/deployment-preferences.ts';
import { desugarFunction } from './function/function.ts';
import { checkProperties, checkTags } from './check-properties.ts';
import { checkGlobals, mergeGlobals } from './globals.ts';
import { desugarGraphqlApi } from './graphql/graphql-api.ts';
import { desugarLayer } from './layer-version.ts';
import { makerAt } from './made.ts';
import { resourceProperties } from './property-types.ts';
import { resolveReferences } from './resolve-references.ts';
import type { SamInput, SamOutput } from './sam-input.ts';
import { desugarSimpleTable } from './simple-table.ts';
import { desugarStateMachine } from './state-machine/state-machine.ts';
import { createWorkbench, finish, type SamResource, type Workbench } from './workbench.ts';

type Desugar = (owner: SamResource, bench: Workbench) => void;

/** In this order, as in the transform: events add to APIs, and connectors look at what all others have become. */
const steps: readonly Readonly<Record<string, Desugar>>[] = [
  { 'AWS::Serverless::Function': desugarFunction },
  { 'AWS::Serverless::StateMachine': desugarStateMachine },
  { 'AWS::Serverless::WebSocketApi': desugarWebSocketApi },
  {
    'AWS::Serverless::SimpleTable': desugarSimpleTable,
    'AWS::Serverless::LayerVersion': desugarLayer,
    'AWS::Serverless::Application': desugarApplication,
    'AWS::Serverless::CapacityProvider': desugarCapacityProvider,
    'AWS::Serverless::GraphQLApi': desugarGraphqlApi,
  },
];

const otherTypes = ['AWS::Serverless::Api', 'AWS::Serverless::HttpApi', 'AWS::Serverless::Connector'];
const knownTypes: ReadonlySet<string> = new Set([...steps.flatMap((step) => Object.keys(step)), ...otherTypes]);

/**
 * Turns the `AWS::Serverless::*` resources of a stack into the CloudFormation resources that the SAM transform makes of
 * them, so that one set of facets and linkers reads both. A function of values: it evaluates nothing.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
export function desugar(input: SamInput): SamOutput {
  const diagnostics: Diagnostic[] = [];
  const sam = new Map<string, SamResource>();
  for (const resource of input.resources) {
    if (knownTypes.has(resource.type)) sam.set(resource.logicalId, samResource(resource, input));
  }
  const bench = createWorkbench(input, sam, diagnostics);
  checkGlobals(input, (at, message, hint) => bench.invalid(at, message, hint));
  for (const resource of input.resources) checkResource(resource, bench);
  for (const { properties, type, logicalId } of sam.values()) {
    checkProperties(properties, resourceProperties[type] ?? {}, logicalId, bench);
    checkTags(properties.get('Tags'), logicalId, bench);
  }
  collectApis(bench);
  for (const step of steps) {
    for (const owner of sam.values()) {
      const apply = Object.hasOwn(step, owner.type) ? step[owner.type] : undefined;
      if (apply !== undefined) apply(owner, bench);
    }
  }
  for (const draft of bench.apis.values()) {
    if (draft.kind === 'rest') desugarRestApi(draft, bench);
    else desugarHttpApi(draft, bench);
  }
  draftDeployments(bench);
  desugarConnectors(bench);
  const resolve = resolveReferences(bench);
  return {
    resources: inOrder(bench).map((resource) => ({ ...resource, properties: resolve(resource.properties) })),
    diagnostics,
    unknowns: bench.unknowns,
    resolve,
  };
}

function samResource(resource: TemplateResource, input: SamInput): SamResource {
  return {
    logicalId: resource.logicalId,
    type: resource.type,
    properties: mergeGlobals(resource, input),
    resource,
    make: makerAt(
      { idOf: (id) => input.stack.idOf(id), pseudo: (name, at) => input.pseudo(name, at) },
      resource.location,
    ),
  };
}

function checkResource(resource: TemplateResource, bench: Workbench): void {
  if (!resource.type.startsWith('AWS::Serverless::')) return;
  const { properties, logicalId } = resource;
  if (!knownTypes.has(resource.type)) {
    bench.invalid(
      resource.keyRange,
      `SAM knows no resource of type ${resource.type}.`,
      'Check the spelling of the type.',
    );
  }
  if (properties.kind === 'known' && properties.value !== null && asMap(properties) === undefined) {
    bench.invalid(properties.origin, `The properties of ${logicalId} are no map.`, 'Write Properties as a map.');
  }
  if (!/^[A-Za-z0-9]+$/.test(logicalId)) {
    bench.invalid(
      resource.keyRange,
      `The logical id ${logicalId} holds more than letters and digits.`,
      'Use letters and digits.',
    );
  }
}

/** The order of the template; what a resource generates follows it, what the stack as a whole generates comes last. */
function inOrder(bench: Workbench): readonly TemplateResource[] {
  const made = [...bench.drafts.values()];
  const placed = new Set<string>();
  const ordered: TemplateResource[] = [];
  for (const resource of bench.input.resources) {
    const plain = bench.plain.get(resource.logicalId);
    if (plain !== undefined) {
      ordered.push(plain);
      continue;
    }
    const owner = bench.sam.get(resource.logicalId);
    for (const draft of owner === undefined ? [] : bench.draftsOf(owner)) {
      placed.add(draft.logicalId);
      ordered.push(finish(draft, bench));
    }
  }
  return [...ordered, ...made.filter((draft) => !placed.has(draft.logicalId)).map((draft) => finish(draft, bench))];
}
