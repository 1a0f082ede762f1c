import { data, mapping, section, text } from '../../mapping.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';

/** The function that changes records on their way: the first processor's parameters hold its ARN. */
const bucketDestination = {
  bucket: data('BucketARN'),
  role: data('RoleARN'),
  key: data('EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN'),
  processors: data('ProcessingConfiguration.Processors'),
};
const bufferedDestination = { role: data('RoleARN'), processors: data('ProcessingConfiguration.Processors') };

export const deliveryStreamMappings = [
  mapping(
    'delivery-stream',
    {
      types: ['AWS::KinesisFirehose::DeliveryStream'],
      name: 'DeliveryStreamName',
      page: `${reference}aws-resource-kinesisfirehose-deliverystream.html`,
    },
    {
      name: text('DeliveryStreamName'),
      source: text('DeliveryStreamType', { default: 'DirectPut' }),
      stream: data('KinesisStreamSourceConfiguration.KinesisStreamARN'),
      streamRole: data('KinesisStreamSourceConfiguration.RoleARN'),
      encryption: section('DeliveryStreamEncryptionConfigurationInput', { type: text('KeyType'), key: data('KeyARN') }),
      extendedS3: section('ExtendedS3DestinationConfiguration', bucketDestination),
      s3: section('S3DestinationConfiguration', bucketDestination),
      redshift: section('RedshiftDestinationConfiguration', {
        ...bufferedDestination,
        cluster: text('ClusterJDBCURL'),
        user: data('Username'),
        password: data('Password'),
      }),
      splunk: section('SplunkDestinationConfiguration', {
        ...bufferedDestination,
        endpoint: text('HECEndpoint'),
        token: data('HECToken'),
      }),
      http: section('HttpEndpointDestinationConfiguration', {
        ...bufferedDestination,
        endpoint: text('EndpointConfiguration.Url'),
        accessKey: data('EndpointConfiguration.AccessKey'),
      }),
      snowflake: section('SnowflakeDestinationConfiguration', {
        ...bufferedDestination,
        privateKey: data('PrivateKey'),
        passphrase: data('KeyPassphrase'),
      }),
      openSearch: section('AmazonopensearchserviceDestinationConfiguration', {
        ...bufferedDestination,
        domain: data('DomainARN'),
      }),
    },
  ),
] as const;
