import type { NodeId, Value } from '@leastwise/model';
import { isEncodedText } from '../evaluate/encoded-text.ts';
import { providerType, type TerraformApplicationReading, type TerraformInstance } from '../instance.ts';
import { planInstances } from './plan-instances.ts';
import type { Plan } from './read-plan.ts';

/**
 * A configuration with what its plan knows: the text gives the places and the references, the plan the values that the
 * text leaves open, the instances of modules that are not in the tree, and how many there are.
 */
export function joinPlan(reading: TerraformApplicationReading, plan: Plan): TerraformApplicationReading {
  const planned = new Map(planInstances(plan, reading.folder).map((instance) => [instance.address, instance]));
  const instances: TerraformInstance[] = [];
  const joined = new Set<string>();
  const opened = new Map<string, TerraformInstance>();
  // A plan that names nothing of the text is of another one: it takes nothing away.
  const managed = reading.instances.filter(({ mode, type }) => mode === 'managed' && type !== providerType);
  const isStranger = managed.length > 0 && !managed.some(({ address }) => isPlanned(address, planned));
  for (const instance of reading.instances) {
    const twin = planned.get(instance.address);
    if (twin !== undefined) {
      joined.add(instance.address);
      const { uncertain: _settled, ...rest } = instance;
      instances.push({ ...rest, body: filledIn(instance.body, twin.body, 0) });
    } else if (instance.mode === 'data' || instance.type === providerType) instances.push(instance);
    else if (instance.uncertain !== undefined) opened.set(instance.address, instance);
    else if (plan.resources.length === 0 || isStranger) instances.push(instance);
  }
  for (const instance of planned.values()) {
    if (joined.has(instance.address) || instance.mode === 'data') continue;
    // One of a block whose count the text leaves open stands where its block does.
    const block = opened.get(instance.address.replace(/\[[^[\]]*\]$/, ''));
    const place = block === undefined ? {} : { file: block.file, location: block.location, keyRange: block.keyRange };
    const body = block === undefined ? instance.body : filledIn(block.body, instance.body, 0);
    instances.push({ ...instance, ...place, body });
  }
  const byId = new Map<NodeId, TerraformInstance>(instances.map((instance) => [instance.id, instance]));
  return {
    ...reading,
    instances,
    unknowns: reading.unknowns.filter(({ cause }) => cause !== 'missing-file' && cause !== 'parameter'),
    diagnostics: [
      ...reading.diagnostics.filter(({ code }) => code !== 'terraform-module-not-read'),
      ...plan.diagnostics,
    ],
    instance: (id) => byId.get(id) ?? reading.instance(id),
  };
}

/** The instance itself, or one of a block whose count the text leaves open. */
function isPlanned(address: string, planned: ReadonlyMap<string, TerraformInstance>): boolean {
  if (planned.has(address)) return true;
  const block = address.replace(/\[[^[\]]*\]$/, '');
  return [...planned.keys()].some((other) => other === block || other.startsWith(`${block}[`));
}

/** What the text says, and in the place of what it leaves open what the plan says. */
function filledIn(text: Value, plan: Value | undefined, depth: number): Value {
  if (plan === undefined || depth > 60) return text;
  if (text.kind === 'unknown' || text.kind === 'choice') {
    if (plan.kind !== 'known') return text;
    return { ...plan, origin: text.origin, via: [plan.origin] };
  }
  if (text.kind !== 'known' || plan.kind !== 'known') return text;
  const { assumed: _settled, ...settled } = text;
  if (text.value instanceof Map) {
    if (!(plan.value instanceof Map) || isEncodedText(text)) return settled;
    const members = new Map<string, Value>();
    for (const [key, inner] of text.value as ReadonlyMap<string, Value>)
      members.set(key, filledIn(inner, (plan.value as ReadonlyMap<string, Value>).get(key), depth + 1));
    return { ...settled, value: members };
  }
  if (!Array.isArray(text.value)) return settled;
  const items = Array.isArray(plan.value) ? (plan.value as readonly Value[]) : [];
  if (isEncodedText(text)) return settled;
  return {
    ...settled,
    value: (text.value as readonly Value[]).map((inner, index) => filledIn(inner, items[index], depth + 1)),
  };
}
