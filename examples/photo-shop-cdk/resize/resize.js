const { S3Client, GetObjectCommand, PutObjectCommand } = require('@aws-sdk/client-s3');

const photos = new S3Client({});

exports.handler = async (event) => {
  for (const { s3 } of event.Records) {
    const photo = await photos.send(new GetObjectCommand({ Bucket: process.env.PHOTOS, Key: s3.object.key }));
    await photos.send(new PutObjectCommand({ Bucket: process.env.PHOTOS, Key: `small/${s3.object.key}`, Body: photo.Body }));
  }
};
