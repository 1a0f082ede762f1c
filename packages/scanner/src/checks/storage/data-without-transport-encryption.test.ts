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
const two = 'ClusterConfig: { InstanceCount: 2 }';

describe('a search domain', () => {
  it('is asked for TLS on the way to it and between its nodes, one answer each', () => {
    expect(found(two)).toEqual(['medium CKV_AWS_83', 'low CKV_AWS_6']);
    expect(found(`${https}, ${two}`)).toEqual(['low CKV_AWS_6']);
    expect(found(`${nodes}, ${two}`)).toEqual(['medium CKV_AWS_83']);
    expect(found(`${https}, ${nodes}, ${two}`)).toEqual([]);
  });

  it('has no way between nodes when there is one, and one is the default', () => {
    expect(found(https)).toEqual([]);
    expect(found(`${https}, ClusterConfig: { InstanceCount: 1 }`)).toEqual([]);
    expect(found(`${https}, ClusterConfig: { DedicatedMasterEnabled: true }`)).toEqual(['low CKV_AWS_6']);
  });
});
