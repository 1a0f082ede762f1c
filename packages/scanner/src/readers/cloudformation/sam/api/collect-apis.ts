import { asMap, asText, resolvePath, type TemplateResource, type Value } from '@leastwise/model';
import { isLocalPath, storedLocation } from '../code-location.ts';
import { mergeGlobals } from '../globals.ts';
import { copyOf, editableMap, entriesOf, flagOf, get, isComputed, isSet } from '../read-value.ts';
import type { SamResource, Workbench } from '../workbench.ts';
import type { ApiDraft } from './api-draft.ts';
import { methodText, pathText } from './event-place.ts';
import { childMap, isDefinition, isVersion3, methodKey, pathsOf, skeleton, versionText } from './open-api.ts';

const implicit = {
  rest: { logicalId: 'ServerlessRestApi', type: 'AWS::Serverless::Api', event: 'Api', property: 'RestApiId' },
  http: { logicalId: 'ServerlessHttpApi', type: 'AWS::Serverless::HttpApi', event: 'HttpApi', property: 'ApiId' },
} as const;

/** Every API of the stack: those that are written, and the two that SAM makes for events which name none. */
export function collectApis(bench: Workbench): void {
  for (const kind of ['rest', 'http'] as const) {
    for (const owner of bench.sam.values()) {
      if (owner.type === implicit[kind].type) bench.apis.set(owner.logicalId, draftOf(owner, kind, bench));
    }
    const made = implicitApi(kind, bench);
    if (made !== undefined) bench.apis.set(made.logicalId, draftOf(made, kind, bench));
    addPaths(kind, bench);
  }
}

function draftOf(owner: SamResource, kind: 'rest' | 'http', bench: Workbench): ApiDraft {
  const { properties, make } = owner;
  const body = properties.get('DefinitionBody');
  const location = properties.get('DefinitionUri');
  if (isSet(body) && isSet(location)) {
    bench.invalid(
      location.origin,
      `${owner.logicalId} has both DefinitionBody and DefinitionUri.`,
      'Write one of them.',
    );
  }
  const merges = flagOf(properties.get('MergeDefinitions')) === true;
  if (isSet(body)) {
    // An AWS::Include inside is expanded before the transform runs; Fn::If is not.
    return {
      owner,
      kind,
      managed: false,
      merges,
      ...(!isComputed(body) ? { body: copyOf(body) } : { body: undefined, sealed: body }),
    };
  }
  if (isSet(location)) {
    const stored = storedLocation(bench.makeAt(location.origin), location, '');
    if (stored !== undefined) return { owner, kind, managed: false, merges: false, body: undefined, stored };
    return {
      owner,
      kind,
      managed: false,
      merges: false,
      body: undefined,
      sealed: definitionFile(owner, location, bench),
    };
  }
  const draft: ApiDraft = { owner, kind, managed: true, merges, body: skeleton(make, kind) };
  const version = properties.get('OpenApiVersion');
  const map = editableMap(draft.body);
  if (kind === 'rest' && version !== undefined && isVersion3(version)) {
    map?.delete('swagger');
    map?.set('openapi', bench.makeAt(version.origin).of(versionText(version)));
  }
  return draft;
}

function definitionFile(owner: SamResource, location: Value, bench: Workbench): Value {
  const path = isLocalPath(location) ? resolvePath(owner.resource.location.file, asText(location) ?? '') : undefined;
  const data = path === undefined ? undefined : bench.input.readData(path, location.origin);
  if (data !== undefined) return data;
  if (location.kind !== 'known') return { ...openDefinition(owner, location), origin: location.origin };
  bench.invalid(
    location.origin,
    `The definition of ${owner.logicalId} cannot be read from ${asText(location) ?? 'what DefinitionUri says'}.`,
    'Name a YAML or JSON file of the repository, or an s3:// address.',
  );
  return openDefinition(owner, location);
}

function openDefinition(owner: SamResource, location: Value): Value {
  return {
    kind: 'unknown',
    cause: 'missing-file',
    reason: `The definition of ${owner.logicalId} is not in the tree.`,
    origin: location.origin,
  };
}

