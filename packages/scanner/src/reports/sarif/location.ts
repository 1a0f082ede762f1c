import type { Location } from '@leastwise/model';

export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: '%SRCROOT%' };
    readonly region: {
      readonly startLine: number;
      readonly startColumn: number;
      readonly endLine: number;
      readonly endColumn: number;
    };
  };
}

export function locationOf(location: Location): SarifLocation {
  return {
    physicalLocation: {
      artifactLocation: { uri: location.file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
      region: {
        startLine: location.line,
        startColumn: location.column,
        endLine: location.endLine,
        endColumn: location.endColumn,
      },
    },
  };
}

/** Plain text as a SARIF message: a bracket pair that would be read as an embedded link is broken up. */
export function plain(text: string): { readonly text: string } {
  return { text: text.replaceAll('](', '] (') };
}
