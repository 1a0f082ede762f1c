import type { Activation } from './activation.ts';
import type { RunningMachine } from './create-machine.ts';
import { constant, external, undefinedValue, type Value } from './value.ts';

/** A name that no scope of a module declares. */
export function globalValue(machine: RunningMachine, activation: Activation, name: string): Value {
  const { module } = activation;
  if (module.language === 'python') return pythonGlobal(machine, activation, name);
  switch (name) {
    case 'exports':
      return machine.get({ kind: 'object', object: module.moduleObject }, 'exports', module.place(0, 0));
    case 'module':
      return { kind: 'object', object: module.moduleObject };
    case 'undefined':
      return undefinedValue;
    case 'NaN':
      return constant(Number.NaN);
    case 'globalThis':
    case 'global':
    case 'window':
    case 'self':
      return external('global#');
    case '__dirname':
      return constant('/var/task');
    case '__filename':
      return constant(`/var/task/${module.file}`);
    default:
      return external(machine.specs.canonical('javascript', `global#${name}`));
  }
}

function pythonGlobal(machine: RunningMachine, activation: Activation, name: string): Value {
  const { module } = activation;
  if (name === '__name__') return constant(module.file.replace(/\.py$/, '').replaceAll('/', '.'));
  if (name === '__file__') return constant(`/var/task/${module.file}`);
  const loaded = machine.modules.get(module.file);
  const imported = loaded === undefined ? undefined : machine.modules.pythonAttribute(loaded, name);
  if (imported !== undefined) return imported;
  if (!builtinNames.has(name)) {
    const [wildcard] = machine.modules.wildcardExternals(module).toReversed();
    if (wildcard !== undefined)
      return machine.get(external(machine.specs.canonical('python', `${wildcard}#`)), name, module.place(0, 0));
  }
  return external(`builtins#${name}`);
}

/** Those that programs use; a star import goes before them only for names that are not here. */
const builtinNames: ReadonlySet<string> = new Set(
  'abs all any bool bytes callable chr compile delattr dict dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter len list locals map max min next object open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip Exception ValueError KeyError TypeError RuntimeError __import__'.split(
    ' ',
  ),
);
