import json
import os

import boto3

invoices = boto3.client("s3")


def handler(event, context):
    for record in event["Records"]:
        order = json.loads(record["body"])
        invoices.put_object(Bucket=os.environ["INVOICES"], Key=f"{order['id']}.txt", Body=f"Invoice for {order['id']}")
