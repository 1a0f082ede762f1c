import { asText, describe, type Value } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';
import { defineCheck, fail, notApplicable, open, pass, type Outcome } from '../define-check.ts';

/** Accounts in which AWS and well-known vendors publish their layers. */
const publishers: Readonly<Record<string, string>> = {
  '017000801446': 'AWS (Powertools)',
  '094274105915': 'AWS (Powertools for TypeScript)',
  '580247275435': 'AWS (Lambda Insights)',
  '901920570463': 'AWS (OpenTelemetry)',
  '184161586896': 'OpenTelemetry',
  '336392948345': 'AWS (SDK for pandas)',
  '133256977650': 'AWS (AppConfig)',
  '027255383542': 'AWS (AppConfig)',
  '177933569100': 'AWS (Parameters and Secrets)',
  '015030872274': 'AWS (Parameters and Secrets)',
  '668099181075': 'AWS (Python libraries)',
  '753240598075': 'AWS (Lambda Web Adapter)',
  '464622532012': 'Datadog',
  '451483290750': 'New Relic',
  '725887861453': 'Dynatrace',
  '114300393969': 'Lumigo',
  '943013980633': 'Sentry',
  '770693421928': 'Klayers',
};

/** AWS publishes these under other accounts in each region. */
const layersOfAws =
  /^(?:AWS-AppConfig-Extension|AWS-Parameters-and-Secrets-Lambda-Extension|LambdaInsightsExtension|AWSLambdaPowertools|aws-otel-|AWSOpenTelemetryDistro|AWSSDKPandas|AWSLambda-Python|LambdaAdapterLayer)/;

export default defineCheck({
  name: 'layer-from-other-account',
  title: 'Code of another account runs inside the function',
  area: 'function',
  subjects: ['function'],
  severity: 'low',
  since: '0.1.0',
  rows: [11, 272],
  mappings: {
    owasp: ['SAS-6'],
    csa: ['CSA-6'],
    cwe: [829],
    attack: ['T1195.002'],
    prowler: ['awslambda_function_using_cross_account_layers'],
  },
  fix: 'none',
  evaluate(subject, { estate }) {
    const { layers } = subject.facet;
    if (layers.items.length === 0) return notApplicable;
    const found = layers.items
      .map((layer) => judge(subject.name, layer, estate))
      .filter((outcome) => outcome !== undefined);
    return found.length === 0 ? pass : found;
  },
});

function judge(name: string, layer: Value, estate: Estate): Outcome | undefined {
  if (layer.kind === 'unknown') return open('layer of the function', layer, estate);
  const written = asText(layer) ?? (layer.kind === 'text' ? describe(layer) : '');
  const match = /^arn:[^:]*:lambda:[^:]*:(\d{12}):layer:([^:]+)/.exec(written);
  if (match === null) return undefined;
  const [, account = '', layerName = ''] = match;
  const publisher = publishers[account] ?? (layersOfAws.test(layerName) ? 'AWS, by its name' : undefined);
  return fail(
    layer.origin,
    publisher === undefined
      ? `The layer ${layerName} of account ${account} runs inside ${name}, with its role and its variables.`
      : `The layer ${layerName}, published by ${publisher}, runs inside ${name}.`,
    {
      key: `${account} ${layerName}`,
      severity: publisher === undefined ? 'low' : 'info',
      fix: { summary: 'copy the layer into your own account after reading it' },
    },
  );
}
