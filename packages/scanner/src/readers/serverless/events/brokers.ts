import { asText, type Value } from '@leastwise/model';
import type { Material } from '../../cloudformation/sam/made.ts';
import { entriesOf, itemsOf } from '../../cloudformation/sam/read-value.ts';
import type { Bench } from '../bench.ts';
import { alphanumeric, functionPart } from '../naming.ts';
import { missing, sourceName, type ServiceEvent } from './event.ts';
import { mappingProperties } from './polled.ts';

const NETWORK_ACTIONS = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeVpcs',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
];

function allow(event: ServiceEvent, actions: readonly string[], resource: Material, bench: Bench): void {
  bench.allow(event.owner, event.make.of({ Effect: 'Allow', Action: actions, Resource: resource }));
}

/** https://www.serverless.com/framework/docs/providers/aws/events/msk */
export function mskEvent(event: ServiceEvent, bench: Bench): void {
  const arn = event.get('arn');
  const topic = event.get('topic');
  if (arn === undefined) return missing(event, 'arn', bench);
  const named = /:cluster\/([^/]+)/.exec(asText(arn) ?? '')?.[1];
  const cluster = named === undefined ? sourceName(arn, `Cluster${event.index}`) : alphanumeric(named);
  const part = topic === undefined ? '' : sourceName(topic, 'Topic');
  const scram = event.get('saslScram512');
  bench.add(
    `${functionPart(event.owner.key)}EventSourceMappingMSK${cluster}${part}`,
    'AWS::Lambda::EventSourceMapping',
    {
      ...mappingProperties(event),
      EventSourceArn: arn,
      StartingPosition: event.get('startingPosition') ?? 'TRIM_HORIZON',
      Topics: topic === undefined ? undefined : [topic],
      SourceAccessConfigurations: scram === undefined ? undefined : [{ Type: 'SASL_SCRAM_512_AUTH', URI: scram }],
    },
    event.cause,
  );
  allow(event, ['kafka:DescribeCluster', 'kafka:GetBootstrapBrokers'], [arn], bench);
  allow(event, NETWORK_ACTIONS, '*', bench);
  if (scram !== undefined) allow(event, ['secretsmanager:GetSecretValue'], [scram], bench);
}

const kafkaAccess: Readonly<Record<string, string>> = {
  vpcSubnet: 'VPC_SUBNET',
  vpcSecurityGroup: 'VPC_SECURITY_GROUP',
  saslPlainAuth: 'BASIC_AUTH',
  saslScram256Auth: 'SASL_SCRAM_256_AUTH',
  saslScram512Auth: 'SASL_SCRAM_512_AUTH',
  clientCertificateTlsAuth: 'CLIENT_CERTIFICATE_TLS_AUTH',
  serverRootCaCertificate: 'SERVER_ROOT_CA_CERTIFICATE',
};

const prefixes: Readonly<Record<string, string>> = { VPC_SUBNET: 'subnet:', VPC_SECURITY_GROUP: 'security_group:' };

/** https://www.serverless.com/framework/docs/providers/aws/events/kafka */
export function kafkaEvent(event: ServiceEvent, bench: Bench): void {
  const topic = event.get('topic');
  if (topic === undefined) return missing(event, 'topic', bench);
  const access: Material[] = [];
  for (const [name, values] of entriesOf(event.get('accessConfigurations'))) {
    const type = Object.hasOwn(kafkaAccess, name) ? kafkaAccess[name] : undefined;
    if (type === undefined) continue;
    const isSecret = !Object.hasOwn(prefixes, type);
    for (const value of itemsOf(values)) {
      access.push({ Type: type, URI: isSecret ? value : prefixed(prefixes[type] ?? '', value, event) });
      if (isSecret) allow(event, ['secretsmanager:GetSecretValue'], [value], bench);
    }
    if (!isSecret) allow(event, NETWORK_ACTIONS, '*', bench);
  }
  const servers = itemsOf(event.get('bootstrapServers'));
  bench.add(
    `${functionPart(event.owner.key)}EventSourceMappingKafka${sourceName(topic, 'Topic')}`,
    'AWS::Lambda::EventSourceMapping',
    {
      ...mappingProperties(event),
      StartingPosition: event.get('startingPosition') ?? 'TRIM_HORIZON',
      Topics: [topic],
      SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: servers } },
      SourceAccessConfigurations: access,
    },
    event.cause,
  );
}

function prefixed(prefix: string, value: Value, { make }: ServiceEvent): Value {
  return asText(value)?.startsWith(prefix) === true ? value : make.sub(`${prefix}\${value}`, { value });
}

/** https://www.serverless.com/framework/docs/providers/aws/events/activemq and rabbitmq */
export function brokerEvent(kind: 'activemq' | 'rabbitmq'): (event: ServiceEvent, bench: Bench) => void {
  const title = kind === 'activemq' ? 'ActiveMQ' : 'RabbitMQ';
  return (event, bench) => {
    const arn = event.get('arn');
    const queue = event.get('queue');
    if (arn === undefined || queue === undefined) return missing(event, arn === undefined ? 'arn' : 'queue', bench);
    const secret = event.get('basicAuthArn');
    const host = kind === 'rabbitmq' ? event.get('virtualHost') : undefined;
    bench.add(
      `${functionPart(event.owner.key)}EventSourceMapping${title}${sourceName(queue, 'Queue')}`,
      'AWS::Lambda::EventSourceMapping',
      {
        ...mappingProperties(event),
        EventSourceArn: arn,
        Queues: [queue],
        SourceAccessConfigurations: [
          ...(secret === undefined ? [] : [{ Type: 'BASIC_AUTH', URI: secret }]),
          ...(host === undefined ? [] : [{ Type: 'VIRTUAL_HOST', URI: host }]),
        ],
      },
      event.cause,
    );
    if (secret !== undefined) allow(event, ['secretsmanager:GetSecretValue'], [secret], bench);
    allow(event, ['mq:DescribeBroker'], [arn], bench);
    allow(event, NETWORK_ACTIONS, '*', bench);
  };
}
