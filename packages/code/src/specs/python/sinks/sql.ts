import { sinksOf, type SinkRow } from '../../example.ts';
import type { SinkSpec } from '../../spec.ts';

const statement = 'f"SELECT * FROM orders WHERE id = \'{input}\'"';

/** PEP 249: `cursor.execute(operation, parameters)`. */
function driver(
  id: string,
  callees: readonly string[],
  before: string,
  object: string,
  mark = '%s',
  row: Partial<SinkRow> = {},
): SinkRow {
  return {
    id,
    callees,
    argument: 0,
    before,
    bad: `${object}.execute(${statement})`,
    good: `${object}.execute("SELECT * FROM orders WHERE id = ${mark}", (input,))`,
    ...row,
  };
}

function cursor(connection: string, more: readonly string[] = []): readonly string[] {
  return ['execute', 'executemany', 'executescript', 'callproc', ...more].map(
    (name) => `${connection}.cursor().${name}`,
  );
}

function direct(
  connection: string,
  names: readonly string[] = ['execute', 'executemany', 'executescript'],
): readonly string[] {
  return names.map((name) => `${connection}.${name}`);
}

function awsStatement(id: string, service: string, method: string, member: string): SinkRow {
  return {
    id,
    callees: [`boto3#client(${service}).${method}`],
    argument: { name: member },
    before: `import boto3\nclient = boto3.client("${service}")`,
    bad: `return client.${method}(${member}=${statement})`,
    good: `return client.${method}(${member}="SELECT * FROM orders", ClientRequestToken=input)`,
  };
}

