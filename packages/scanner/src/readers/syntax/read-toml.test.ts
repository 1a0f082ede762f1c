import { describe, expect, it } from 'vitest';
import { readToml } from './read-toml.ts';

describe('readToml', () => {
  it('gives plain data', () => {
    expect(readToml('version = 0.1\n[default.deploy.parameters]\nstack_name = "orders"\n', 'samconfig.toml')).toEqual({
      data: { version: 0.1, default: { deploy: { parameters: { stack_name: 'orders' } } } },
      diagnostics: [],
    });
  });

  it('says where a mistake stands', () => {
    const text = 'version = 0.1\nstack = orders\n';
    const { data, diagnostics } = readToml(text, 'samconfig.toml');
    expect(data).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'toml-invalid', effect: 'incomplete' }]);
    expect(text.slice(0, diagnostics[0]?.range.start)).toContain('version = 0.1\n');
  });
});
