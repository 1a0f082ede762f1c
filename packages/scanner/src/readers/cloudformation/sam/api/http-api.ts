import { asMap, asText, type Value } from '@leastwise/model';
import { editableMap, entriesOf, flagOf, get, isComputed, isSet } from '../read-value.ts';
import { idSuffix } from '../short-hash.ts';
import { propagateTags } from '../tags.ts';
import type { Workbench } from '../workbench.ts';
import type { ApiDraft } from './api-draft.ts';
import { checkHttpApi } from './check-apis.ts';
import { checkDefinition } from './check-definition.ts';
import { draftHttpDomain } from './http-domain.ts';
import { addHttpAuth } from './http-auth.ts';
import { addHttpCors } from './http-cors.ts';
import { childMap, isDefinition, listAt, pathsOf } from './open-api.ts';
import { draftAuthorizerPermission } from './rest-api-auth.ts';

/** `AWS::Serverless::HttpApi`: the API with its definition, stage, authorizers and domain. */
export function desugarHttpApi(draft: ApiDraft, bench: Workbench): void {
  const { owner } = draft;
  const { properties, logicalId } = owner;
  checkHttpApi(owner, bench);
  checkDefinition(owner, draft.sealed === undefined ? properties.get('DefinitionBody') : undefined, bench);
  addHttpCors(draft, bench);
  addHttpAuth(draft, bench);
  addTags(draft, bench);
  addEndpointSetting(draft, bench);
  addInfo(draft, bench);
  movesDefaultPath(draft);
  const warns = properties.get('FailOnWarnings');
  bench.draft(owner, logicalId, 'AWS::ApiGatewayV2::Api', {
    BodyS3Location: draft.stored,
    Body: draft.body ?? draft.sealed,
    FailOnWarnings: isSet(warns) ? warns : undefined,
  });
  draftHttpDomain(owner, 'httpapi:createdBy', stageIdOf(draft), bench);
  for (const [name, authorizer] of entriesOf(get(properties.get('Auth'), 'Authorizers'))) {
    const lambda = get(authorizer, 'FunctionArn');
    if (!isSet(lambda) || flagOf(get(authorizer, 'EnableFunctionDefaultPermissions')) !== true) continue;
    draftAuthorizerPermission(`${logicalId}${name}AuthorizerPermission`, lambda, owner, bench);
  }
  draftStage(draft, bench);
  const made = bench.draftsOf(owner).filter((other) => other.logicalId !== logicalId);
  const spreads = draft.body !== undefined || properties.has('DefinitionBody') ? owner.make.of(true) : undefined;
  propagateTags(made, allTags(draft), spreads);
}

const createdBy = 'httpapi:createdBy';

/** The tags with the one that SAM adds; for a definition that lies in a bucket those that are written. */
function allTags(draft: ApiDraft): Value | undefined {
  const { properties, make } = draft.owner;
  const tags = properties.get('Tags');
  if (!isDefinition(draft.body, false) || isSet(get(draft.body, 'swagger'))) return tags;
  const map = tags === undefined ? new Map<string, Value>() : asMap(tags);
  if (map === undefined) return tags;
  return { kind: 'known', value: new Map([...map, [createdBy, make.of('SAM')]]), origin: tags?.origin ?? make.origin };
}

function addTags(draft: ApiDraft, bench: Workbench): void {
  const map = editableMap(draft.body);
  if (map === undefined || !isDefinition(draft.body) || isSet(map.get('swagger'))) return;
  const tags = [...listAt(map, 'tags')];
  for (const [name, value] of entriesOf(allTags(draft))) {
    const existing = tags.find((tag) => asText(get(tag, 'name') ?? tag) === name);
    const key = 'x-amazon-apigateway-tag-value';
    if (existing === undefined) tags.push(bench.makeAt(value.origin).of({ name, [key]: value }));
    else editableMap(existing)?.set(key, value);
  }
  map.set('tags', draft.owner.make.of(tags));
}

function addEndpointSetting({ owner, body }: ApiDraft, bench: Workbench): void {
  const disabled = owner.properties.get('DisableExecuteApiEndpoint');
  const map = editableMap(body);
  if (disabled === undefined || map === undefined) return;
  const make = bench.makeAt(disabled.origin);
  const servers = map.has('servers') ? listAt(map, 'servers') : [make.of({})];
  for (const server of servers) {
    const settings = editableMap(server);
    if (settings === undefined) continue;
    childMap(settings, 'x-amazon-apigateway-endpoint-configuration', make)?.set('disableExecuteApiEndpoint', disabled);
  }
  map.set('servers', make.of(servers));
}

/** `Name` and `Description` stand in the definition, unless that has its own. */
function addInfo({ owner, body, managed }: ApiDraft, bench: Workbench): void {
  const map = editableMap(body);
  if (map === undefined) return;
  const [name, description] = [owner.properties.get('Name'), owner.properties.get('Description')];
  if (!isSet(name) && !isSet(description)) return;
  const info = childMap(map, 'info', owner.make);
  if (isSet(name)) {
    const title = info?.get('title');
    if (managed || (title?.kind === 'unknown' && title.name === 'AWS::StackName')) info?.set('title', name);
    else
      bench.invalid(
        name.origin,
        `${owner.logicalId} has a Name although its definition has a title.`,
        'Leave one of them out.',
      );
  }
  if (isSet(description)) {
    if (!isSet(info?.get('description'))) info?.set('description', description);
    else bench.invalid(description.origin, `${owner.logicalId} is described twice.`, 'Leave Description out.');
  }
}

/** With `FailOnWarnings` the default route must not be named as it is. */
function movesDefaultPath({ owner, body }: ApiDraft): void {
  if (!isSet(owner.properties.get('FailOnWarnings')) || body === undefined) return;
  const paths = pathsOf(body);
  const route = paths.get('$default');
  if (route === undefined) return;
  paths.delete('$default');
  paths.set('/$default', route);
}

function stageIdOf({ owner }: ApiDraft): string {
  const name = owner.properties.get('StageName');
  if (!isSet(name)) return `${owner.logicalId}ApiGatewayDefaultStage`;
  const text = isComputed(name) ? '' : (asText(name) ?? '');
  if (text === '$default') return `${owner.logicalId}ApiGatewayDefaultStage`;
  const suffix = idSuffix(text);
  return suffix === text ? `${owner.logicalId}${text}Stage` : `${owner.logicalId}Stage${suffix}`;
}

function draftStage(draft: ApiDraft, bench: Workbench): void {
  const { owner } = draft;
  const { properties, make } = owner;
  const name = properties.get('StageName');
  bench.draft(owner, stageIdOf(draft), 'AWS::ApiGatewayV2::Stage', {
    ApiId: make.ref(owner.logicalId),
    StageName: isSet(name) ? name : '$default',
    StageVariables: properties.get('StageVariables'),
    AccessLogSettings: properties.get('AccessLogSettings'),
    DefaultRouteSettings: properties.get('DefaultRouteSettings'),
    RouteSettings: properties.get('RouteSettings'),
    AutoDeploy: true,
    Tags: allTags(draft),
  });
  bench.references.set(`${owner.logicalId}.Stage`, stageIdOf(draft));
}
