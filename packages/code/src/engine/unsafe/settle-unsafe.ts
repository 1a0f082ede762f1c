import type { CodeEntry } from '../../facts/entry.ts';
import type { UnsafeSetting } from '../../facts/function-facts.ts';

/**
 * What only the whole function tells: a token that is decoded in one place may be verified in another; in an authorizer a
 * missing check of the signature, of expiry or audience opens every route behind it, and elsewhere the gateway may have made it.
 */
export function settleUnsafe(
  entry: CodeEntry,
  settings: readonly UnsafeSetting[],
  verifiesTokens: boolean,
): readonly UnsafeSetting[] {
  const isAuthorizer = entry.sources.some((source) => source === 'authorizer-token' || source === 'authorizer-request');
  return settings.flatMap((setting): readonly UnsafeSetting[] => {
    switch (setting.kind) {
      case 'token-decoded-not-verified':
        if (verifiesTokens) return [];
        return [isAuthorizer ? { ...setting, kind: 'authorizer-without-signature' } : setting];
      case 'authorizer-without-expiry':
      case 'authorizer-without-audience':
      case 'authorizer-fails-open':
        return isAuthorizer ? [setting] : [];
      default:
        return [setting];
    }
  });
}
