import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { madeUpIo } from '../made-up-io.fixture.ts';
import { main } from '../main.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Parameters:
  Support:
    Type: String
  Stage:
    Type: String
    Default: dev
Globals:
  Function:
    Timeout: 30
Resources:
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: orders.place
      CodeUri: .
      Tags:
        Owner: team-orders
      Environment:
        Variables:
          STAGE: !Ref Stage
          SUPPORT: !Ref Support
          PAYMENT_API_KEY: order-service-9f1c7a3be2d84460b5d07c61
          ORDERS: !Ref Orders
      Policies:
        - DynamoDBCrudPolicy: { TableName: !Ref Orders }
      FunctionUrlConfig:
        AuthType: NONE
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
`;
const shop = { 'template.yaml': template, 'orders.js': 'exports.place = async () => 1;\n' };

async function run(argv: readonly string[], files: Readonly<Record<string, string>> = shop) {
  const io = madeUpIo(files);
  const code = await main(argv, io);
  return { code, out: io.printed(), error: io.complained(), written: io.written };
}

function errorsOf(schema: string, data: unknown): unknown {
  const load = createRequire(import.meta.url);
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  const validate = ajv.compile(load(`@leastwise/model/schemas/${schema}.schema.json`) as object);
  return validate(data) ? [] : validate.errors;
}

describe('leastwise scan', () => {
  it('keeps the contract of its JSON', async () => {
    const { out } = await run(['scan', '--format', 'json']);
    expect(errorsOf('report', JSON.parse(out))).toEqual([]);
  });

  it.each(['text', 'json', 'sarif', 'markdown', 'csv'])('never prints a secret as %s', async (format) => {
    const { out } = await run(['scan', '--format', format, '--level', 'info']);
    expect(out).toContain('PlaceOrder');
    expect(out).not.toContain('9f1c7a3be2d84460');
    expect(out.endsWith('\n')).toBe(true);
  });

  it('says the same twice', async () => {
    expect((await run(['scan', '--format', 'json'])).out).toBe((await run(['scan', '--format', 'json'])).out);
  });

  it('does not call an empty folder clean', async () => {
    const { code, out } = await run(['scan'], { 'readme.md': 'Nothing here.' });
    expect({ code, out }).toEqual({ code: 3, out: 'Nothing to scan: no template was found.\n' });
  });
});

describe('leastwise inventory', () => {
  it('lists functions and resources with their users and owners', async () => {
    expect((await run(['inventory'])).out).toMatchSnapshot();
  });

  it('is described by its schema', async () => {
    expect(errorsOf('inventory', JSON.parse((await run(['inventory', '-f', 'json'])).out))).toEqual([]);
  });

  it('shows as a matrix which function reaches which store', async () => {
    expect((await run(['inventory', '--matrix'])).out).toMatchSnapshot();
    expect(errorsOf('reach-matrix', JSON.parse((await run(['inventory', '--matrix', '-f', 'json'])).out))).toEqual([]);
    expect((await run(['inventory', '--matrix', '-f', 'csv'])).out).toContain('function,application,exposure,');
  });

  it('shows what nobody owns', async () => {
    const inventory = JSON.parse((await run(['inventory', '-f', 'json', '--unowned'])).out) as {
      functions: unknown[];
      resources: { name: string }[];
    };
    expect(inventory.functions).toEqual([]);
    expect(inventory.resources.map((entry) => entry.name)).toContain('Orders');
  });

  it('is a table that a spreadsheet reads', async () => {
    const [header, ...rows] = (await run(['inventory', '-f', 'csv'])).out.trimEnd().split('\r\n');
    expect(header).toContain('read_by,written_by');
    expect(rows.find((row) => row.startsWith('table,Orders'))).toContain('PlaceOrder');
  });

  it('says with its exit code that there is nothing', async () => {
    expect((await run(['inventory'], { 'readme.md': '' })).code).toBe(3);
  });
});

describe('leastwise explain', () => {
  it('tells of a function what every value resolved to, and from where', async () => {
    const { out } = await run(['explain', 'PlaceOrder']);
    expect(out).toContain('Timeout: 30  template.yaml:10:14');
    expect(out).toContain('STAGE: dev (default of Stage)');
    expect(out).toContain('Parameter Support has no default');
    expect(out).toContain('--param Support=');
    expect(out).toContain('owned by team-orders (tag Owner)');
    expect(out).not.toContain('9f1c7a3be2d84460');
  });

  it('tells of a check why, how it is attacked, and what to do', async () => {
    const { out } = await run(['explain', 'function-url-without-auth']);
    for (const title of ['Why it is bad', 'How it is attacked', 'What to do in SAM', 'What the check cannot see'])
      expect(out).toContain(title);
  });

  it('tells of a finding where it stands and why it matters', async () => {
    const { out } = await run(['scan', '--format', 'json']);
    const report = JSON.parse(out) as { findings: { check: string; fingerprint: string }[] };
    const finding = report.findings.find((entry) => entry.check === 'function-url-without-auth');
    const explained = (await run(['explain', finding?.fingerprint ?? ''])).out;
    expect(explained).toContain('AuthType: NONE');
    expect(explained).toContain('How it is attacked');
  });

  it('lists all checks', async () => {
    expect((await run(['explain', '--checks'])).out).toMatch(/high\s+function-url-without-auth/);
  });

  it('suggests the nearest name', async () => {
    const { code, error } = await run(['explain', 'PlacOrder']);
    expect({ code, error }).toEqual({
      code: 2,
      error: 'leastwise: There is no check, finding or function PlacOrder.\nDid you mean PlaceOrder?\n',
    });
  });
});

describe('leastwise init', () => {
  it('writes a file of comments that names what is open', async () => {
    const { code, out, written } = await run(['init']);
    expect(code).toBe(0);
    expect(out).toMatchSnapshot('what it says');
    expect(written.get('/shop/leastwise.yaml')).toMatchSnapshot('what it writes');
    expect(parse(written.get('/shop/leastwise.yaml') ?? '')).toBe(null);
  });

  it('suggests only what the scanner and the schema take', async () => {
    const text = (await run(['init'])).written.get('/shop/leastwise.yaml') ?? '';
    const lines = text.split('\n').filter((line) => /^#( {2,}\S| ?[a-zA-Z]+:( |$))/.test(line));
    const active = lines.map((line) => line.replace(/^# /, '')).join('\n');
    expect(errorsOf('leastwise', parse(active))).toEqual([]);
    expect(Object.keys(parse(active) as object).sort()).toEqual([
      'applications',
      'checks',
      'cost',
      'exclude',
      'failOn',
      'include',
      'level',
      'owners',
      'suppressions',
    ]);
    const scanned = await run(['scan'], { ...shop, 'leastwise.yaml': active });
    expect(scanned.error).toBe('');
  });

  it('never overwrites', async () => {
    const { code, error, written } = await run(['init'], { ...shop, 'leastwise.yaml': 'level: info\n' });
    expect({ code, error, written: [...written] }).toEqual({
      code: 2,
      error: 'leastwise: leastwise.yaml is there already.\nEdit it, or remove it first.\n',
      written: [],
    });
  });
});
