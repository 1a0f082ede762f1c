import type { Sent, SentData } from '../../facts/sent.ts';
import { carriers, type CarrierSpec } from '../../specs/carriers.ts';
import { toCodeValue } from '../code-value.ts';
import type { CallSite, Machine } from '../machine.ts';
import { exactItemsOf } from '../members.ts';
import { membersAt } from '../places.ts';
import type { ObservedCall } from '../sdk/observed-call.ts';
import { joinAll } from '../join.ts';
import { options, type Value } from '../value.ts';
import { sentData } from './sent-data.ts';
import { updatedAttributes } from './updated-attributes.ts';

const byOperation = new Map<string, CarrierSpec[]>();
for (const row of carriers) {
  for (const service of row.services) {
    for (const operation of row.operations) {
      const key = `${service} ${operation}`;
      byOperation.set(key, [...(byOperation.get(key) ?? []), row]);
    }
  }
}

/** Notes what a call hands to a queue, a topic, a table or another function. */
export function observeSend(machine: Machine, call: ObservedCall, site: CallSite): void {
  const service = call.service.replace(/^client-/, '').toLowerCase();
  const operation = call.operation.replaceAll('_', '').toLowerCase();
  if (operation === 'batchwriteitem') return batchWrite(machine, call, site);
  for (const row of byOperation.get(`${service} ${operation}`) ?? []) {
    if (row.each === undefined) {
      send(machine, row, call, site, (path) => inputAt(machine, call, path, site));
      continue;
    }
    const items = inputAt(machine, call, row.each, site).flatMap((list) => itemsOf(machine, list, site));
    for (const item of items) {
      send(machine, row, call, site, (path) =>
        path.startsWith('^')
          ? inputAt(machine, call, path.slice(1), site)
          : membersAt(machine, item, path, { at: site.at }),
      );
    }
  }
}

function itemsOf(machine: Machine, list: Value, site: CallSite): readonly Value[] {
  return options(list).flatMap((one) => exactItemsOf(one) ?? options(machine.items(one, site.at)));
}

/** `RequestItems: { [table]: [{ PutRequest: { Item } }] }`. */
function batchWrite(machine: Machine, call: ObservedCall, site: CallSite): void {
  for (const requests of inputAt(machine, call, 'RequestItems', site).flatMap(options)) {
    if (requests.kind !== 'object') continue;
    for (const [key, list] of requests.object.cells.values) {
      if (typeof key !== 'string' || key === 'keys *') continue;
      const computed = requests.object.cells.values.get('keys *');
      const items = itemsOf(machine, list, site).flatMap((one) =>
        membersAt(machine, one, 'PutRequest.Item', { at: site.at }),
      );
      const table =
        key !== '*' ? ({ kind: 'literal', value: key } as const) : computed && toCodeValue(machine, computed);
      machine.facts.send({
        to: 'table',
        operation: call.operation,
        resource: table,
        data: items.flatMap((item) => sentData(machine, item, '', site.at)),
        at: site.at,
      });
    }
  }
}

function send(
  machine: Machine,
  row: CarrierSpec,
  call: ObservedCall,
  site: CallSite,
  at: (path: string) => readonly Value[],
): void {
  const [resource] = row.resource.map(at).filter((found) => found.length > 0);
  const data: SentData[] = [];
  for (const [member, path] of row.payload) {
    if (member.endsWith('ExpressionAttributeValues.*')) {
      const folder = member.slice(0, -'ExpressionAttributeValues.*'.length);
      for (const [attribute, value] of updatedAttributes(machine, (path) => at(folder + path)))
        data.push(...sentData(machine, value, attribute, site.at));
    } else for (const value of at(member)) data.push(...sentData(machine, value, path, site.at));
  }
  const detailType = row.detailType === undefined ? undefined : at(row.detailType)[0];
  const eventSource = row.eventSource === undefined ? undefined : at(row.eventSource)[0];
  const sent: Sent = {
    to: row.to,
    operation: call.operation,
    resource: resource === undefined ? undefined : toCodeValue(machine, joinAll(resource)),
    ...(detailType === undefined ? {} : { detailType: toCodeValue(machine, detailType) }),
    ...(eventSource === undefined ? {} : { eventSource: toCodeValue(machine, eventSource) }),
    data,
    at: site.at,
  };
  machine.facts.send(sent);
}

/** The values at a path of the input, however the SDK takes it: as one object, as keyword arguments, by the resource. */
function inputAt(machine: Machine, call: ObservedCall, path: string, site: CallSite): readonly Value[] {
  const [first = '', ...rest] = path.split('.');
  const found: Value[] = call.bound.flatMap(([name, value]) => (name === first ? [value] : []));
  for (const { name, value, spread } of call.input) {
    if (name === first) found.push(value);
    else if (name === undefined || spread === 'entries')
      found.push(...membersAt(machine, value, first, { at: site.at }));
  }
  return rest.length === 0
    ? found
    : found.flatMap((value) => membersAt(machine, value, rest.join('.'), { at: site.at }));
}
