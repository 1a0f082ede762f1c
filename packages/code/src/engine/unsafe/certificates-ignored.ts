import type { UnsafeSetting } from '../../facts/function-facts.ts';
import type { IrModule } from '../../ir/module.ts';
import type { Operation, Register } from '../../ir/operation.ts';

type Place = (start: number, end: number) => UnsafeSetting['at'];

/**
 * Assignments that switch the test of certificates off for a connection or the whole process.
 * https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue, https://docs.python.org/3/library/ssl.html#ssl.SSLContext.verify_mode
 */
export function certificatesIgnored(module: IrModule, all: readonly Operation[], place: Place): UnsafeSetting[] {
  const names = new Map<Register, string>();
  const constants = new Map<Register, unknown>();
  const found: UnsafeSetting[] = [];
  for (const operation of all) {
    if (operation.op === 'constant') constants.set(operation.to, operation.value);
    else if (operation.op === 'global') names.set(operation.to, operation.name);
    else if (operation.op === 'load') names.set(operation.to, module.variables[operation.variable]?.name ?? '');
    else if (operation.op === 'get' && typeof operation.key === 'string')
      names.set(operation.to, `${names.get(operation.object) ?? ''}.${operation.key}`);
    else if (operation.op === 'set' && typeof operation.key === 'string') {
      const said = switchedOff(
        operation.key,
        names.get(operation.object) ?? '',
        constants.get(operation.value),
        names.get(operation.value) ?? '',
      );
      if (said !== undefined)
        found.push({
          kind: 'tls-verification-off',
          at: place(operation.start, operation.end),
          message: said,
          steps: [],
        });
    }
  }
  return found;
}

function switchedOff(key: string, owner: string, value: unknown, name: string): string | undefined {
  if (key === 'NODE_TLS_REJECT_UNAUTHORIZED' && /(?:^|\.)env$/.test(owner))
    return String(value) === '0' ? 'Every connection of the process accepts any certificate.' : undefined;
  if (key === 'PYTHONHTTPSVERIFY' && /(?:^|\.)environ$/.test(owner))
    return String(value) === '0' ? 'Connections of child processes accept any certificate.' : undefined;
  if (key === '_create_default_https_context' && name.endsWith('_create_unverified_context'))
    return 'Every connection of the standard library accepts any certificate.';
  if (key === 'verify_mode' && name.endsWith('CERT_NONE')) return 'The context accepts any certificate.';
  if (key === 'verify' && value === false && /session|client/i.test(owner)) return `${owner} accepts any certificate.`;
  return undefined;
}
