import { sinksOf, type SinkRow } from '../../example.ts';
import type { SinkSpec } from '../../spec.ts';

/** Both shapes of a command, and the client of version 2. */
function dynamo(operation: string): readonly string[] {
  const method = operation.charAt(0).toLowerCase() + operation.slice(1);
  return [
    `@aws-sdk/client-dynamodb#${operation}Command`,
    `@aws-sdk/client-dynamodb#DynamoDB().${method}`,
    `@aws-sdk/lib-dynamodb#${documentNames[operation] ?? operation}Command`,
    `@aws-sdk/lib-dynamodb#DynamoDBDocument.from().${documentMethods[operation] ?? method}`,
    `aws-sdk#DynamoDB().${method}`,
    `aws-sdk#DynamoDB.DocumentClient().${documentMethods[operation] ?? method}`,
  ];
}

const documentNames: Readonly<Record<string, string>> = {
  PutItem: 'Put',
  GetItem: 'Get',
  UpdateItem: 'Update',
  DeleteItem: 'Delete',
};
const documentMethods: Readonly<Record<string, string>> = {
  PutItem: 'put',
  GetItem: 'get',
  UpdateItem: 'update',
  DeleteItem: 'delete',
};

const documentClient =
  'import { DynamoDBDocumentClient, ScanCommand, QueryCommand, UpdateCommand, PutCommand, GetCommand } from "@aws-sdk/lib-dynamodb";\nimport { DynamoDBClient } from "@aws-sdk/client-dynamodb";\nconst db = DynamoDBDocumentClient.from(new DynamoDBClient({}));';

/** An expression that is put together from data; values belong into ExpressionAttributeValues. */
function expression(id: string, operations: readonly string[], member: string, command: string, text: string): SinkRow {
  return {
    id,
    callees: operations.flatMap(dynamo),
    argument: { index: 0, member },
    before: documentClient,
    bad: `return db.send(new ${command}({ TableName: "orders", ${member}: \`${text.replace(':v', '${input}')}\` }));`,
    good: `return db.send(new ${command}({ TableName: "orders", ${member}: "${text}", ExpressionAttributeValues: { ":v": input } }));`,
  };
}

const mongoMethods = [
  'find',
  'findOne',
  'findOneAndUpdate',
  'findOneAndDelete',
  'findOneAndReplace',
  'updateOne',
  'updateMany',
  'replaceOne',
  'deleteOne',
  'deleteMany',
  'countDocuments',
  'count',
  'remove',
  'update',
  'findAndModify',
  'exists',
  'where',
];
const mongoose =
  'import mongoose from "mongoose";\nconst User = mongoose.model("User", new mongoose.Schema({ email: String }));';
const mongo =
  'import { MongoClient } from "mongodb";\nconst users = new MongoClient("mongodb://db").db("shop").collection("users");';

/**
 * Queries that are not SQL. A value from JSON can be an object with operators (`{ "$ne": null }`), so `whole` rows count
 * unless the data is text for sure; `text` rows are query languages.
 */
