/**
 * What has to be installed for an import, where the names differ; the longest name that fits counts. Rows are
 * `import distribution`, from the metadata of the packages on PyPI.
 */
const rows = `
  Crypto pycryptodome
  Cryptodome pycryptodomex
  IPython ipython
  Levenshtein python-Levenshtein
  MySQLdb mysqlclient
  OpenSSL pyOpenSSL
  PIL Pillow
  PyPDF2 PyPDF2
  aiobotocore aiobotocore
  aws_cdk aws-cdk-lib
  aws_encryption_sdk aws-encryption-sdk
  aws_lambda_powertools aws-lambda-powertools
  aws_requests_auth aws-requests-auth
  aws_xray_sdk aws-xray-sdk
  awsgi aws-wsgi
  azure.cosmos azure-cosmos
  azure.functions azure-functions
  azure.identity azure-identity
  azure.keyvault.secrets azure-keyvault-secrets
  azure.servicebus azure-servicebus
  azure.storage.blob azure-storage-blob
  bs4 beautifulsoup4
  bson pymongo
  cachetools cachetools
  cairosvg CairoSVG
  cfnresponse cfnresponse
  crhelper crhelper
  cv2 opencv-python
  dateutil python-dateutil
  discord discord.py
  django Django
  docx python-docx
  dotenv python-dotenv
  elasticsearch_dsl elasticsearch-dsl
  faiss faiss-cpu
  fitz PyMuPDF
  flask Flask
  flask_cors Flask-Cors
  flask_sqlalchemy Flask-SQLAlchemy
  functions_framework functions-framework
  git GitPython
  github PyGithub
  gnupg python-gnupg
  google.api_core google-api-core
  google.auth google-auth
  google.cloud.bigquery google-cloud-bigquery
  google.cloud.firestore google-cloud-firestore
  google.cloud.pubsub google-cloud-pubsub
  google.cloud.pubsub_v1 google-cloud-pubsub
  google.cloud.secretmanager google-cloud-secret-manager
  google.cloud.storage google-cloud-storage
  google.generativeai google-generativeai
  google.oauth2 google-auth
  google.protobuf protobuf
  googleapiclient google-api-python-client
  grpc grpcio
  jinja2 Jinja2
  jose python-jose
  jwt PyJWT
  jwcrypto jwcrypto
  kafka kafka-python
  ldap python-ldap
  lambda_decorators lambda-decorators
  magic python-magic
  markdown Markdown
  mako Mako
  markupsafe MarkupSafe
  mysql mysql-connector-python
  nacl PyNaCl
  newrelic newrelic
  opensearchpy opensearch-py
  opentelemetry opentelemetry-api
  paho paho-mqtt
  pkg_resources setuptools
  pptx python-pptx
  psycopg2 psycopg2-binary
  pyarrow pyarrow
  pymysql PyMySQL
  pynamodb pynamodb
  pyodbc pyodbc
  pythonjsonlogger python-json-logger
  ratelimit ratelimit
  requests_aws4auth requests-aws4auth
  requests_oauthlib requests-oauthlib
  ruamel.yaml ruamel.yaml
  rest_framework djangorestframework
  samtranslator aws-sam-translator
  sentry_sdk sentry-sdk
  serial pyserial
  skimage scikit-image
  sklearn scikit-learn
  slack slackclient
  slack_bolt slack-bolt
  slack_sdk slack-sdk
  snowflake.connector snowflake-connector-python
  socks PySocks
  sqlalchemy SQLAlchemy
  sqlparse sqlparse
  telegram python-telegram-bot
  usb pyusb
  wx wxPython
  xmlsec xmlsec
  yaml PyYAML
  zmq pyzmq
`;

const distributions: ReadonlyMap<string, string> = new Map(
  rows
    .trim()
    .split('\n')
    .map((row) => row.trim().split(' ') as [string, string]),
);

/** The distribution that brings a module: `yaml.nodes` → `PyYAML`; by PyPI's rules of names where no row says otherwise. */
export function distributionOf(specifier: string): string {
  const parts = specifier.split('.');
  for (let length = parts.length; length > 0; length--) {
    const known = distributions.get(parts.slice(0, length).join('.'));
    if (known !== undefined) return known;
  }
  return (parts[0] ?? specifier).replaceAll('_', '-');
}

/** PyPI compares names without regard to case and to `-`, `_` and `.`: https://peps.python.org/pep-0503/ */
export function normalisedDistribution(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
