import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AuthorizationType, LambdaIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Bucket, EventType } from 'aws-cdk-lib/aws-s3';
import { LambdaDestination } from 'aws-cdk-lib/aws-s3-notifications';
import type { Construct } from 'constructs';

/** Photos come in through an API with signed links; each is resized when it lands in the bucket. */
export class PhotoShopStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const photos = new Bucket(this, 'Photos', { removalPolicy: RemovalPolicy.RETAIN });

    const upload = new Function(this, 'Upload', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'upload.handler',
      code: Code.fromAsset('resize'),
      timeout: Duration.seconds(10),
      environment: { PHOTOS: photos.bucketName },
      logGroup: new LogGroup(this, 'UploadLogs', { retention: RetentionDays.ONE_MONTH }),
    });
    photos.grantPut(upload);

    const resize = new Function(this, 'Resize', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'resize.handler',
      code: Code.fromAsset('resize'),
      timeout: Duration.minutes(15),
      memorySize: 3008,
      environment: { PHOTOS: photos.bucketName },
    });
    photos.grantReadWrite(resize);
    photos.addEventNotification(EventType.OBJECT_CREATED, new LambdaDestination(resize));

    const api = new RestApi(this, 'Api');
    api.root.addResource('uploads').addMethod('POST', new LambdaIntegration(upload));
    api.root
      .addResource('albums')
      .addMethod('GET', new LambdaIntegration(upload), { authorizationType: AuthorizationType.IAM });
  }
}
