import os

import boto3

invoices = boto3.client("s3")


def handler(event, context):
    for record in event["Records"]:
        key = record["s3"]["object"]["key"]
        invoices.copy_object(
            Bucket=os.environ["INVOICES"],
            Key=f"archive/{key}",
            CopySource={"Bucket": os.environ["INVOICES"], "Key": key},
        )
