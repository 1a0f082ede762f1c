/** What kind of event starts a function: decides which paths of the event carry somebody else's data. */
export type EventSource =
  | 'rest-api' // API Gateway payload 1.0, also HTTP APIs that ask for it
  | 'http-api' // payload 2.0
  | 'function-url'
  | 'load-balancer'
  | 'websocket-api'
  | 'graphql-api'
  | 'cloudfront'
  | 'authorizer-token'
  | 'authorizer-request'
  | 'bucket'
  | 'queue'
  | 'topic'
  | 'table-stream'
  | 'stream'
  | 'delivery-stream'
  | 'kafka'
  | 'message-broker'
  | 'document-db'
  | 'rule'
  | 'schedule'
  | 'pipe'
  | 'iot'
  | 'user-pool'
  | 'mail'
  | 'log-group'
  | 'state-machine'
  | 'invoke'
  | 'custom-resource'
  | 'config-rule'
  | 'pipeline'
  | 'voice-assistant' // Alexa
  | 'bot' // Lex
  | 'contact-center'
  | 'agent' // Bedrock
  | 'object-transform'
  | 'secret-rotation'
  | 'file-transfer'
  | 'http-request' // Azure, Google, Fission: a request object instead of an event
  | 'cloud-event' // Google, Knative
  | 'action-parameters' // OpenWhisk
  | 'unknown';

/** How far somebody outside can decide the data: the trust class of a source. */
export type TrustClass = 'outside' | 'semi' | 'internal' | 'stored' | 'third-party';
