import { sinksOf, type SinkRow } from '../../example.ts';
import type { SinkSpec } from '../../spec.ts';

const table =
  'import boto3\nfrom boto3.dynamodb.conditions import Key\ntable = boto3.resource("dynamodb").Table("orders")';

function dynamo(...methods: readonly string[]): readonly string[] {
  return methods.flatMap((method) => [
    `boto3#client(dynamodb).${method}`,
    `boto3#resource(dynamodb).Table().${method}`,
  ]);
}

function expression(
  methods: readonly string[],
  member: string,
  text: string,
  confidence: 'high' | 'low' = 'high',
): SinkRow {
  const method = methods[0] ?? 'scan';
  return {
    id: `dynamodb.${member}`,
    callees: dynamo(...methods),
    argument: { name: member },
    confidence,
    before: table,
    bad: `return table.${method}(${member}=f"${text.replace(':v', '{input}')}")`,
    good: `return table.${method}(${member}="${text}", ExpressionAttributeValues={":v": input})`,
  };
}

const mongo = 'from pymongo import MongoClient\nusers = MongoClient()["shop"]["users"]';
const mongoMethods = [
  'find',
  'find_one',
  'find_one_and_update',
  'find_one_and_delete',
  'find_one_and_replace',
  'update_one',
  'update_many',
  'replace_one',
  'delete_one',
  'delete_many',
  'count_documents',
  'remove',
  'update',
  'count',
];

