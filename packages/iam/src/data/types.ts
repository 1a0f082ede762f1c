/** How the Service Authorization Reference classes an action; where it names two classes, the graver one. */
export type AccessLevel = 'List' | 'Read' | 'Write' | 'Tagging' | 'Permissions management';

/** A kind of resource of a service, as its authorization page lists it. */
export interface ResourceType {
  readonly name: string;
  /** The ARN with placeholders: `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. A few types have several. */
  readonly arns: readonly string[];
  readonly conditionKeys: readonly string[];
}

export interface ActionResource {
  /** Key of `ServiceActions.resourceTypes`. */
  readonly type: string;
  /** Every required type must be allowed; of optional types the request uses one or none. */
  readonly required: boolean;
}

export interface ActionInfo {
  /** With its prefix, in the letter case of the reference: `s3:GetObject`. */
  readonly action: string;
  readonly level: AccessLevel;
  readonly resources: readonly ActionResource[];
  /** Knows no resource type: a statement must say `Resource: "*"`. */
  readonly wildcardOnly: boolean;
  readonly conditionKeys: readonly string[];
  /** Further actions that the operation of the same name always needs, such as `iam:PassRole`. */
  readonly dependentActions: readonly string[];
}

/** What the authorization page of one service prefix says. */
export interface ServiceActions {
  readonly prefix: string;
  /** Keyed by the name in lower case, without the prefix; sorted by it. */
  readonly actions: ReadonlyMap<string, ActionInfo>;
  readonly resourceTypes: ReadonlyMap<string, ResourceType>;
}

/** The ways in which a program names a service. `botocore` takes a service id, such as `Cognito Identity Provider`. */
export type SdkKind = 'js-v2' | 'js-v3' | 'boto3' | 'botocore' | 'java' | 'go';

/** A service as SDKs know it. Several may have one IAM prefix: `s3` and `s3control`, `apigateway` and `apigatewayv2`. */
export interface SdkService {
  /** The client name of boto3: `cognito-idp`. */
  readonly id: string;
  /** The IAM prefix; a few operations use another one, which their needs say. */
  readonly prefix: string;
  /** `S3Client` of `@aws-sdk/client-s3` has the package `client-s3` and the class `S3Client`. */
  readonly jsV3Package: string;
  readonly jsV3Client: string;
  /** The class of `aws-sdk` v2, when that SDK had the service. */
  readonly jsV2Class?: string;
}

/**
 * Where in the input of a call a value stands: `Bucket`, `Entries[].EventBusName` (of each element), `RequestItems{}` (each
 * key of a map), `TransactItems[].Put.TableName`.
 */
export type MemberPath = string;

/**
 * How a member's value becomes a part of an ARN.
 * - `text`: the value as it is.
 * - `arn`: the value is the whole ARN; the other parts of the template do not count.
 * - `arn-or-text`: the value is the whole ARN when it begins with `arn:`, otherwise the part.
 * - `queue-url`: the last segment of a queue URL is the queue's name; the segment before is the account.
 * - `function-name`: a name, `name:qualifier`, `account:function:name` or an ARN.
 * - `parameter-name`: a leading slash is left out; otherwise as `arn-or-text`.
 * - `secret-id`: a name, which AWS follows with a dash and six characters, or an ARN.
 * - `key-id`: a key id or an ARN; `alias/...` names a key that the text does not know.
 * - `copy-source`: `bucket/key`, `/bucket/key`, an access point ARN, or a map of `Bucket`, `Key`, `VersionId`.
 */
export type MemberForm =
  | 'text'
  | 'arn'
  | 'arn-or-text'
  | 'queue-url'
  | 'function-name'
  | 'parameter-name'
  | 'secret-id'
  | 'key-id'
  | 'copy-source';