interface ApiEvent {
  readonly owner: SamResource;
  readonly event: Value;
  readonly api: string | undefined;
}

/** The API events of functions and state machines, with the logical id of the API they name. */
function apiEvents(kind: 'rest' | 'http', bench: Workbench): readonly ApiEvent[] {
  const names = implicit[kind];
  return [...bench.sam.values()].flatMap((owner) => {
    if (owner.type !== 'AWS::Serverless::Function' && owner.type !== 'AWS::Serverless::StateMachine') return [];
    return entriesOf(owner.properties.get('Events')).flatMap(([, event]) => {
      if (asText(get(event, 'Type') ?? event) !== names.event) return [];
      const properties = get(event, 'Properties');
      if (kind === 'rest' && !isSet(properties)) return [];
      const named = get(properties, names.property);
      return [{ owner, event, api: named === undefined ? names.logicalId : apiIdOf(named, bench) }];
    });
  });
}

/** The logical id that a `Ref` or a plain text names. */
export function apiIdOf(named: Value, bench: Workbench): string | undefined {
  if (named.kind !== 'reference') return asText(named);
  if (named.attribute !== 'Ref') return undefined;
  const id = bench.logicalIdOf(named.node);
  const isImplicit = id === implicit.rest.logicalId || id === implicit.http.logicalId;
  return id !== undefined && (isImplicit || bench.sam.has(id) || bench.plain.has(id)) ? id : undefined;
}

function implicitApi(kind: 'rest' | 'http', bench: Workbench): SamResource | undefined {
  const { logicalId, type, property } = implicit[kind];
  const events = apiEvents(kind, bench).filter(({ api }) => api === logicalId);
  const [first] = events;
  if (first === undefined) return undefined;
  takeOver(logicalId, bench);
  const make = bench.makeAt(first.event.origin);
  const resource: TemplateResource = {
    ...first.owner.resource,
    id: bench.input.stack.idOf(logicalId),
    logicalId,
    type,
    properties: make.of(kind === 'rest' ? { StageName: 'Prod' } : {}),
    generatedFrom: { id: first.owner.resource.id, by: first.owner.type },
  };
  const { metadata: _, deletionPolicy: __, dependsOn: ___, ...bare } = resource;
  const properties = mergeGlobals(bare, bench.input);
  for (const { owner, event } of events) {
    const tags = owner.properties.get('Tags');
    const isImplicit = get(event, 'Properties', property) === undefined;
    if (!isImplicit || !isSet(tags) || flagOf(owner.properties.get('PropagateTags')) !== true) continue;
    const known = properties.get('Tags');
    const merged = new Map([...((known === undefined ? undefined : asMap(known)) ?? []), ...(asMap(tags) ?? [])]);
    properties.set('Tags', { kind: 'known', value: merged, origin: tags.origin });
    properties.set('PropagateTags', make.of(true));
  }
  return { logicalId, type, properties, resource: bare, make };
}

/** A resource that is written under the name of an implicit API is lost: the transform puts the API in its place. */
function takeOver(logicalId: string, bench: Workbench): void {
  const written = bench.sam.get(logicalId)?.resource ?? bench.plain.get(logicalId);
  if (written === undefined) return;
  bench.note(
    written.keyRange,
    `SAM replaces ${logicalId} by the API that it makes for events.`,
    'Name the resource differently.',
  );
  bench.sam.delete(logicalId);
  bench.plain.delete(logicalId);
  bench.apis.delete(logicalId);
}

/** The paths of all events stand in the definition before the first integration is added; resource policies list them. */
function addPaths(kind: 'rest' | 'http', bench: Workbench): void {
  for (const { event, api } of apiEvents(kind, bench)) {
    const draft = api === undefined ? undefined : bench.apis.get(api);
    const path = pathText(get(event, 'Properties', 'Path'));
    const method = methodText(get(event, 'Properties', 'Method'));
    if (draft?.managed !== true || path === undefined || method === undefined || !isDefinition(draft.body)) continue;
    const make = bench.makeAt(event.origin);
    const item = childMap(pathsOf(draft.body), path, make);
    if (item !== undefined && !item.has(methodKey(method))) item.set(methodKey(method), make.of({}));
  }
}
