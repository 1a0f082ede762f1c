import { callExternal } from './call-external.ts';
import { callGivenFunctions } from './call-given.ts';
import { superConstruct, runInitialisers } from './construct.ts';
import { joinAll } from './join.ts';
import { addStep, unionLabels, type Labels } from './label.ts';
import type { CallSite, Machine } from './machine.ts';
import { callMethodModel } from './models/methods.ts';
import { opaque, undefinedValue, type FunctionValue, type Value } from './value.ts';

const maxCallees = 8;

/** Calls whatever the callee is. */
export function callValue(machine: Machine, site: CallSite): Value {
  const { callee } = site;
  if (site.style === 'super') return callSuper(machine, site);
  switch (callee.kind) {
    case 'function':
      return site.style === 'new'
        ? constructFunction(machine, callee, site)
        : machine.callFunction(callee, site.receiver, site.arguments, site.at);
    case 'native':
      return callee.call({ machine, ...site });
    case 'class':
      return machine.construct(callee, site.arguments, site.at);
    case 'external':
      if (site.receiver !== undefined && site.receiver.kind !== 'external') {
        const modelled = ['object', 'class', 'native', 'function'].includes(site.receiver.kind)
          ? undefined
          : callMethodModel(machine, site);
        if (modelled !== undefined) return modelled;
      }
      return callExternal(machine, callee, site);
    case 'union': {
      const results: Value[] = [];
      for (const one of callee.options.slice(0, maxCallees)) {
        if (one.kind === 'constant') continue;
        results.push(callValue(machine, { ...site, callee: one }));
      }
      return results.length === 0 ? undefinedValue : joinAll(results);
    }
    case 'pending': {
      const settled = machine.settle(callee);
      return settled.kind === 'pending' ? callUnknown(machine, site) : callValue(machine, { ...site, callee: settled });
    }
    case 'object': {
      const method = machine.get(callee, machine.language === 'python' ? '__call__' : 'call', site.at);
      if (method.kind === 'function') {
        return machine.callFunction(method, callee, site.arguments, site.at);
      }
      return callUnknown(machine, site);
    }
    default: {
      const { receiver } = site;
      // The match of a pattern is what it holds.
      const held =
        receiver?.kind === 'test' && receiver.holds !== undefined ? { ...site, receiver: receiver.holds } : site;
      return callMethodModel(machine, held) ?? callUnknown(machine, held);
    }
  }
}

function callSuper(machine: Machine, site: CallSite): Value {
  const { receiver } = site;
  if (receiver?.kind === 'object') {
    superConstruct(machine, site.callee, receiver, site.arguments, site.at);
    const { type } = receiver.object;
    // The fields of the class whose constructor this is run once its base is made.
    if (type !== undefined) runInitialisers(machine, type, receiver, site.at);
  }
  return undefinedValue;
}

/** A function called with `new`: what it sets on `this` is the instance. */
function constructFunction(machine: Machine, callee: FunctionValue, site: CallSite): Value {
  const prototype = machine.get(callee, 'prototype', site.at);
  const instance: Value = { kind: 'object', object: machine.newObject('plain', site.at, { prototype }) };
  const result = machine.callFunction(callee, instance, site.arguments, site.at);
  return result.kind === 'object' ? result : instance;
}

/** A call of something that is not known: what goes in may come out, and functions that it is given may be called. */
export function callUnknown(machine: Machine, site: CallSite): Value {
  let labels: Labels = site.receiver === undefined ? [] : machine.labels(site.receiver);
  if (site.receiver === undefined) labels = unionLabels(labels, machine.labels(site.callee));
  for (const { value } of site.arguments) labels = unionLabels(labels, machine.labels(value));
  const name = site.method ?? 'a function';
  callGivenFunctions(machine, site.arguments, labels, site);
  return opaque(addStep(labels, site.at, `passes through ${name}`), 'any', `the result of ${name}`);
}