export const sqlSinks: readonly SinkSpec[] = sinksOf({ language: 'python', class: 'sql-injection', position: 'text' }, [
  driver(
    'sqlite3.execute',
    [
      ...cursor('sqlite3#connect()'),
      ...direct('sqlite3#connect()'),
      ...cursor('apsw#Connection()'),
      ...cursor('aiosqlite#connect()'),
      ...direct('aiosqlite#connect()'),
    ],
    'import sqlite3\ndb = sqlite3.connect("/tmp/orders.db")',
    'db.cursor()',
    '?',
  ),
  driver(
    'psycopg2.execute',
    [
      ...cursor('psycopg2#connect()', ['mogrify', 'copy_expert']),
      ...direct('psycopg#connect()'),
      ...cursor('pg8000#connect()'),
      ...direct('pg8000.native#Connection()', ['run', 'execute']),
      ...cursor('pg8000.dbapi#connect()'),
      ...cursor('redshift_connector#connect()'),
    ],
    'import psycopg2\ndb = psycopg2.connect("")',
    'db.cursor()',
  ),
  driver(
    'pymysql.execute',
    [
      ...cursor('pymysql#connect()'),
      ...direct('pymysql#connect()', ['query']),
      ...cursor('MySQLdb#connect()'),
      ...cursor('mysql.connector#connect()'),
      ...cursor('aiomysql#connect()'),
      ...cursor('mariadb#connect()'),
    ],
    'import pymysql\ndb = pymysql.connect()',
    'db.cursor()',
  ),
  driver(
    'pyodbc.execute',
    [
      ...cursor('pyodbc#connect()'),
      ...direct('pyodbc#connect()'),
      ...cursor('pymssql#connect()'),
      ...cursor('turbodbc#connect()'),
      ...cursor('cx_Oracle#connect()'),
      ...cursor('oracledb#connect()'),
      ...cursor('jaydebeapi#connect()'),
      ...cursor('pypyodbc#connect()'),
    ],
    'import pyodbc\ndb = pyodbc.connect("")',
    'db.cursor()',
    '?',
  ),
  driver(
    'snowflake.execute',
    [
      ...cursor('snowflake.connector#connect()', ['execute_async']),
      ...direct('snowflake.connector#connect()', ['execute_string']),
      ...cursor('databricks.sql#connect()'),
      ...cursor('trino.dbapi#connect()'),
      ...cursor('prestodb.dbapi#connect()'),
      ...cursor('pyathena#connect()'),
      ...cursor('pyhive.hive#connect()'),
      ...cursor('clickhouse_driver.dbapi#connect()'),
      ...direct('clickhouse_driver#Client()'),
      ...direct('duckdb#connect()', ['execute', 'sql', 'query']),
      'duckdb#sql',
      'duckdb#query',
      'duckdb#execute',
    ],
    'import snowflake.connector\ndb = snowflake.connector.connect()',
    'db.cursor()',
  ),
  driver(
    'cursor.execute',
    ['*#execute', '*#executemany', '*#executescript'],
    'from database import cursor',
    'cursor',
    '%s',
    { confidence: 'medium' },
  ),
  driver(
    'asyncpg.fetch',
    ['execute', 'executemany', 'fetch', 'fetchrow', 'fetchval', 'cursor', 'prepare'].flatMap((name) => [
      `asyncpg#connect().${name}`,
      `asyncpg#create_pool().${name}`,
      `asyncpg#create_pool().acquire().${name}`,
    ]),
    'import asyncpg\ndb = asyncpg.connect("")',
    'db',
    '$1',
    { good: 'db.execute("SELECT * FROM orders WHERE id = $1", input)' },
  ),
  driver(
    'databases.execute',
    ['execute', 'fetch_all', 'fetch_one', 'fetch_val', 'iterate', 'execute_many'].map(
      (name) => `databases#Database().${name}`,
    ),
    'from databases import Database\ndb = Database("sqlite://")',
    'db',
    ':id',
    { argument: { index: 0, name: 'query' }, good: 'db.execute("SELECT * FROM orders WHERE id = :id", {"id": input})' },
  ),
  {
    id: 'sqlalchemy.text',
    callees: [
      'sqlalchemy#text',
      'sqlalchemy.sql#text',
      'sqlalchemy.sql.expression#text',
      'sqlalchemy#literal_column',
      'sqlalchemy.sql#literal_column',
      'sqlalchemy#DDL',
      'sqlalchemy.sql.expression#TextClause',
    ],
    argument: { index: 0, name: 'text' },
    before: 'from sqlalchemy import create_engine, text\nengine = create_engine("sqlite://")',
    bad: `return engine.connect().execute(text(${statement}))`,
    good: 'return engine.connect().execute(text("SELECT * FROM orders WHERE id = :id"), {"id": input})',
  },
  {
    id: 'sqlalchemy.execute',
    callees: ['execute', 'exec_driver_sql', 'scalar', 'scalars', 'stream'].map(
      (name) => `sqlalchemy#Connection().${name}`,
    ),
    argument: { index: 0, name: 'statement' },
    before: 'from sqlalchemy import create_engine\nengine = create_engine("sqlite://")',
    bad: `return engine.execute(${statement})`,
    good: 'return engine.execute("SELECT * FROM orders WHERE id = ?", (input,))',
  },
  {
    id: 'sqlalchemy.filter-text',
    callees: ['filter', 'having', 'order_by', 'group_by', 'from_statement', 'prefix_with'].flatMap((name) => [
      `sqlalchemy#Connection().query().${name}`,
    ]),
    argument: 0,
    confidence: 'medium',
    when: [{ argument: 0, is: 'text' }],
    before: 'from sqlalchemy.orm import Session\nfrom models import Order\nsession = Session()',
    bad: 'return session.query(Order).filter(f"id = {input}").all()',
    good: 'return session.query(Order).filter(Order.id == input).all()',
  },
  {
    id: 'django.raw',
    callees: [
      'django#Model.objects.raw',
      'django.db#connection.cursor().execute',
      'django.db#connections().cursor().execute',
      'django.db.models.expressions#RawSQL',
      'django.db.models#RawSQL',
    ],
    argument: { index: 0, name: 'sql' },
    before: 'from django.db import connection',
    bad: `with connection.cursor() as cursor:\n    cursor.execute(${statement})`,
    good: 'with connection.cursor() as cursor:\n    cursor.execute("SELECT * FROM orders WHERE id = %s", [input])',
  },
  {
    id: 'django.extra',
    callees: ['*#extra', 'django#Model.objects.extra'],
    argument: { name: 'where' },
    position: 'text',
    before: 'from models import Order',
    bad: 'return list(Order.objects.extra(where=[f"id = {input}"]))',
    good: 'return list(Order.objects.extra(where=["id = %s"], params=[input]))',
  },
  {
    id: 'django.manager-raw',
    callees: ['*#raw'],
    argument: { index: 0, name: 'raw_query' },
    confidence: 'low',
    before: 'from models import Order',
    bad: `return list(Order.objects.raw(${statement}))`,
    good: 'return list(Order.objects.raw("SELECT * FROM orders WHERE id = %s", [input]))',
  },
  {
    id: 'peewee.raw',
    callees: [
      'peewee#SQL',
      'peewee#Model.raw',
      'peewee#SqliteDatabase().execute_sql',
      'peewee#PostgresqlDatabase().execute_sql',
      'peewee#MySQLDatabase().execute_sql',
      'pony.orm#select',
      'tortoise#Tortoise.get_connection().execute_query',
      'records#Database().query',
      'dataset#connect().query',
      'web#database().query',
      'pydal#DAL().executesql',
      'orator#DatabaseManager().select',
      'pypika#CustomFunction',
      'sqlobject#sqlhub.processConnection.query',
    ],
    argument: 0,
    before: 'from peewee import SqliteDatabase\ndb = SqliteDatabase("/tmp/orders.db")',
    bad: `return db.execute_sql(${statement})`,
    good: 'return db.execute_sql("SELECT * FROM orders WHERE id = ?", (input,))',
  },
  {
    id: 'pandas.read_sql',
    callees: [
      'pandas#read_sql',
      'pandas#read_sql_query',
      'polars#read_database',
      'dask.dataframe#read_sql_query',
      'pandasql#sqldf',
    ],
    argument: { index: 0, name: 'sql' },
    before: 'import pandas as pd\nfrom database import connection',
    bad: `return pd.read_sql(${statement}, connection)`,
    good: 'return pd.read_sql("SELECT * FROM orders WHERE id = %(id)s", connection, params={"id": input})',
  },
  {
    id: 'awswrangler.query',
    callees: [
      'awswrangler#athena.read_sql_query',
      'awswrangler#athena.start_query_execution',
      'awswrangler#redshift.read_sql_query',
      'awswrangler#mysql.read_sql_query',
      'awswrangler#postgresql.read_sql_query',
      'awswrangler#timestream.query',
      'awswrangler#data_api.rds.read_sql_query',
      'awswrangler#s3.select_query',
      'awswrangler#athena.unload',
      'awswrangler#athena.create_ctas_table',
    ],
    argument: { index: 0, name: 'sql' },
    before: 'import awswrangler as wr',
    bad: `return wr.athena.read_sql_query(${statement}, database="shop")`,
    good: 'return wr.athena.read_sql_query("SELECT * FROM orders WHERE id = :id", database="shop", params={"id": input})',
  },
  {
    id: 'bigquery.query',
    callees: [
      'google.cloud.bigquery#Client().query',
      'google.cloud.bigquery#Client().query_and_wait',
      'google.cloud.spanner#Client().instance().database().snapshot().execute_sql',
      'pandas_gbq#read_gbq',
      'pandas#read_gbq',
    ],
    argument: { index: 0, name: 'query' },
    before: 'from google.cloud import bigquery\nclient = bigquery.Client()',
    bad: `return client.query(${statement})`,
    good: 'return client.query("SELECT * FROM orders", job_id=input)',
  },
  {
    id: 'cosmos.query',
    callees: ['azure.cosmos#CosmosClient().get_database_client().get_container_client().query_items', '*#query_items'],
    argument: { index: 0, name: 'query' },
    before:
      'from azure.cosmos import CosmosClient\nitems = CosmosClient("").get_database_client("shop").get_container_client("orders")',
    bad: 'return list(items.query_items(query=f"SELECT * FROM c WHERE c.id = \'{input}\'"))',
    good: 'return list(items.query_items(query="SELECT * FROM c WHERE c.id = @id", parameters=[{"name": "@id", "value": input}]))',
  },
  awsStatement('rds-data.execute', 'rds-data', 'execute_statement', 'sql'),
  awsStatement('rds-data.batch', 'rds-data', 'batch_execute_statement', 'sql'),
  awsStatement('rds-data.execute-sql', 'rds-data', 'execute_sql', 'sqlStatements'),
  awsStatement('athena.query', 'athena', 'start_query_execution', 'QueryString'),
  awsStatement('redshift-data.execute', 'redshift-data', 'execute_statement', 'Sql'),
  awsStatement('redshift-data.batch', 'redshift-data', 'batch_execute_statement', 'Sqls'),
  awsStatement('timestream.query', 'timestream-query', 'query', 'QueryString'),
  awsStatement('s3-select', 's3', 'select_object_content', 'Expression'),
  awsStatement('logs-insights', 'logs', 'start_query', 'queryString'),
  awsStatement('config.select', 'config', 'select_resource_config', 'Expression'),
]);
