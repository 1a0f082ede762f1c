import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './data-without-transport-encryption.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };

function found(properties: string): readonly string[] {
  const template = `Resources:\n  Catalogue:\n    Type: AWS::OpenSearchService::Domain\n    Properties: { ${properties} }\n`;
  const estate = buildEstate('shop', assignment, readTemplateText(template));
  const settings = { ...defaultSettings, asOf: '2026-11-01' };
  return judge(estate, factsOf(estate, memoryTree({})), [check], settings).findings.map(
    ({ severity, mappings }) => `${severity} ${mappings.checkov?.join(' ')}`,
  );
}

const https = 'DomainEndpointOptions: { EnforceHTTPS: true }';
const nodes = 'NodeToNodeEncryptionOptions: { Enabled: true }';

describe('a search domain', () => {
  it('is asked for TLS on the way to it and between its nodes, one answer each', () => {
    expect(found('DomainName: catalogue')).toEqual(['medium CKV_AWS_83', 'low CKV_AWS_6']);
    expect(found(https)).toEqual(['low CKV_AWS_6']);
    expect(found(nodes)).toEqual(['medium CKV_AWS_83']);
    expect(found(`${https}, ${nodes}`)).toEqual([]);
  });
});
