import type { Diagnostic } from '@leastwise/model';
import type { TerraformInstance } from '../instance.ts';

/** Clouds whose resources are not looked at. */
const otherClouds: ReadonlyMap<string, string> = new Map([
  ['google', 'Google Cloud'],
  ['azurerm', 'Azure'],
  ['azuread', 'Microsoft Entra ID'],
  ['azapi', 'Azure'],
  ['alicloud', 'Alibaba Cloud'],
  ['oci', 'Oracle Cloud'],
  ['ibm', 'IBM Cloud'],
  ['digitalocean', 'DigitalOcean'],
  ['cloudflare', 'Cloudflare'],
  ['kubernetes', 'Kubernetes'],
  ['helm', 'Helm'],
]);

/** One note for each other cloud, at its first resource: nothing of it is checked, and that must not look like clean. */
export function providerNotes(instances: readonly TerraformInstance[]): readonly Diagnostic[] {
  const counted = new Map<string, { readonly first: TerraformInstance; count: number }>();
  for (const instance of instances) {
    const provider = instance.type.slice(0, instance.type.indexOf('_'));
    if (!otherClouds.has(provider)) continue;
    const entry = counted.get(provider);
    if (entry === undefined) counted.set(provider, { first: instance, count: 1 });
    else entry.count++;
  }
  return [...counted].map(([provider, { first, count }]) => ({
    code: 'provider-not-checked',
    message: `${count === 1 ? 'One resource' : `${count} resources`} of ${otherClouds.get(provider) ?? provider} (${provider}) ${count === 1 ? 'is' : 'are'} not checked: of Terraform only AWS is read.`,
    range: first.keyRange,
    hint: 'Nothing to do; findings about AWS are complete without them.',
    effect: 'note',
  }));
}