/** A piece of an ARN template. */
export type ResourcePart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'pseudo'; readonly name: 'Partition' | 'Region' | 'Account' }
  | {
      readonly kind: 'member';
      readonly member: MemberPath;
      readonly form: MemberForm;
      /** What AWS takes when the call leaves the member out: `default` for an event bus. Without it: any. */
      readonly absent?: string;
    }
  /** The call does not say it, such as the id that AWS makes. Named after the placeholder of the ARN format. */
  | { readonly kind: 'any'; readonly name: string };

export interface ResourceTemplate {
  /** Resource type of the action's service. */
  readonly type: string;
  readonly parts: readonly ResourcePart[];
  /** The template counts only when the call is so: the index of a table only with `IndexName`. */
  readonly when?: NeedCondition;
}

/** What must be true of the input of the call. All hold together. */
export type NeedCondition = readonly MemberTest[];

export type MemberTest =
  | { readonly member: MemberPath; readonly is: 'given' }
  | { readonly member: MemberPath; readonly is: 'absent' }
  /** One of these values, letter case apart. */
  | { readonly member: MemberPath; readonly is: 'oneOf'; readonly values: readonly string[] }
  /** The first word of the value, letter case apart: the verb of a PartiQL statement. */
  | { readonly member: MemberPath; readonly is: 'verb'; readonly values: readonly string[] };

/**
 * What the call does not decide, only the resource.
 * - `customer-key`: the data is encrypted with a customer managed key.
 * - `destination`: the resource that the input names belongs to another service, and its kind decides.
 * - `missing-object`: only so that a missing object is answered with 404 instead of 403.
 * - `query-text`: the query in the call decides, and it is not a PartiQL statement.
 * - `tag-on-create`: the call gives tags where it creates.
 * - `vpc`: the resource stands in a VPC.
 */
export type ConditionalReason =
  | 'customer-key'
  | 'destination'
  | 'missing-object'
  | 'query-text'
  | 'tag-on-create'
  | 'vpc';

/** One permission that an operation needs. */
export interface OperationNeed {
  readonly action: string;
  /** The permission that the operation is named after, or what stands for it; others are additions. */
  readonly primary: boolean;
  /** Needed only by calls of which this holds. Left out when the given input members decided it. */
  readonly when?: NeedCondition;
  /** Empty: the action knows no resource, or nothing of the call leads to one: `*`. */
  readonly resources: readonly ResourceTemplate[];
  /** For `iam:PassRole`: the member that holds the role. The role is the resource. */
  readonly passRole?: { readonly member: MemberPath; readonly service?: string };
  readonly conditional?: ConditionalReason;
}

/** An operation of a service: `{ service: 'dynamodb', operation: 'PutItem' }`. */
export interface OperationReference {
  /** `SdkService.id`. */
  readonly service: string;
  readonly operation: string;
  /** Some inputs reach it, others not: the parts of a multipart upload. */
  readonly sometimes?: true;
}

/**
 * What kind of name a method is.
 * - `client`: a method of a client (`getObject`, `get_object`).
 * - `command`: a command class of JavaScript v3 (`GetObjectCommand`).
 * - `paginator`: `paginateListObjectsV2`, or the argument of `get_paginator`.
 * - `waiter`: `waitUntilObjectExists`, or the argument of `get_waiter` or of `waitFor` of JavaScript v2.
 * - `resource`: a dotted path of a resource of boto3 (`Table.put_item`, `Bucket.objects.filter`), or a class and method of a
 *   library over a client (`DocumentClient.put`, `DynamoDBDocument.get`, `Upload.done`, `ServiceResource.create_bucket`). An
 *   attribute of a resource of boto3 is not listed: reading one that is no identifier calls what `<Class>.load` calls.
 */
export type MethodKind = 'client' | 'command' | 'paginator' | 'waiter' | 'resource';

export interface MethodQuery {
  readonly sdk: SdkKind;
  /** Any name that `sdkService` knows for the SDK. */
  readonly service: string;
  readonly method: string;
  readonly kind: MethodKind;
}

/** The latest document of an AWS managed policy. */
export interface ManagedPolicy {
  readonly name: string;
  readonly arn: string;
  /** As AWS publishes it; read it like any other outside document. */
  readonly document: unknown;
}
