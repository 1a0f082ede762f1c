import { asText } from '@leastwise/model';
import { get, itemsOf } from '../cloudformation/sam/read-value.ts';
import type { Bench } from './bench.ts';
import { causeOf } from './create-bench.ts';
import { functionPart } from './naming.ts';
import { entriesOfSection } from './service.ts';

/** `layers`: the versions that the service publishes, and whom it lets use them. */
export function draftLayers(bench: Bench): void {
  const section = causeOf(bench.service, 'layers');
  if (section === undefined) return;
  for (const entry of entriesOfSection(bench.service.section('layers'))) {
    const { service, stack } = bench;
    const value = stack.evaluate(entry.value, stack.scope);
    const keyRange = service.rangeOf({ start: entry.keyStart, end: entry.keyEnd, file: entry.file });
    const cause = { at: keyRange, keyRange, by: 'layers' };
    const part = functionPart(entry.key);
    bench.add(
      `${part}LambdaLayer`,
      'AWS::Lambda::LayerVersion',
      {
        LayerName: get(value, 'name') ?? entry.key,
        Description: get(value, 'description'),
        CompatibleRuntimes: get(value, 'compatibleRuntimes'),
        CompatibleArchitectures: get(value, 'compatibleArchitectures'),
        LicenseInfo: get(value, 'licenseInfo'),
        Content: get(value, 'path') ?? get(value, 'package', 'artifact'),
      },
      cause,
    );
    for (const account of itemsOf(get(value, 'allowedAccounts'))) {
      const name = (asText(account) ?? '').replace('*', 'Wild');
      bench.add(
        `${part}${name}LambdaLayerPermission`,
        'AWS::Lambda::LayerVersionPermission',
        {
          Action: 'lambda:GetLayerVersion',
          LayerVersionArn: bench.makeAt(account.origin).ref(`${part}LambdaLayer`),
          Principal: account,
        },
        cause,
      );
    }
  }
}
