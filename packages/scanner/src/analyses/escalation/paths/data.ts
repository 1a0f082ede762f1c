import { madeAs, takenOver, type EscalationPath } from './path.ts';

const lambda = 'none' as const;
const actionsOf = (service: string): string =>
  `https://docs.aws.amazon.com/service-authorization/latest/reference/list_${service}.html`;
const glue = { page: actionsOf('awsglue'), lambda };
const sagemaker = { page: actionsOf('amazonsagemaker'), lambda };
const script = 'The script of the job is its own and runs under the passed role.';

/** Data services that run scripts with a role. */
export const dataPaths: readonly EscalationPath[] = [
  madeAs(
    'datapipeline-001',
    'Makes a pipeline whose instances have a stronger role',
    'ec2.amazonaws.com',
    ['datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition', 'datapipeline:ActivatePipeline'],
    {
      page: actionsOf('awsdatapipeline'),
      lambda,
      how: 'A shell activity of the pipeline runs under the resource role.',
    },
  ),
  madeAs(
    'glue-001',
    'Makes a development endpoint with a stronger role',
    'glue.amazonaws.com',
    ['glue:CreateDevEndpoint'],
    {
      ...glue,
      how: 'It signs in to the endpoint by SSH with its own key and uses the passed role.',
    },
  ),
  takenOver(
    'glue-002',
    'Puts its key into a development endpoint',
    'dev-endpoint',
    { target: ['glue:UpdateDevEndpoint'] },
    {
      ...glue,
      assumedBy: 'glue.amazonaws.com',
      how: 'It adds its public key and signs in to the endpoint, which has a role.',
    },
  ),
  madeAs(
    'glue-003',
    'Makes a job with a stronger role and runs it',
    'glue.amazonaws.com',
    ['glue:CreateJob', 'glue:StartJobRun'],
    { ...glue, how: script },
  ),
  madeAs(
    'glue-004',
    'Makes a job with a stronger role and a trigger for it',
    'glue.amazonaws.com',
    ['glue:CreateJob', 'glue:CreateTrigger'],
    { ...glue, how: script },
  ),
  madeAs(
    'glue-005',
    'Gives a job its script and a stronger role and runs it',
    'glue.amazonaws.com',
    ['glue:UpdateJob', 'glue:StartJobRun'],
    { ...glue, how: script },
  ),
  madeAs(
    'glue-006',
    'Gives a job its script and a stronger role and a trigger',
    'glue.amazonaws.com',
    ['glue:UpdateJob', 'glue:CreateTrigger'],
    { ...glue, how: script },
  ),
  madeAs(
    'glue-007',
    'Opens an interactive session with a stronger role',
    'glue.amazonaws.com',
    ['glue:CreateSession', 'glue:RunStatement'],
    {
      ...glue,
      how: 'Statements of the session run under the passed role.',
    },
  ),
  madeAs(
    'sagemaker-001',
    'Makes a notebook with a stronger role',
    'sagemaker.amazonaws.com',
    ['sagemaker:CreateNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl'],
    {
      ...sagemaker,
      how: 'It opens the notebook by a signed address and runs code under the passed role.',
    },
  ),
  madeAs(
    'sagemaker-002',
    'Starts a training job with a stronger role',
    'sagemaker.amazonaws.com',
    ['sagemaker:CreateTrainingJob'],
    {
      ...sagemaker,
      how: 'The job runs an image or script of its own under the passed role.',
    },
  ),
  madeAs(
    'sagemaker-003',
    'Starts a processing job with a stronger role',
    'sagemaker.amazonaws.com',
    ['sagemaker:CreateProcessingJob'],
    {
      ...sagemaker,
      how: 'The job runs an image or script of its own under the passed role.',
    },
  ),
  takenOver(
    'sagemaker-004',
    'Opens the notebook of somebody else',
    'notebook',
    { target: ['sagemaker:CreatePresignedNotebookInstanceUrl'] },
    {
      ...sagemaker,
      assumedBy: 'sagemaker.amazonaws.com',
      how: 'It makes a signed address of the notebook, opens a terminal there and uses the role of the notebook.',
    },
  ),
  takenOver(
    'sagemaker-005',
    'Gives a notebook a start-up script',
    'notebook',
    {
      target: ['sagemaker:StopNotebookInstance', 'sagemaker:UpdateNotebookInstance', 'sagemaker:StartNotebookInstance'],
      fresh: ['sagemaker:CreateNotebookInstanceLifecycleConfig'],
    },
    {
      ...sagemaker,
      assumedBy: 'sagemaker.amazonaws.com',
      how: 'The script runs at the next start, under the role of the notebook.',
    },
  ),
  madeAs('emr-001', 'Starts a cluster with a stronger role', 'ec2.amazonaws.com', ['elasticmapreduce:RunJobFlow'], {
    page: actionsOf('amazonelasticmapreduce'),
    lambda,
    how: 'A step of the cluster runs its script under the passed instance role.',
  }),
  madeAs(
    'emrserverless-001',
    'Runs a serverless Spark job with a stronger role',
    'emr-serverless.amazonaws.com',
    ['emr-serverless:CreateApplication', 'emr-serverless:StartJobRun'],
    {
      page: actionsOf('amazonemrserverless'),
      lambda,
      how: script,
    },
  ),
  madeAs(
    'kinesisanalytics-001',
    'Runs a stream application with a stronger role',
    'kinesisanalytics.amazonaws.com',
    ['kinesisanalytics:CreateApplication', 'kinesisanalytics:StartApplication'],
    {
      page: actionsOf('amazonkinesisanalyticsv2'),
      lambda,
      how: 'The application runs its code under the passed role.',
    },
  ),
  madeAs(
    'omics-001',
    'Runs a workflow with a stronger role',
    'omics.amazonaws.com',
    ['omics:CreateWorkflow', 'omics:StartRun'],
    {
      page: actionsOf('awshealthomics'),
      lambda,
      how: 'Tasks of the workflow run its containers under the passed role.',
    },
  ),
  madeAs('braket-001', 'Runs a hybrid job with a stronger role', 'braket.amazonaws.com', ['braket:CreateJob'], {
    page: actionsOf('amazonbraket'),
    lambda,
    how: 'The job runs its algorithm script under the passed role.',
  }),
];
