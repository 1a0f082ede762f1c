import { settled, type NodeId } from '@leastwise/model';
import type { EstateBuilder, NodeOf } from '../estate.ts';

/**
 * A deployment with a StageName makes a stage that no resource stands for. SAM writes one on each of its deployments
 * for reasons of its own; that stage is not counted.
 */
export function linkImpliedStages(estate: EstateBuilder): void {
  const written = new Set<string>();
  for (const stage of estate.of('rest-stage'))
    written.add(keyOf(estate.resolve(stage.facet.api, 'rest-api')?.id, settled(stage.facet.name)));
  for (const deployment of estate.of('rest-deployment')) {
    const { facet } = deployment;
    const name = settled(facet.stageName);
    if (name === undefined || deployment.generatedFrom !== undefined) continue;
    const key = keyOf(estate.resolve(facet.api, 'rest-api')?.id, name);
    if (written.has(key)) continue;
    written.add(key);
    estate.add(impliedStage(deployment, name));
  }
}

const keyOf = (api: NodeId | undefined, name: string | undefined): string => `${api ?? ''}\n${name ?? ''}`;

function impliedStage(deployment: NodeOf<'rest-deployment'>, name: string): NodeOf<'rest-stage'> {
  const { facet } = deployment;
  const { stage } = facet;
  // What the description says for the whole stage counts like a setting for every method.
  const everywhere = { ...stage, origin: stage.origin };
  return {
    id: `${deployment.id}/stage`,
    kind: 'rest-stage',
    type: 'AWS::ApiGateway::Stage',
    name,
    facet: {
      name: facet.stageName,
      api: facet.api,
      deployment: { kind: 'reference', node: deployment.id, attribute: 'Ref', origin: deployment.keyRange },
      accessLog: stage.accessLog,
      cacheCluster: stage.cacheCluster,
      cacheClusterSize: stage.cacheClusterSize,
      clientCertificate: stage.clientCertificate,
      methodSettings: {
        ...stage.methodSettings,
        items: [...(stage.present ? [everywhere] : []), ...stage.methodSettings.items],
      },
      tracing: stage.tracing,
      variables: stage.variables,
      tags: { items: [], present: false, origin: deployment.at },
    },
    at: deployment.at,
    keyRange: deployment.keyRange,
    properties: deployment.properties,
    stack: deployment.stack,
    generatedFrom: { id: deployment.id, by: 'deployment' },
  };
}
