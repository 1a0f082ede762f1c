import type { OperationTable } from './table.ts';

/** The service reads the object with the rights of the caller, as the page of each operation says. */
const reads = (bucket: string): string => `+s3:GetObject on s3::object{BucketName:${bucket}} if ${bucket}`;
const writes = (bucket: string): string => `+s3:PutObject on s3::object{BucketName:${bucket}} if ${bucket}`;

const table = (
  rows: Readonly<Record<string, readonly string[]>>,
  need: (operation: string) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(rows).flatMap(([members, operations]) =>
      operations.map((operation) => [
        operation,
        [
          need(operation),
          ...members.split(' ').map((member) => (member.startsWith('>') ? writes(member.slice(1)) : reads(member))),
        ].join('; '),
      ]),
    ),
  );

const sameName = (operation: string): string => operation;

/** Pictures, films, papers and speech that lie in a bucket. */
export const mediaAnalysis: OperationTable = {
  // https://docs.aws.amazon.com/rekognition/latest/dg/security_iam_id-based-policy-examples.html
  rekognition: table(
    {
      'Image.S3Object.Bucket': [
        'DetectCustomLabels',
        'DetectFaces',
        'DetectLabels',
        'DetectModerationLabels',
        'DetectProtectiveEquipment',
        'DetectText',
        'IndexFaces',
        'RecognizeCelebrities',
        'SearchFacesByImage',
        'SearchUsersByImage',
      ],
      'SourceImage.S3Object.Bucket TargetImage.S3Object.Bucket': ['CompareFaces'],
      'Video.S3Object.Bucket': [
        'StartCelebrityRecognition',
        'StartContentModeration',
        'StartFaceDetection',
        'StartFaceSearch',
        'StartLabelDetection',
        'StartPersonTracking',
        'StartSegmentDetection',
        'StartTextDetection',
      ],
    },
    sameName,
  ),
  // https://docs.aws.amazon.com/textract/latest/dg/security_iam_service-with-iam.html
  textract: table(
    {
      'Document.S3Object.Bucket': ['AnalyzeDocument', 'AnalyzeExpense', 'DetectDocumentText'],
      'DocumentPages[].S3Object.Bucket': ['AnalyzeID'],
      'DocumentLocation.S3Object.Bucket >OutputConfig.S3Bucket': [
        'StartDocumentAnalysis',
        'StartDocumentTextDetection',
        'StartExpenseAnalysis',
        'StartLendingAnalysis',
      ],
    },
    sameName,
  ),
  // https://docs.aws.amazon.com/polly/latest/dg/asynchronous-iam.html
  polly: {
    StartSpeechSynthesisTask: `StartSpeechSynthesisTask; ${writes('OutputS3BucketName')}; +sns:Publish on sns::topic=SnsTopicArn if SnsTopicArn`,
  },
};