export const nosqlSinks: readonly SinkSpec[] = sinksOf(
  { language: 'javascript', class: 'nosql-injection', position: 'text' },
  [
    expression('dynamodb.filter-expression', ['Scan', 'Query'], 'FilterExpression', 'ScanCommand', 'price < :v'),
    expression('dynamodb.key-condition', ['Query'], 'KeyConditionExpression', 'QueryCommand', 'id = :v'),
    expression(
      'dynamodb.condition-expression',
      ['PutItem', 'UpdateItem', 'DeleteItem'],
      'ConditionExpression',
      'PutCommand',
      'price < :v',
    ),
    expression('dynamodb.update-expression', ['UpdateItem'], 'UpdateExpression', 'UpdateCommand', 'SET price = :v'),
    {
      id: 'dynamodb.projection-expression',
      callees: ['GetItem', 'Query', 'Scan'].flatMap(dynamo),
      argument: { index: 0, member: 'ProjectionExpression' },
      confidence: 'low',
      before: documentClient,
      bad: 'return db.send(new GetCommand({ TableName: "orders", Key: { id: "1" }, ProjectionExpression: `id, ${input}` }));',
      good: 'return db.send(new GetCommand({ TableName: "orders", Key: { id: input }, ProjectionExpression: "id, price" }));',
    },
    {
      id: 'dynamodb.whole-input',
      callees: ['Scan', 'Query', 'GetItem', 'UpdateItem', 'DeleteItem', 'PutItem'].flatMap(dynamo),
      argument: 0,
      when: [{ argument: 0, is: 'not-map' }],
      position: 'whole',
      confidence: 'medium',
      before: documentClient,
      bad: 'return db.send(new ScanCommand(body));',
      good: 'return db.send(new GetCommand({ TableName: "orders", Key: { id: body.id } }));',
    },
    {
      id: 'dynamodb.scan-filter',
      callees: ['Scan', 'Query'].flatMap(dynamo),
      argument: { index: 0, member: 'ScanFilter' },
      position: 'any',
      before: documentClient,
      bad: 'return db.send(new ScanCommand({ TableName: "orders", ScanFilter: body.filter }));',
      good: 'return db.send(new ScanCommand({ TableName: "orders", ExclusiveStartKey: body.next }));',
    },
    {
      id: 'dynamodb.partiql',
      callees: [
        '@aws-sdk/client-dynamodb#ExecuteStatementCommand',
        '@aws-sdk/client-dynamodb#DynamoDB().executeStatement',
        '@aws-sdk/lib-dynamodb#ExecuteStatementCommand',
        'aws-sdk#DynamoDB().executeStatement',
      ],
      argument: { index: 0, member: 'Statement' },
      before:
        'import { DynamoDBClient, ExecuteStatementCommand } from "@aws-sdk/client-dynamodb";\nconst db = new DynamoDBClient({});',
      bad: "return db.send(new ExecuteStatementCommand({ Statement: `SELECT * FROM orders WHERE id = '${input}'` }));",
      good: 'return db.send(new ExecuteStatementCommand({ Statement: "SELECT * FROM orders WHERE id = ?", Parameters: [{ S: input }] }));',
    },
    {
      id: 'dynamodb.partiql-batch',
      callees: [
        '@aws-sdk/client-dynamodb#BatchExecuteStatementCommand',
        '@aws-sdk/lib-dynamodb#BatchExecuteStatementCommand',
        '@aws-sdk/client-dynamodb#DynamoDB().batchExecuteStatement',
        'aws-sdk#DynamoDB().batchExecuteStatement',
      ],
      argument: { index: 0, member: 'Statements[].Statement' },
      before:
        'import { DynamoDBClient, BatchExecuteStatementCommand } from "@aws-sdk/client-dynamodb";\nconst db = new DynamoDBClient({});',
      bad: "return db.send(new BatchExecuteStatementCommand({ Statements: [{ Statement: `DELETE FROM orders WHERE id = '${input}'` }] }));",
      good: 'return db.send(new BatchExecuteStatementCommand({ Statements: [{ Statement: "DELETE FROM orders WHERE id = ?", Parameters: [{ S: input }] }] }));',
    },
    {
      id: 'dynamodb.partiql-transaction',
      callees: [
        '@aws-sdk/client-dynamodb#ExecuteTransactionCommand',
        '@aws-sdk/lib-dynamodb#ExecuteTransactionCommand',
        '@aws-sdk/client-dynamodb#DynamoDB().executeTransaction',
        'aws-sdk#DynamoDB().executeTransaction',
      ],
      argument: { index: 0, member: 'TransactStatements[].Statement' },
      before:
        'import { DynamoDBClient, ExecuteTransactionCommand } from "@aws-sdk/client-dynamodb";\nconst db = new DynamoDBClient({});',
      bad: "return db.send(new ExecuteTransactionCommand({ TransactStatements: [{ Statement: `DELETE FROM orders WHERE id = '${input}'` }] }));",
      good: 'return db.send(new ExecuteTransactionCommand({ TransactStatements: [{ Statement: "DELETE FROM orders WHERE id = ?", Parameters: [{ S: input }] }] }));',
    },
    {
      id: 'mongodb.filter',
      callees: [...mongoMethods, 'distinct'].map((name) => `mongodb#MongoClient().db().collection().${name}`),
      argument: 0,
      position: 'whole',
      before: mongo,
      bad: 'return users.findOne({ email: body.email, password: body.password });',
      good: 'return users.findOne({ email: String(body.email), password: String(body.password) });',
    },
    {
      id: 'mongodb.where',
      class: 'code-injection',
      callees: mongoMethods.flatMap((name) => [
        `mongodb#MongoClient().db().collection().${name}`,
        `mongoose#Model.${name}`,
      ]),
      argument: { index: 0, member: '$where' },
      before: mongo,
      bad: 'return users.find({ $where: `this.age > ${input}` }).toArray();',
      good: 'return users.find({ age: { $gt: Number(input) } }).toArray();',
    },
    {
      id: 'mongodb.aggregate',
      callees: [
        'mongodb#MongoClient().db().collection().aggregate',
        'mongoose#Model.aggregate',
        'mongodb#MongoClient().db().aggregate',
        'mongodb#MongoClient().db().command',
      ],
      argument: 0,
      position: 'whole',
      before: mongo,
      bad: 'return users.aggregate([{ $match: body.match }]).toArray();',
      good: 'return users.aggregate([{ $match: { city: String(body.city) } }]).toArray();',
    },
    {
      id: 'mongodb.map-reduce',
      class: 'code-injection',
      callees: [
        'mongodb#MongoClient().db().collection().mapReduce',
        'mongodb#MongoClient().db().eval',
        'mongodb#Code',
        'mongoose#Model.mapReduce',
        'bson#Code',
      ],
      argument: 'all',
      before: mongo,
      bad: 'return users.mapReduce(`function () { emit(this.${input}, 1); }`, "function (k, v) { return v; }", {});',
      good: 'return users.mapReduce("function () { emit(this.city, 1); }", "function (k, v) { return v; }", {});',
    },
    {
      id: 'mongoose.filter',
      // A schema casts the values of its fields, but keeps operators: https://mongoosejs.com/docs/api/mongoose.html (sanitizeFilter)
      callees: mongoMethods.map((name) => `mongoose#Model.${name}`),
      argument: 0,
      position: 'whole',
      before: mongoose,
      bad: 'return User.findOne({ email: body.email });',
      good: 'return User.findOne({ email: { $eq: String(body.email) } });',
    },
    {
      id: 'mongoose.update',
      callees: [
        'mongoose#Model.findByIdAndUpdate',
        'mongoose#Model.updateOne',
        'mongoose#Model.findOneAndUpdate',
        'mongodb#MongoClient().db().collection().updateOne',
        'mongodb#MongoClient().db().collection().findOneAndUpdate',
        'mongodb#MongoClient().db().collection().updateMany',
      ],
      argument: 1,
      // Below `$set` a value is data.
      when: [{ argument: 1, is: 'not-map' }],
      position: 'whole',
      confidence: 'medium',
      before: mongoose,
      bad: 'return User.findByIdAndUpdate("42", body);',
      good: 'return User.findByIdAndUpdate("42", { $set: { email: String(body.email) } });',
    },
    {
      id: 'redis.eval',
      class: 'code-injection',
      callees: [
        'ioredis#().eval',
        'redis#createClient().eval',
        'ioredis#().script',
        'redis#createClient().scriptLoad',
        '@upstash/redis#Redis().eval',
        '@redis/client#createClient().eval',
        'ioredis#().fcall',
      ],
      argument: 0,
      before: 'import Redis from "ioredis";\nconst redis = new Redis();',
      bad: 'return redis.eval(`return redis.call("get", "${input}")`, 0);',
      good: 'return redis.eval("return redis.call(\'get\', KEYS[1])", 1, input);',
    },
    {
      id: 'redis.command',
      callees: [
        'redis#createClient().sendCommand',
        'ioredis#().call',
        'ioredis#().sendCommand',
        '@redis/client#createClient().sendCommand',
        'redis#createClient().send_command',
      ],
      argument: 0,
      position: 'any',
      before: 'import { createClient } from "redis";\nconst redis = createClient();',
      bad: 'return redis.sendCommand([input, "orders"]);',
      good: 'return redis.get(`order:${input}`);',
    },
    {
      id: 'elasticsearch.query',
      callees: ['search', 'msearch', 'deleteByQuery', 'updateByQuery', 'count', 'searchTemplate', 'scroll'].flatMap(
        (name) => [
          `@elastic/elasticsearch#Client().${name}`,
          `@opensearch-project/opensearch#Client().${name}`,
          `elasticsearch#Client().${name}`,
        ],
      ),
      argument: { index: 0, member: 'body' },
      position: 'whole',
      confidence: 'medium',
      before: 'import { Client } from "@opensearch-project/opensearch";\nconst search = new Client({});',
      bad: 'return search.search({ index: "orders", body: body.search });',
      good: 'return search.search({ index: "orders", body: { query: { match: { title: String(body.title) } } } });',
    },
    {
      id: 'elasticsearch.script',
      class: 'code-injection',
      callees: ['search', 'update', 'updateByQuery', 'putScript'].flatMap((name) => [
        `@elastic/elasticsearch#Client().${name}`,
        `@opensearch-project/opensearch#Client().${name}`,
      ]),
      argument: { index: 0, member: 'body.script.source' },
      before: 'import { Client } from "@opensearch-project/opensearch";\nconst search = new Client({});',
      bad: 'return search.update({ index: "orders", id: "1", body: { script: { source: `ctx._source.total = ${input}` } } });',
      good: 'return search.update({ index: "orders", id: "1", body: { script: { source: "ctx._source.total = params.t", params: { t: input } } } });',
    },
    {
      id: 'elasticsearch.query-string',
      callees: ['search', 'count', 'deleteByQuery'].flatMap((name) => [
        `@elastic/elasticsearch#Client().${name}`,
        `@opensearch-project/opensearch#Client().${name}`,
      ]),
      argument: { index: 0, member: 'q' },
      confidence: 'medium',
      before: 'import { Client } from "@opensearch-project/opensearch";\nconst search = new Client({});',
      bad: 'return search.search({ index: "orders", q: `owner:${input}` });',
      good: 'return search.search({ index: "orders", q: "owner:ann", size: Number(input) });',
    },
    {
      id: 'neo4j.run',
      callees: [
        'neo4j-driver#driver().session().run',
        'neo4j-driver#driver().executeQuery',
        'neo4j-driver#driver().rxSession().run',
        'neo4j-driver#driver().session().beginTransaction().run',
      ],
      argument: 0,
      before: 'import neo4j from "neo4j-driver";\nconst session = neo4j.driver("bolt://db").session();',
      bad: 'return session.run(`MATCH (o:Order {id: "${input}"}) RETURN o`);',
      good: 'return session.run("MATCH (o:Order {id: $id}) RETURN o", { id: input });',
    },
    {
      id: 'neptune.query',
      callees: [
        '@aws-sdk/client-neptunedata#ExecuteOpenCypherQueryCommand',
        '@aws-sdk/client-neptune-graph#ExecuteQueryCommand',
      ],
      argument: { index: 0, member: 'openCypherQuery' },
      before:
        'import { NeptunedataClient, ExecuteOpenCypherQueryCommand } from "@aws-sdk/client-neptunedata";\nconst graph = new NeptunedataClient({});',
      bad: 'return graph.send(new ExecuteOpenCypherQueryCommand({ openCypherQuery: `MATCH (o {id: "${input}"}) RETURN o` }));',
      good: 'return graph.send(new ExecuteOpenCypherQueryCommand({ openCypherQuery: "MATCH (o {id: $id}) RETURN o", parameters: JSON.stringify({ id: input }) }));',
    },
    {
      id: 'neptune.gremlin',
      callees: ['@aws-sdk/client-neptunedata#ExecuteGremlinQueryCommand'],
      argument: { index: 0, member: 'gremlinQuery' },
      before:
        'import { NeptunedataClient, ExecuteGremlinQueryCommand } from "@aws-sdk/client-neptunedata";\nconst graph = new NeptunedataClient({});',
      bad: 'return graph.send(new ExecuteGremlinQueryCommand({ gremlinQuery: `g.V("${input}")` }));',
      good: 'return graph.send(new ExecuteGremlinQueryCommand({ gremlinQuery: `g.V(${Number(input)})` }));',
    },
    {
      id: 'gremlin.submit',
      callees: ['gremlin#driver.Client().submit', 'gremlin#driver.DriverRemoteConnection().submit'],
      argument: 0,
      before: 'import gremlin from "gremlin";\nconst graph = new gremlin.driver.Client("wss://graph");',
      bad: 'return graph.submit(`g.V("${input}")`);',
      good: 'return graph.submit("g.V(id)", { id: input });',
    },
    {
      id: 'cassandra.execute',
      callees: [
        'cassandra-driver#Client().execute',
        'cassandra-driver#Client().eachRow',
        'cassandra-driver#Client().stream',
      ],
      argument: 0,
      before: 'import cassandra from "cassandra-driver";\nconst db = new cassandra.Client({});',
      bad: "return db.execute(`SELECT * FROM orders WHERE id = '${input}'`);",
      good: 'return db.execute("SELECT * FROM orders WHERE id = ?", [input]);',
    },
    {
      id: 'influx.query',
      callees: [
        '@influxdata/influxdb-client#InfluxDB().getQueryApi().queryRows',
        '@influxdata/influxdb-client#InfluxDB().getQueryApi().collectRows',
        'influx#InfluxDB().query',
        'nano#().db.use().find',
        'couchbase#connect().query',
        'arangojs#Database().query',
      ],
      argument: 0,
      before: 'import { InfluxDB } from "influx";\nconst db = new InfluxDB("http://db");',
      bad: "return db.query(`SELECT * FROM sales WHERE shop = '${input}'`);",
      good: 'return db.query("SELECT * FROM sales WHERE shop = $shop", { placeholders: { shop: input } });',
    },
    {
      id: 'firestore.path',
      callees: [
        '@google-cloud/firestore#Firestore().collection',
        '@google-cloud/firestore#Firestore().doc',
        'firebase-admin#firestore().doc',
        'firebase-admin#firestore().collection',
        'firebase-admin#database().ref',
        'firebase-admin.firestore#getFirestore().doc',
      ],
      argument: 0,
      position: 'name',
      confidence: 'low',
      before: 'import { Firestore } from "@google-cloud/firestore";\nconst db = new Firestore();',
      bad: 'return db.doc(`orders/${input}/public/card`).get();',
      good: 'return db.doc(`orders/${Number(input)}/public/card`).get();',
    },
  ],
);
