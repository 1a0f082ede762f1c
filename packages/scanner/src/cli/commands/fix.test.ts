import { describe, expect, it } from 'vitest';
import { madeUpIo } from '../made-up-io.fixture.ts';
import { main } from '../main.ts';

const secrets = ['order-service-9f1c7a3be2d84460b5d07c61', 'tulip-over-nine-hills'];

const shop = {
  'template.yaml': `Transform: AWS::Serverless-2016-10-31
Parameters:
  DatabasePassword:
    Type: String
    Default: ${secrets[1]}
Resources:
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: orders.place
      CodeUri: .
      Environment:
        Variables:
          PAYMENT_API_KEY: ${secrets[0]}
          DATABASE_PASSWORD: !Ref DatabasePassword
`,
  'orders.js': 'exports.place = async () => 1;\n',
};

async function fix(...flags: readonly string[]): Promise<ReturnType<typeof madeUpIo>> {
  const io = madeUpIo(shop);
  expect(await main(['fix', ...flags], io)).toBe(0);
  return io;
}

describe('leastwise fix', () => {
  it('masks secrets in the patch that it shows, also those beside the change, and says that it did', async () => {
    const io = await fix('--patch');
    expect(io.printed()).toContain('PAYMENT_API_KEY');
    for (const secret of secrets) expect(io.printed() + io.complained()).not.toContain(secret);
    expect(io.complained()).toContain('that patch does not apply');
  });

  it('writes a patch into a file as it has to be for applying it', async () => {
    const io = await fix('--patch', '-o', 'orders.patch');
    const patch = io.written.get('/shop/orders.patch') ?? '';
    expect(patch).toContain(`-          PAYMENT_API_KEY: ${secrets[0]}`);
    expect(io.printed() + io.complained()).not.toContain(secrets[0]);
  });

  it('leaves a secret in the file that another fix is written into', async () => {
    const io = await fix('tracing-off', '--yes');
    const written = io.written.get('/shop/template.yaml') ?? '';
    expect(written).toContain('Tracing: Active');
    for (const secret of secrets) {
      expect(written).toContain(secret);
      expect(io.printed()).not.toContain(secret);
    }
  });
});