export const nosqlSinks: readonly SinkSpec[] = sinksOf(
  { language: 'python', class: 'nosql-injection', position: 'text' },
  [
    expression(['scan', 'query'], 'FilterExpression', 'price < :v'),
    expression(['query'], 'KeyConditionExpression', 'id = :v'),
    expression(['put_item', 'update_item', 'delete_item'], 'ConditionExpression', 'price < :v'),
    expression(['update_item'], 'UpdateExpression', 'SET price = :v'),
    expression(['get_item', 'query', 'scan'], 'ProjectionExpression', 'id, :v', 'low'),
    {
      id: 'dynamodb.whole-input',
      callees: dynamo('scan', 'query', 'get_item', 'update_item', 'delete_item', 'put_item'),
      argument: { name: '**' },
      position: 'whole',
      confidence: 'medium',
      before: table,
      bad: 'return table.scan(**body)',
      good: 'return table.get_item(Key={"id": body["id"]})',
    },
    {
      id: 'dynamodb.partiql',
      callees: dynamo('execute_statement').concat('boto3#resource(dynamodb).meta.client.execute_statement'),
      argument: { name: 'Statement' },
      before: 'import boto3\ndb = boto3.client("dynamodb")',
      bad: 'return db.execute_statement(Statement=f"SELECT * FROM orders WHERE id = \'{input}\'")',
      good: 'return db.execute_statement(Statement="SELECT * FROM orders WHERE id = ?", Parameters=[{"S": input}])',
    },
    {
      id: 'dynamodb.partiql-batch',
      callees: dynamo('batch_execute_statement'),
      argument: { name: 'Statements', member: '[].Statement' },
      before: 'import boto3\ndb = boto3.client("dynamodb")',
      bad: 'return db.batch_execute_statement(Statements=[{"Statement": f"DELETE FROM orders WHERE id = \'{input}\'"}])',
      good: 'return db.batch_execute_statement(Statements=[{"Statement": "DELETE FROM orders WHERE id = ?", "Parameters": [{"S": input}]}])',
    },
    {
      id: 'dynamodb.partiql-transaction',
      callees: dynamo('execute_transaction'),
      argument: { name: 'TransactStatements', member: '[].Statement' },
      before: 'import boto3\ndb = boto3.client("dynamodb")',
      bad: 'return db.execute_transaction(TransactStatements=[{"Statement": f"DELETE FROM orders WHERE id = \'{input}\'"}])',
      good: 'return db.execute_transaction(TransactStatements=[{"Statement": "DELETE FROM orders WHERE id = ?", "Parameters": [{"S": input}]}])',
    },
    {
      id: 'pymongo.filter',
      callees: mongoMethods.flatMap((name) => [
        `pymongo#MongoClient().db.collection.${name}`,
        `motor.motor_asyncio#AsyncIOMotorClient().db.collection.${name}`,
      ]),
      argument: { index: 0, name: 'filter' },
      position: 'whole',
      before: mongo,
      bad: 'return users.find_one({"email": body["email"], "password": body["password"]})',
      good: 'return users.find_one({"email": str(body["email"]), "password": str(body["password"])})',
    },
    {
      id: 'pymongo.where',
      class: 'code-injection',
      callees: mongoMethods.map((name) => `pymongo#MongoClient().db.collection.${name}`),
      argument: { index: 0, name: 'filter', member: '$where' },
      before: mongo,
      bad: 'return list(users.find({"$where": f"this.age > {input}"}))',
      good: 'return list(users.find({"age": {"$gt": int(input)}}))',
    },
    {
      id: 'pymongo.aggregate',
      callees: [
        'pymongo#MongoClient().db.collection.aggregate',
        'pymongo#MongoClient().db.command',
        'motor.motor_asyncio#AsyncIOMotorClient().db.collection.aggregate',
      ],
      argument: 0,
      position: 'whole',
      before: mongo,
      bad: 'return list(users.aggregate([{"$match": body["match"]}]))',
      good: 'return list(users.aggregate([{"$match": {"city": str(body["city"])}}]))',
    },
    {
      id: 'pymongo.update',
      callees: ['update_one', 'update_many', 'find_one_and_update'].map(
        (name) => `pymongo#MongoClient().db.collection.${name}`,
      ),
      argument: { index: 1, name: 'update' },
      // Below `$set` a value is data.
      when: [{ argument: { index: 1, name: 'update' }, is: 'not-map' }],
      position: 'whole',
      confidence: 'medium',
      before: mongo,
      bad: 'return users.update_one({"_id": 42}, body)',
      good: 'return users.update_one({"_id": 42}, {"$set": {"email": str(body["email"])}})',
    },
    {
      id: 'mongoengine.exec-js',
      class: 'code-injection',
      callees: ['*#exec_js'],
      argument: 0,
      before: 'from models import User',
      bad: 'return User.objects.exec_js(f"return db.users.count({input})")',
      good: 'return User.objects(email=str(input)).count()',
    },
    {
      id: 'redis.eval',
      class: 'code-injection',
      callees: [
        'redis#Redis().eval',
        'redis#StrictRedis().eval',
        'redis#Redis().register_script',
        'redis#from_url().eval',
        'redis#Redis().script_load',
        'redis.asyncio#Redis().eval',
        'redis.cluster#RedisCluster().eval',
      ],
      argument: { index: 0, name: 'script' },
      before: 'import redis\ncache = redis.Redis()',
      bad: "return cache.eval(f\"return redis.call('get', '{input}')\", 0)",
      good: 'return cache.eval("return redis.call(\'get\', KEYS[1])", 1, input)',
    },
    {
      id: 'redis.command',
      callees: [
        'redis#Redis().execute_command',
        'redis#StrictRedis().execute_command',
        'redis#from_url().execute_command',
      ],
      argument: 0,
      position: 'any',
      before: 'import redis\ncache = redis.Redis()',
      bad: 'return cache.execute_command(input, "orders")',
      good: 'return cache.execute_command("GET", f"order:{input}")',
    },
    {
      id: 'elasticsearch.query',
      callees: ['search', 'msearch', 'delete_by_query', 'update_by_query', 'count', 'search_template'].flatMap(
        (name) => [`elasticsearch#Elasticsearch().${name}`, `opensearchpy#OpenSearch().${name}`],
      ),
      argument: { name: 'body' },
      position: 'whole',
      confidence: 'medium',
      before: 'from opensearchpy import OpenSearch\nsearch = OpenSearch()',
      bad: 'return search.search(index="orders", body=body["search"])',
      good: 'return search.search(index="orders", body={"query": {"match": {"title": str(body["title"])}}})',
    },
    {
      id: 'elasticsearch.query-string',
      callees: ['search', 'count', 'delete_by_query'].flatMap((name) => [
        `elasticsearch#Elasticsearch().${name}`,
        `opensearchpy#OpenSearch().${name}`,
      ]),
      argument: { name: 'q' },
      confidence: 'medium',
      before: 'from opensearchpy import OpenSearch\nsearch = OpenSearch()',
      bad: 'return search.search(index="orders", q=f"owner:{input}")',
      good: 'return search.search(index="orders", q="owner:ann", size=int(input))',
    },
    {
      id: 'elasticsearch.script',
      class: 'code-injection',
      callees: ['search', 'update', 'update_by_query'].flatMap((name) => [
        `elasticsearch#Elasticsearch().${name}`,
        `opensearchpy#OpenSearch().${name}`,
      ]),
      argument: { name: 'body', member: 'script.source' },
      before: 'from opensearchpy import OpenSearch\nsearch = OpenSearch()',
      bad: 'return search.update(index="orders", id="1", body={"script": {"source": f"ctx._source.total = {input}"}})',
      good: 'return search.update(index="orders", id="1", body={"script": {"source": "ctx._source.total = params.t", "params": {"t": input}}})',
    },
    {
      id: 'neo4j.run',
      callees: [
        'neo4j#GraphDatabase.driver().session().run',
        'neo4j#GraphDatabase.driver().execute_query',
        'py2neo#Graph().run',
        'py2neo#Graph().evaluate',
        'neomodel#db.cypher_query',
        'arango#ArangoClient().db().aql.execute',
        'gremlin_python.driver.client#Client().submit',
        'cassandra.cluster#Cluster().connect().execute',
        'influxdb#InfluxDBClient().query',
        'influxdb_client#InfluxDBClient().query_api().query',
        'couchbase.cluster#Cluster().query',
      ],
      argument: 0,
      before: 'from neo4j import GraphDatabase\nsession = GraphDatabase.driver("bolt://db").session()',
      bad: 'return session.run(f"MATCH (o:Order {{id: \'{input}\'}}) RETURN o").data()',
      good: 'return session.run("MATCH (o:Order {id: $id}) RETURN o", id=input).data()',
    },
    {
      id: 'neptune.query',
      callees: [
        'boto3#client(neptunedata).execute_open_cypher_query',
        'boto3#client(neptunedata).execute_gremlin_query',
        'boto3#client(neptune-graph).execute_query',
      ],
      argument: { name: 'openCypherQuery' },
      before: 'import boto3\ngraph = boto3.client("neptunedata")',
      bad: 'return graph.execute_open_cypher_query(openCypherQuery=f"MATCH (o {{id: \'{input}\'}}) RETURN o")',
      good: 'return graph.execute_open_cypher_query(openCypherQuery="MATCH (o {id: $id}) RETURN o", parameters=input)',
    },
    {
      id: 'firestore.path',
      callees: [
        'google.cloud.firestore#Client().document',
        'google.cloud.firestore#Client().collection',
        'firebase_admin.firestore#client().document',
        'firebase_admin.firestore#client().collection',
        'firebase_admin.db#reference',
      ],
      argument: 0,
      position: 'name',
      confidence: 'low',
      before: 'from google.cloud import firestore\ndb = firestore.Client()',
      bad: 'return db.document(f"orders/{input}/public/card").get()',
      good: 'return db.document(f"orders/{int(input)}/public/card").get()',
    },
  ],
);
