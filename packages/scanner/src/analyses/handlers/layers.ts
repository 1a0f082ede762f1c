import { asText } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';

/** Layers that bring libraries or extensions, never the handler of somebody's function. */
const libraries =
  /:layer:(?:AWSLambdaPowertools|LambdaInsightsExtension|aws-otel|AWS-Parameters-and-Secrets|AWSSDKPandas|AWSLambda-Python|Klayers|Datadog|NewRelic|Dynatrace)/i;

/** True when the handler's module may come from a layer: `/opt/python` and `/opt/nodejs` are searched too. */
export function layersMayHoldHandlers(node: NodeOf<'function'>, estate: Estate): boolean {
  const { layers } = node.facet;
  if (layers.open !== undefined) return true;
  return layers.items.some((layer) => {
    if (estate.resolve(layer, 'layer-version') !== undefined) return true;
    const arn =
      asText(layer) ?? (layer.kind === 'text' ? layer.parts.filter((part) => typeof part === 'string').join('') : '');
    return !libraries.test(arn);
  });
}
