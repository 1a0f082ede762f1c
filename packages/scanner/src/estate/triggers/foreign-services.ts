import { member, settled, type Value } from '@leastwise/model';
import type { AnyNode, EstateBuilder, Linker } from '../estate.ts';
import { parseJsonText } from '../policies/json-text.ts';
import type { TriggerFacet, TriggerKind } from '../trigger.ts';
import { addTrigger } from './add-trigger.ts';
import { sourceLabel } from './source-label.ts';

interface Call {
  readonly kind: TriggerKind;
  readonly function: Value;
  readonly source: AnyNode;
  readonly label: string;
  readonly invocation: TriggerFacet['invocation'];
  readonly enabled?: boolean;
}

/** Services that name a function in one property of theirs. */
export const linkForeignServices: Linker = (estate) => {
  for (const source of estate.of('iot-rule')) {
    const enabled = settled(source.facet.disabled) !== true;
    for (const action of [...source.facet.actions.items, source.facet.errorAction]) {
      call(estate, {
        kind: 'iot',
        function: action.function,
        source,
        label: `IoT rule ${source.name}`,
        invocation: 'async',
        enabled,
      });
    }
  }
  for (const source of estate.of('mail-receipt-rule')) {
    for (const action of source.facet.actions.items) {
      const invocation = settled(action.invocation) === 'RequestResponse' ? 'sync' : 'async';
      const enabled = settled(source.facet.enabled) !== false;
      call(estate, {
        kind: 'mail',
        function: action.function,
        source,
        label: `mail receipt rule ${source.name}`,
        invocation,
        enabled,
      });
    }
  }
  for (const filter of estate.of('subscription-filter')) {
    const group = estate.resolve(filter.facet.group, 'log-group');
    const label = sourceLabel('log group', group, filter.facet.group);
    call(estate, {
      kind: 'log-group',
      function: filter.facet.destination,
      source: group ?? filter,
      label,
      invocation: 'async',
    });
  }
  for (const source of estate.of('account-log-policy')) {
    const destination = member(parseJsonText(source.facet.document) ?? source.facet.document, 'DestinationArn');
    call(estate, {
      kind: 'log-group',
      function: destination,
      source,
      label: `log groups of the account (${source.name})`,
      invocation: 'async',
    });
  }
  for (const source of estate.of('iot-authorizer')) {
    const enabled = settled(source.facet.status) !== 'INACTIVE';
    call(estate, {
      kind: 'authorizer',
      function: source.facet.function,
      source,
      label: `authorizer ${source.name} of IoT`,
      invocation: 'sync',
      enabled,
    });
  }
  for (const source of estate.of('transfer-server')) {
    call(estate, {
      kind: 'authorizer',
      function: source.facet.function,
      source,
      label: `sign-in of transfer server ${source.name}`,
      invocation: 'sync',
    });
  }
  for (const source of estate.of('transfer-workflow')) {
    for (const step of [...source.facet.steps.items, ...source.facet.exceptionSteps.items]) {
      call(estate, {
        kind: 'file-transfer',
        function: step.target,
        source,
        label: `workflow ${source.name} of uploaded files`,
        invocation: 'async',
      });
    }
  }
  for (const source of estate.of('config-rule')) {
    call(estate, {
      kind: 'config-rule',
      function: source.facet.source,
      source,
      label: `Config rule ${source.name}`,
      invocation: 'async',
    });
  }
  for (const source of estate.of('secret-rotation')) {
    const secret = estate.resolve(source.facet.secret, 'secret');
    const label = `rotation of ${sourceLabel('secret', secret, source.facet.secret)}`;
    call(estate, { kind: 'secret-rotation', function: source.facet.function, source, label, invocation: 'async' });
  }
  for (const source of estate.of('object-transform')) {
    for (const item of source.facet.transformations.items) {
      call(estate, {
        kind: 'object-transform',
        function: item.function,
        source,
        label: `object access point ${source.name}`,
        invocation: 'sync',
      });
    }
  }
  for (const source of estate.of('bot-alias')) {
    for (const item of source.facet.locales.items) {
      call(estate, { kind: 'bot', function: item.function, source, label: `bot ${source.name}`, invocation: 'sync' });
    }
  }
  for (const source of estate.of('contact-flow-integration')) {
    call(estate, {
      kind: 'contact-center',
      function: source.facet.target,
      source,
      label: 'contact flow',
      invocation: 'sync',
    });
  }
  for (const source of estate.of('agent')) {
    for (const item of source.facet.actionGroups.items) {
      call(estate, {
        kind: 'agent',
        function: item.function,
        source,
        label: `agent ${source.name}`,
        invocation: 'sync',
      });
    }
  }
  for (const source of estate.of('delivery-pipeline')) {
    for (const action of source.facet.stages.items.flatMap((stage) => stage.actions.items)) {
      if (settled(action.provider) !== 'Lambda') continue;
      call(estate, {
        kind: 'pipeline',
        function: action.function,
        source,
        label: `pipeline ${source.name}`,
        invocation: 'async',
      });
    }
  }
};

function call(estate: EstateBuilder, made: Call): void {
  const target = made.function.kind === 'absent' ? undefined : estate.functionOf(made.function);
  if (target === undefined) return;
  addTrigger(estate, {
    kind: made.kind,
    target,
    source: made.source.id,
    label: made.label,
    invocation: made.invocation,
    at: made.function.origin,
    ...(made.enabled === undefined ? {} : { enabled: made.enabled }),
  });
}
