const { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');
const { getSignedUrl } = require('@aws-sdk/s3-request-presigner');
const { randomUUID } = require('node:crypto');

const photos = new S3Client({});

exports.handler = async () => {
  const url = await getSignedUrl(photos, new PutObjectCommand({ Bucket: process.env.PHOTOS, Key: `in/${randomUUID()}` }));
  return { statusCode: 200, body: JSON.stringify({ url }) };
};
