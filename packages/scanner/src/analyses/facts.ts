import type { CodeFacts } from './code/code-facts.ts';
import type { CodeSecretFacts } from './code/code-secrets.ts';
import type { ExposureFacts } from './exposure/exposure.ts';
import type { HandlerFacts } from './handlers/handler.ts';
import type { PermissionFacts } from './permissions/permission-facts.ts';
import type { SecretFacts } from './secrets/secret-places.ts';

/** What the analyses derive from one estate. Each is computed when first asked, then kept. */
export interface Facts {
  readonly code: CodeFacts;
  readonly codeSecrets: CodeSecretFacts;
  readonly exposure: ExposureFacts;
  readonly handlers: HandlerFacts;
  readonly permissions: PermissionFacts;
  readonly secrets: SecretFacts;
}
