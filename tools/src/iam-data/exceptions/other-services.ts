import type { OperationTable } from './table.ts';

const logGroup = (member: string): string => `log-group{LogGroupName:${member}}`;
const logGroupOrArn = `${logGroup('logGroupName')}?logGroupName | log-group{LogGroupName:logGroupIdentifier}?logGroupIdentifier`;
const logStream = 'log-stream{LogGroupName:logGroupName,LogStreamName:logStreamName}';

/** A model id is a model's, or the ARN of a profile, a prompt or a provisioned model. */
const model = 'foundation-model{ResourceId:modelId}';

/** Batch operations that the reference knows only by the action for one item. */
const single = (...operations: readonly (readonly [string, string])[]): Readonly<Record<string, string>> =>
  Object.fromEntries(operations);

export const otherServices: OperationTable = {
  logs: {
    CreateLogGroup: `CreateLogGroup on ${logGroup('logGroupName')}; +TagResource on ${logGroup('logGroupName')} if tags maybe tag-on-create`,
    CreateLogStream: `CreateLogStream on ${logGroup('logGroupName')}`,
    DeleteLogStream: 'DeleteLogStream on log-stream{LogGroupName:logGroupName,LogStreamName:logStreamName}',
    DescribeLogStreams: `DescribeLogStreams on ${logGroupOrArn}`,
    FilterLogEvents: `FilterLogEvents on ${logGroupOrArn}; +Unmask if unmask=true`,
    GetLogEvents:
      'GetLogEvents on log-stream{LogGroupName:logGroupName,LogStreamName:logStreamName}; +Unmask if unmask=true',
    PutDestination:
      'PutDestination on destination{DestinationName:destinationName}; +iam:PassRole pass roleArn to logs.amazonaws.com',
    PutLogEvents: `PutLogEvents on ${logStream}`,
    PutSubscriptionFilter: `PutSubscriptionFilter on ${logGroup('logGroupName')}; +iam:PassRole if roleArn pass roleArn to logs.amazonaws.com`,
    StartQuery:
      'StartQuery on log-group{LogGroupName:logGroupName}?logGroupName | log-group{LogGroupName:logGroupNames[]}?logGroupNames | log-group{LogGroupName:logGroupIdentifiers[]}?logGroupIdentifiers',
  },
  // https://docs.aws.amazon.com/bedrock/latest/APIReference/: the page of each operation names the action.
  'bedrock-runtime': {
    Converse: `InvokeModel on ${model}`,
    ConverseStream: `InvokeModelWithResponseStream on ${model}`,
    InvokeModel: `InvokeModel on ${model}; +ApplyGuardrail on guardrail{GuardrailId:guardrailIdentifier} if guardrailIdentifier`,
    InvokeModelWithBidirectionalStream: `InvokeModel on ${model}`,
    InvokeModelWithResponseStream: `InvokeModelWithResponseStream on ${model}; +ApplyGuardrail on guardrail{GuardrailId:guardrailIdentifier} if guardrailIdentifier`,
    StartAsyncInvoke: `InvokeModel on ${model}`,
  },
  'bedrock-agent-runtime': { RetrieveAndGenerateStream: 'RetrieveAndGenerate' },
  'agent-registry': { BatchGetDiscoverableRegistryRecord: 'GetDiscoverableRegistryRecord' },
  'bcm-pricing-calculator': single(
    ['BatchCreateBillScenarioCommitmentModification', 'CreateBillScenarioCommitmentModification'],
    ['BatchCreateBillScenarioUsageModification', 'CreateBillScenarioUsageModification'],
    ['BatchCreateWorkloadEstimateUsage', 'CreateWorkloadEstimateUsage'],
    ['BatchDeleteBillScenarioCommitmentModification', 'DeleteBillScenarioCommitmentModification'],
    ['BatchDeleteBillScenarioUsageModification', 'DeleteBillScenarioUsageModification'],
    ['BatchDeleteWorkloadEstimateUsage', 'DeleteWorkloadEstimateUsage'],
    ['BatchUpdateBillScenarioCommitmentModification', 'UpdateBillScenarioCommitmentModification'],
    ['BatchUpdateBillScenarioUsageModification', 'UpdateBillScenarioUsageModification'],
    ['BatchUpdateWorkloadEstimateUsage', 'UpdateWorkloadEstimateUsage'],
  ),
  // https://docs.aws.amazon.com/cost-management/latest/userguide/billing-permissions-ref.html
  budgets: {
    ...Object.fromEntries(
      ['Create', 'Update', 'Delete'].flatMap((verb) =>
        ['Budget', 'Notification', 'Subscriber'].map((noun) => [`${verb}${noun}`, 'ModifyBudget']),
      ),
    ),
    DescribeBudget: 'ViewBudget',
    DescribeBudgetNotificationsForAccount: 'ViewBudget',
    DescribeBudgetPerformanceHistory: 'ViewBudget',
    DescribeBudgets: 'ViewBudget',
    DescribeNotificationsForBudget: 'ViewBudget',
    DescribeSubscribersForNotification: 'ViewBudget',
  },
  cloudfront: { CreateDistributionWithTags: 'CreateDistribution; +TagResource' },
  cloudsearchdomain: { UploadDocuments: 'document' },
  cloudtrail: { ListInsightsMetricData: 'LookupEvents; +ListInsightsData if TrailName' },
  // Authorised by the participant's or the connection's token: https://docs.aws.amazon.com/connect-participant/
  connectparticipant: { '*': '' },
  // Signed with a personal access token: https://docs.aws.amazon.com/codecatalyst/latest/APIReference/welcome.html
  codecatalyst: { '*': '' },
  deadline: single(
    ['BatchGetJob', 'GetJob'],
    ['BatchGetSession', 'GetSession'],
    ['BatchGetSessionAction', 'GetSessionAction'],
    ['BatchGetStep', 'GetStep'],
    ['BatchGetTask', 'GetTask'],
    ['BatchGetWorker', 'GetWorker'],
    ['BatchUpdateJob', 'UpdateJob'],
    ['BatchUpdateTask', 'UpdateTask'],
  ),
  // https://docs.aws.amazon.com/dms/latest/APIReference/: "Required permissions" of each operation.
  dms: {
    DescribeDataProviders: 'ListDataProviders',
    DescribeExtensionPackAssociations: 'ListExtensionPacks',
    DescribeInstanceProfiles: 'ListInstanceProfiles',
    DescribeMetadataModelAssessments: 'ListMetadataModelAssessments',
    DescribeMetadataModelConversions: 'ListMetadataModelConversions',
    DescribeMetadataModelExportsAsScript: 'ListMetadataModelExports',
    DescribeMetadataModelExportsToTarget: 'ListMetadataModelExports',
    DescribeMigrationProjects: 'ListMigrationProjects',
    ModifyConversionConfiguration: 'UpdateConversionConfiguration',
    ModifyDataProvider: 'UpdateDataProvider',
    ModifyInstanceProfile: 'UpdateInstanceProfile',
    ModifyMigrationProject: 'UpdateMigrationProject',
    StartExtensionPackAssociation: 'AssociateExtensionPack',
    StartMetadataModelExportAsScript: 'StartMetadataModelExportAsScripts',
  },
  // The data operations are signed with the credentials that this action gives out.
  'finspace-data': { '*': 'finspace-api:GetProgrammaticAccessCredentials' },
  // Style descriptors, glyphs and sprites are open: https://docs.aws.amazon.com/location/latest/APIReference/
  'geo-maps': { GetGlyphs: '', GetSprites: '', GetStyleDescriptor: '' },
  // "The public IAM action associated with this API": https://docs.aws.amazon.com/glue/latest/webapi/
  glue: {
    BatchGetDataQualityResult: 'GetDataQualityResult',
    BatchGetDataQualityRulesetEvaluationRun: 'GetDataQualityRulesetEvaluationRun',
    BatchPutDataQualityStatisticAnnotation: 'PutDataQualityStatisticAnnotation',
    GetUnfilteredPartitionMetadata: 'GetPartition',
    GetUnfilteredPartitionsMetadata: 'GetPartitions',
    GetUnfilteredTableMetadata: 'GetTable',
  },
  iotfleetwise: single(['BatchCreateVehicle', 'CreateVehicle'], ['BatchUpdateVehicle', 'UpdateVehicle']),
  lakeformation: { GetTemporaryDataLocationCredentials: 'GetDataAccess' },
  'lexv2-models': {
    ListUtteranceAnalyticsData: 'ListAggregatedUtterances',
    ListUtteranceMetrics: 'ListAggregatedUtterances',
  },
  'marketplace-catalog': { BatchDescribeEntities: 'DescribeEntity' },
  mediaconnect: {
    BatchGetRouterInput: 'GetRouterInput',
    BatchGetRouterNetworkInterface: 'GetRouterNetworkInterface',
    BatchGetRouterOutput: 'GetRouterOutput',
    ListTagsForGlobalResource: 'ListTagsForResource',
    TagGlobalResource: 'TagResource',
    UntagGlobalResource: 'UntagResource',
  },
  qapps: { CreatePresignedUrl: 'ImportDocument' },
  quicksight: {
    DescribeAnalysisDefinition: 'DescribeAnalysis',
    DescribeDashboardDefinition: 'DescribeDashboard',
    DescribeTemplateDefinition: 'DescribeTemplate',
  },
  route53resolver: single(
    ['BatchCreateFirewallRule', 'CreateFirewallRule'],
    ['BatchDeleteFirewallRule', 'DeleteFirewallRule'],
    ['BatchUpdateFirewallRule', 'UpdateFirewallRule'],
  ),
  // https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/: authorised by the access token of the user.
  sso: { '*': '' },
  taxsettings: {
    BatchGetTaxExemptions: 'GetExemptions',
    GetTaxExemptionTypes: 'GetExemptions',
    ListTaxExemptions: 'GetExemptions',
    PutTaxExemption: 'UpdateExemptions',
  },
  'vpc-lattice': { BatchUpdateRule: 'UpdateRule' },
  wickr: { UpdateNetwork: 'UpdateNetworkDetails' },
};
