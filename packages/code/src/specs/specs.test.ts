import { describe, expect, it } from 'vitest';
import { flowClasses } from '../facts/flow-class.ts';
import type { CodeLanguage, IrModule } from '../ir/index.ts';
import { lowerJavaScript } from '../javascript/index.ts';
import { lowerPython } from '../python/index.ts';
import { callbacks as callbackRows } from './callbacks.ts';
import { commandUse, exampleCode } from './proof.fixture.ts';
import {
  aliases,
  callbacks,
  canonicalNames,
  clearing,
  eventSchemas,
  inputObjects,
  libraryCalls,
  propagators,
  sanitizers,
  serviceOf,
  services,
  sinks,
  undoing,
} from './index.ts';

const canonical = canonicalNames(aliases);

describe('every row', () => {
  const tables = { sinks, propagators, sanitizers, callbacks, inputObjects, libraryCalls };

  it.each(Object.entries(tables))('of %s has an id of its own', (_, rows) => {
    const ids = rows.map((row) => row.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('begins its id with its language', () => {
    for (const row of Object.values(tables).flat()) expect(row.id.startsWith(`${row.language}/`), row.id).toBe(true);
  });

  it('names its callees as the engine does', () => {
    const name = /^(?:\*|[@\w][\w.@/:-]*|operator|return|set|tag)#[\w$.()[\]*#:/@-]*$/;
    const odd = [...sinks, ...propagators, ...sanitizers, ...callbackRows, ...libraryCalls].flatMap((row) =>
      row.callees.filter(
        (callee) => !name.test(callee) || callee.startsWith('node:') || /\.default(?![a-z])/.test(callee),
      ),
    );
    expect(odd).toEqual([]);
  });

  it('has at least one callee, each once', () => {
    for (const row of [...sinks, ...propagators, ...sanitizers, ...callbacks]) {
      expect(row.callees.length, row.id).toBeGreaterThan(0);
      expect(new Set(row.callees).size, row.id).toBe(row.callees.length);
    }
  });
});

describe('a sink', () => {
  it('is of a class that has a weakness', () => {
    for (const row of sinks) expect(Object.keys(flowClasses), row.id).toContain(row.class);
  });

  it.each(['javascript', 'python'] as const)('of %s has a bad and a good example that can be read', (language) => {
    const broken = sinks
      .filter((row) => row.language === language)
      .flatMap((row) =>
        [row.bad, row.good].flatMap((code) =>
          problemsOf(language, code).map((message) => `${row.id}: ${message}\n${code}`),
        ),
      );
    expect(broken).toEqual([]);
  });

  it('differs in its two examples', () => {
    for (const row of sinks) expect(row.bad, row.id).not.toBe(row.good);
  });
});

describe('what calls do to data', () => {
  it('is shown by an example that can be read', () => {
    const broken = [...propagators, ...sanitizers].flatMap((row) =>
      problemsOf(row.language, exampleCode(row.language, row.example, commandUse(row.language))).map(
        (message) => `${row.id}: ${message}`,
      ),
    );
    expect(broken).toEqual([]);
  });

  it('is said once of each call, so that the state of the result is one', () => {
    const results = sanitizers.filter((row) => row.works === 'result' && row.when === undefined);
    const said = [...results, ...propagators].flatMap((row) =>
      row.callees.map((callee) =>
        'works' in row
          ? `${row.language} ${callee} cleans`
          : `${row.language} ${callee} ${JSON.stringify([row.from, row.to])}`,
      ),
    );
    expect(said.filter((text, index) => said.indexOf(text) !== index)).toEqual([]);
  });

  it('uses the tainted value in its example', () => {
    for (const row of [...propagators, ...sanitizers]) {
      expect(`${row.example.before ?? ''}\n${row.example.value}`, row.id).toMatch(/\bX\b/);
    }
  });
});

describe('the tables of transforms', () => {
  it('clear classes that exist', () => {
    const named = Object.values(clearing).flatMap((classes) => (classes === 'all' ? [] : classes));
    expect(named.filter((name) => !(name in flowClasses))).toEqual([]);
  });

  it('undo transforms that exist', () => {
    const named = Object.values(undoing).flatMap((transforms) => (transforms === 'all' ? [] : transforms));
    expect(named.filter((name) => !(name in clearing))).toEqual([]);
  });
});

describe('an alias', () => {
  it('ends at a final name', () => {
    for (const alias of aliases) {
      for (const from of alias.from) {
        const to = canonical(alias.language, from);
        expect(canonical(alias.language, to), `${from} -> ${to}`).toBe(to);
      }
    }
  });

  it('gives one name one meaning', () => {
    const seen = new Map<string, string>();
    for (const alias of aliases) {
      for (const from of alias.from) {
        const key = `${alias.language} ${from}`;
        expect(seen.get(key) ?? alias.to, key).toBe(alias.to);
        seen.set(key, alias.to);
      }
    }
  });

  it.each([
    ['javascript', 'mysql2/promise#createPool().getConnection().query', 'mysql#createConnection().query'],
    ['javascript', 'pg#Pool().connect().query', 'pg#Client().query'],
    ['javascript', 'aws-sdk/clients/s3#().getObject', 'aws-sdk#S3().getObject'],
    ['javascript', 'fs/promises#readFile', 'fs#promises.readFile'],
    ['javascript', 'sequelize#().query', 'sequelize#Sequelize().query'],
    ['javascript', 'sequelize#fn', 'sequelize#fn'],
    ['javascript', 'knex#()().where().orderBy().whereRaw', 'knex#()().whereRaw'],
    ['python', 'snowflake#connector.connect().cursor().execute', 'snowflake.connector#connect().cursor().execute'],
    ['python', 'boto3#Session().client(s3).get_object', 'boto3#client(s3).get_object'],
    ['python', 'boto3#session.Session().resource(dynamodb).Table().scan', 'boto3#resource(dynamodb).Table().scan'],
    ['python', 'pymongo#MongoClient().shop.users.find_one', 'pymongo#MongoClient().db.collection.find_one'],
    ['python', 'pymongo#MongoClient().shop.command', 'pymongo#MongoClient().db.command'],
    ['python', 'sqlalchemy.orm#sessionmaker()().execute', 'sqlalchemy#Connection().execute'],
  ] as const)('in %s makes %s %s', (language, from, to) => {
    expect(canonical(language, from)).toBe(to);
  });
});

describe('an event', () => {
  it('is described once for each source', () => {
    const names = eventSchemas.map((schema) => schema.source);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says of no path both that it is tainted and that it is clean', () => {
    for (const schema of eventSchemas) {
      const tainted = new Set(schema.sourcePaths.map((path) => path.path));
      expect(tainted.size, schema.source).toBe(schema.sourcePaths.length);
      expect(
        [...schema.clean, ...Object.keys(schema.known)].filter((path) => tainted.has(path)),
        schema.source,
      ).toEqual([]);
    }
  });
});

describe('a library that calls AWS', () => {
  it('names operations as AWS does', () => {
    for (const row of libraryCalls) {
      for (const { operation, service } of row.operations) {
        expect(operation, row.id).toMatch(service === 'rds-signer' ? /^connect$/ : /^[A-Z][A-Za-z0-9]+$/);
        expect(service, row.id).toMatch(/^[a-z0-9-]+$/);
      }
    }
  });
});

describe('a third-party service', () => {
  it('has hosts that no other has', () => {
    const hosts = services.flatMap((service) => service.hosts);
    expect(hosts.filter((host, index) => hosts.indexOf(host) !== index)).toEqual([]);
  });

  it.each([
    ['api.stripe.com', 'Stripe'],
    ['photo-shop.zendesk.com', 'Zendesk'],
    ['HOOKS.slack.com', 'Slack'],
    ['zendesk.com.example.org', undefined],
    ['orders.example.com', undefined],
  ])('is told from the host %s', (host, name) => {
    expect(serviceOf(host)?.name).toBe(name);
  });
});

function problemsOf(language: CodeLanguage, code: string): readonly string[] {
  const file = language === 'javascript' ? 'handler.mjs' : 'handler.py';
  const module: IrModule = language === 'javascript' ? lowerJavaScript(file, code) : lowerPython(file, code);
  return module.problems.map((problem) => problem.message);
}
