import type { SourceRange } from '@leastwise/model';
import type { CallSite, Machine } from '../machine.ts';
import { keyword, positional } from '../native-call.ts';
import { opaque, undefinedValue, type ClassValue, type ObjectValue, type Value } from '../value.ts';
import { fillFrom } from './validated-model.ts';

/** An instance of a model whose fields are read from data, each held to its type. */
function instanceOf(machine: Machine, model: ClassValue, data: Value, at: SourceRange): Value {
  const instance: ObjectValue = { kind: 'object', object: machine.newObject('instance', at, { type: model }) };
  fillFrom(machine, model, instance, data, at);
  return instance;
}

function parsed(machine: Machine, text: Value, at: SourceRange): Value {
  const labels = machine.transformed(machine.labels(text), 'json-parsed', at, 'is parsed as JSON');
  return opaque(labels, 'any', 'parsed data');
}

/** `Order.model_validate(data)`, `Order.model_validate_json(text)`. https://docs.pydantic.dev/latest/concepts/models/ */
export function validate(machine: Machine, site: CallSite, callee: { readonly name: string }): Value | undefined {
  const { receiver } = site;
  const data = positional(site, 0) ?? keyword(site, 'obj') ?? keyword(site, 'json_data');
  if (receiver?.kind !== 'class' || data === undefined) return undefined;
  const isText = /_json$|parse_raw$/.test(callee.name);
  return instanceOf(machine, receiver, isText ? parsed(machine, data, site.at) : data, site.at);
}

/** `parse(event=event, model=Order)` of Powertools; with an envelope the model is what stands inside the event. */
export function parse(machine: Machine, site: CallSite): Value | undefined {
  const model = keyword(site, 'model') ?? positional(site, 1);
  const event = keyword(site, 'event') ?? positional(site, 0);
  if (model?.kind !== 'class' || event === undefined) return undefined;
  const envelope = keyword(site, 'envelope') ?? positional(site, 2);
  return instanceOf(machine, model, envelope === undefined ? event : inside(machine, event, site.at), site.at);
}

/** What the envelopes of Powertools take out: the body, the detail, the message of a record. */
function inside(machine: Machine, event: Value, at: SourceRange): Value {
  return parsed(machine, event, at);
}

/** `@event_parser(model=Order)`: the handler is given the model. */
export function eventParser(_: Machine, site: CallSite): Value | undefined {
  const model = keyword(site, 'model');
  if (model?.kind !== 'class') return undefined;
  const hasEnvelope = keyword(site, 'envelope') !== undefined;
  return {
    kind: 'native',
    name: 'event_parser',
    call: (decorated) => {
      const work = positional(decorated, 0);
      if (work === undefined) return undefinedValue;
      return {
        kind: 'native',
        name: 'parsed handler',
        call: (call) => {
          const [event, ...rest] = call.arguments;
          if (event === undefined) return undefinedValue;
          const data = hasEnvelope ? inside(call.machine, event.value, call.at) : event.value;
          const value = instanceOf(call.machine, model, data, call.at);
          return call.machine.call({
            ...site,
            callee: work,
            receiver: undefined,
            method: undefined,
            arguments: [{ value }, ...rest],
            at: call.at,
          });
        },
      };
    },
  };
}
