import { asList, asMap, asText, type Value } from '@leastwise/model';
import type { Maker } from '../made.ts';
import { entriesOf, get } from '../read-value.ts';
import type { SamResource, Workbench } from '../workbench.ts';
import { connectorEnd } from './connector-end.ts';
import { draftConnector } from './draft-connector.ts';

/** Every connector of the stack: resources of their own, and those under `Connectors` of their source. */
export function desugarConnectors(bench: Workbench): void {
  for (const owner of bench.sam.values()) {
    if (owner.type !== 'AWS::Serverless::Connector') continue;
    const source = owner.properties.get('Source');
    const destinations = owner.properties.get('Destination');
    const permissions = owner.properties.get('Permissions');
    if (source === undefined || destinations === undefined || permissions === undefined) {
      bench.invalid(
        owner.resource.keyRange,
        `The connector ${owner.logicalId} needs Source, Destination and Permissions.`,
        'Write all three.',
      );
      continue;
    }
    connect({ owner, logicalId: owner.logicalId, source, destinations, permissions, make: owner.make }, bench);
  }
  for (const resource of bench.input.resources) {
    const embedded = bench.input.attribute(resource.logicalId, 'Connectors');
    if (embedded === undefined) continue;
    const make = bench.makeAt(embedded.origin);
    if (asMap(embedded) === undefined) {
      bench.invalid(
        embedded.origin,
        `Connectors of ${resource.logicalId} is no map.`,
        'Write each connector under a name of its own.',
      );
    }
    const { metadata: _, deletionPolicy: __, ...bare } = resource;
    const owner: SamResource = {
      logicalId: resource.logicalId,
      type: 'AWS::Serverless::Connector',
      properties: new Map(),
      resource: bare,
      make,
    };
    for (const [name, connector] of entriesOf(embedded)) {
      const condition = get(connector, 'Condition');
      const named = condition === undefined ? undefined : asText(condition);
      if (named === undefined || bench.input.holds(named, connector.origin))
        connectEmbedded(owner, name, connector, bench);
    }
  }
}

function connectEmbedded(owner: SamResource, name: string, connector: Value, bench: Workbench): void {
  const properties = get(connector, 'Properties');
  const destinations = get(properties, 'Destination');
  const permissions = get(properties, 'Permissions');
  const make = bench.makeAt(connector.origin);
  const known = new Set(['SourceReference', 'Destination', 'Permissions']);
  const odd = entriesOf(properties).filter(([key]) => !known.has(key));
  if (destinations === undefined || permissions === undefined || odd.length > 0) {
    bench.invalid(
      connector.origin,
      `The connector ${name} of ${owner.logicalId} needs Destination and Permissions.`,
      `Write ${[...known].join(', ')} only.`,
    );
  }
  const reference = get(properties, 'SourceReference');
  if (reference !== undefined && (asMap(reference) === undefined || get(reference, 'Id') !== undefined)) {
    bench.invalid(
      reference.origin,
      `SourceReference of the connector ${name} holds more than a qualifier.`,
      'Leave Id out.',
    );
  }
  if (destinations === undefined) return;
  const source = make.of({ ...Object.fromEntries(entriesOf(reference)), Id: owner.logicalId });
  connect({ owner, logicalId: owner.logicalId + name, source, destinations, permissions, make }, bench);
}

interface Written {
  readonly owner: SamResource;
  readonly logicalId: string;
  readonly source: Value;
  readonly destinations: Value;
  readonly permissions: Value | undefined;
  readonly make: Maker;
}

function connect(written: Written, bench: Workbench): void {
  const { source, destinations, owner, logicalId, permissions, make } = written;
  const list = asList(destinations);
  if (list?.length === 0)
    bench.invalid(destinations.origin, `The connector ${logicalId} has no destination.`, 'Write one.');
  (list ?? [destinations]).forEach((target, index) => {
    const destination = connectorEnd(target, source, 'Destination', bench);
    const from = connectorEnd(source, target, 'Source', bench);
    if (destination === undefined || from === undefined) return;
    draftConnector(
      { owner, logicalId, source: from, destination, permissions, make, ...(list === undefined ? {} : { index }) },
      bench,
    );
  });
}
