import type { SourceTree } from '@leastwise/model';
import type { Estate } from '../estate/estate.ts';
import { codeFacts, type CodeEngine } from './code/code-facts.ts';
import { codeSecrets } from './code/code-secrets.ts';
import { exposureFacts } from './exposure/exposure-facts.ts';
import type { Facts } from './facts.ts';
import { handlerFacts } from './handlers/handler-facts.ts';
import { permissionFacts } from './permissions/permission-facts.ts';
import { secretFacts } from './secrets/secret-places.ts';

/** The facts of an estate, each computed when first asked. */
export function factsOf(estate: Estate, tree: SourceTree, engine?: CodeEngine): Facts {
  return {
    get code() {
      return keep(this, 'code', codeFacts(estate, tree, this.handlers, this.exposure, engine));
    },
    get codeSecrets() {
      return keep(this, 'codeSecrets', codeSecrets(this.code, tree));
    },
    get exposure() {
      return keep(this, 'exposure', exposureFacts(estate));
    },
    get handlers() {
      return keep(this, 'handlers', handlerFacts(estate, tree));
    },
    get permissions() {
      return keep(this, 'permissions', permissionFacts(estate, this.code));
    },
    get secrets() {
      return keep(this, 'secrets', secretFacts(estate, tree));
    },
  };
}

function keep<K extends keyof Facts>(facts: Facts, name: K, value: Facts[K]): Facts[K] {
  Object.defineProperty(facts, name, { value, enumerable: true });
  return value;
}
