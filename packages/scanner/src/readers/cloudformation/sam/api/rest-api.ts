import { asMap } from '@leastwise/model';
import type { Material } from '../made.ts';
import { get, isMap, isSet } from '../read-value.ts';
import { propagateTags, tagList } from '../tags.ts';
import type { Workbench } from '../workbench.ts';
import type { ApiDraft } from './api-draft.ts';
import { addRestCors } from './cors.ts';
import { checkRestApi, needsEdits } from './check-apis.ts';
import { checkDefinition } from './check-definition.ts';
import { isDefinition } from './open-api.ts';
import { addRestAuth, draftAuthorizerPermissions } from './rest-api-auth.ts';
import { addBinaryMediaTypes, addEndpointSetting, addGatewayResponses, addModels } from './rest-extensions.ts';
import { toVersion3 } from './to-version-3.ts';
import { draftRestDomain } from './rest-domain.ts';
import { stageId } from './stage-id.ts';
import { draftUsagePlan } from './usage-plan.ts';

/** `AWS::Serverless::Api`: the API with its definition, deployment, stage, authorizers, usage plan and domain. */
export function desugarRestApi(draft: ApiDraft, bench: Workbench): void {
  const { owner } = draft;
  const { properties, logicalId } = owner;
  checkRestApi(owner, bench);
  const isEdited = needsEdits(owner);
  if (isEdited || owner.properties.has('OpenApiVersion'))
    checkDefinition(owner, owner.properties.get('DefinitionBody'), bench, isEdited);
  addRestCors(owner, draft.body, bench);
  addRestAuth(draft, bench);
  addGatewayResponses(draft, bench);
  addBinaryMediaTypes(draft);
  addModels(draft, bench);
  addEndpointSetting(draft, bench);
  if (isDefinition(draft.body)) toVersion3(draft, bench);
  bench.draft(owner, logicalId, 'AWS::ApiGateway::RestApi', {
    ...pick(draft, [
      'Name',
      'Description',
      'Mode',
      'ApiKeySourceType',
      'Policy',
      'SecurityPolicy',
      'EndpointAccessMode',
      'FailOnWarnings',
    ]),
    BinaryMediaTypes: properties.get('BinaryMediaTypes'),
    MinimumCompressionSize: properties.get('MinimumCompressionSize'),
    ...endpoint(draft, bench),
    BodyS3Location: draft.stored,
    Body: draft.body ?? draft.sealed,
  });
  draftStage(draft, bench);
  draftAuthorizerPermissions(draft, bench);
  draftRestDomain(draft, bench);
  draftUsagePlan(draft, bench);
  const made = bench.draftsOf(owner);
  propagateTags(made, properties.get('Tags'), properties.get('PropagateTags'));
}

function pick({ owner }: ApiDraft, names: readonly string[]): Record<string, Material> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = owner.properties.get(name);
      return isSet(value) ? [[name, value] as const] : [];
    }),
  );
}

function draftStage(draft: ApiDraft, bench: Workbench): void {
  const { properties, logicalId, make } = draft.owner;
  const deployment = `${logicalId}Deployment`;
  const extraStage = isSet(properties.get('OpenApiVersion')) ? undefined : 'Stage';
  bench.draft(draft.owner, deployment, 'AWS::ApiGateway::Deployment', {
    RestApiId: make.ref(logicalId),
    StageName: extraStage,
  });
  const same = [
    'StageName',
    'CacheClusterEnabled',
    'CacheClusterSize',
    'Variables',
    'MethodSettings',
    'AccessLogSetting',
    'CanarySetting',
    'TracingEnabled',
  ];
  bench.draft(draft.owner, stageId(draft), 'AWS::ApiGateway::Stage', {
    RestApiId: make.ref(logicalId),
    DeploymentId: make.ref(deployment),
    ...Object.fromEntries(same.map((name) => [name, properties.get(name)])),
    Tags: tagList(make, properties.get('Tags')),
  });
  bench.references.set(`${logicalId}.Stage`, stageId(draft));
  bench.references.set(`${logicalId}.Deployment`, deployment);
}

function endpoint({ owner }: ApiDraft, bench: Workbench): Record<string, Material> {
  const written = owner.properties.get('EndpointConfiguration');
  if (!isSet(written)) return {};
  const make = bench.makeAt(written.origin);
  const type = isMap(written) ? get(written, 'Type') : undefined;
  if (!isSet(type)) {
    return {
      EndpointConfiguration: make.of({ Types: [written] }),
      Parameters: make.of({ endpointConfigurationTypes: written }),
    };
  }
  const both = asMap(written)?.has('VPCEndpointIds') === true && asMap(written)?.has('VpcEndpointIds') === true;
  if (both)
    bench.invalid(
      written.origin,
      `EndpointConfiguration of ${owner.logicalId} names its VPC endpoints twice.`,
      'Write VpcEndpointIds only.',
    );
  return {
    EndpointConfiguration: make.of({
      Types: [type],
      VpcEndpointIds: get(written, 'VPCEndpointIds') ?? get(written, 'VpcEndpointIds'),
      IpAddressType: get(written, 'IpAddressType'),
    }),
    Parameters: make.of({ endpointConfigurationTypes: type }),
  };
}
