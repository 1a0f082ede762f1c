import type { SourceAction } from './read-actions.ts';

/**
 * Actions that the documentation of an operation names ("you must have the bedrock-agentcore:IngestData permission") and that
 * the reference does not list yet. Their resource types are not published: only `*` is known to work. The generator drops a row
 * when the reference has caught up.
 */
export const documentedActions: Readonly<Record<string, readonly SourceAction[]>> = {
  'bedrock-agentcore': [action('IngestData', 'W')],
  cloudwatch: [
    action('CreateResourceMetricsConfiguration', 'W'),
    action('DeleteResourceMetricsConfiguration', 'W'),
    action('GetResourceMetricsConfiguration', 'R'),
    action('UpdateResourceMetricsConfiguration', 'W'),
  ],
  iam: [action('GetRequestAuthorizationDetails', 'R')],
  resiliencehub: [action('GetDependencyInsights', 'R'), action('StartDependencyInsights', 'W')],
};

function action(name: string, level: string): SourceAction {
  return { name, level, resources: [], conditionKeys: [] };
}
