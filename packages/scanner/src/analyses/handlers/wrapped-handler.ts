import { asText, settled, type Value } from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';

/** Monitoring layers put their own handler in front and keep the user's in a variable. */
const wrappers: readonly { readonly handler: RegExp; readonly variable: string; readonly page: string }[] = [
  {
    handler: /datadog[-_]lambda/,
    variable: 'DD_LAMBDA_HANDLER',
    page: 'https://docs.datadoghq.com/serverless/aws_lambda/installation/',
  },
  {
    handler: /newrelic[-_](?:esm[-_])?lambda[-_]wrapper/,
    variable: 'NEW_RELIC_LAMBDA_HANDLER',
    page: 'https://docs.newrelic.com/docs/serverless-function-monitoring/aws-lambda-monitoring/',
  },
  { handler: /lumigo/, variable: 'LUMIGO_ORIGINAL_HANDLER', page: 'https://docs.lumigo.io/docs/lambda-layers' },
  { handler: /thundra[-_]handler/, variable: 'THUNDRA_AGENT_LAMBDA_HANDLER', page: 'https://apm.docs.thundra.io' },
  { handler: /epsagon/, variable: 'EPSAGON_HANDLER', page: 'https://docs.epsagon.com' },
];

/** The user's own handler behind a monitoring wrapper; undefined when nothing is wrapped. */
export function wrappedHandler(node: NodeOf<'function'>): Value<string> | undefined {
  const declared = settled(node.facet.handler);
  if (declared === undefined) return undefined;
  const wrapper = wrappers.find(({ handler }) => handler.test(declared));
  if (wrapper === undefined) return undefined;
  const variable = node.facet.environment.items.find((entry) => entry.key === wrapper.variable)?.value;
  const behind = variable === undefined ? undefined : asText(variable);
  return variable === undefined || behind === undefined
    ? undefined
    : { kind: 'known', value: behind, origin: variable.origin };
}
