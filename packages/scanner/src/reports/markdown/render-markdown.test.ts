import { describe, expect, it } from 'vitest';
import { openUrl, orderServiceReport, plainContext, withFindings } from '../order-service-report.fixture.ts';
import { code, escape } from './escape.ts';
import { renderMarkdown } from './render-markdown.ts';

describe('the comment on a pull request', () => {
  it('shows an order service', async () => {
    expect(await renderMarkdown(orderServiceReport, plainContext)).toMatchSnapshot();
  });

  it('fits a comment of GitHub, whatever was found, and says what it leaves out', async () => {
    const findings = Array.from({ length: 4000 }, (_, index) => ({
      ...openUrl,
      fingerprint: String(index),
      title: 'x'.repeat(index % 300),
    }));
    const text = await renderMarkdown(withFindings(findings), plainContext);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/[\d,]+ more findings did not fit here/);
  });

  it('runs nothing that a resource is named', async () => {
    const name = '<img src=x onerror=alert(1)> [click](javascript:alert(1)) | @octocat `</details>`';
    const report = withFindings([
      { ...openUrl, title: name, location: { ...openUrl.location, file: 'a](b) `c`.yaml' } },
    ]);
    const functions = report.functions.map((entry) => ({ ...entry, name }));
    const text = await renderMarkdown({ ...report, functions }, plainContext);
    const outsideCode = text.replaceAll(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, '');
    expect(outsideCode).not.toMatch(/<img|\]\(javascript|@octocat/);
    expect(text.match(/<details/g)?.length).toBe(outsideCode.match(/<\/details>/g)?.length);
  });

  it('does not call clean what was not scanned', async () => {
    const empty = withFindings([], { inputs: [], functions: [], resources: [], unknowns: [] });
    expect(await renderMarkdown(empty, plainContext)).toContain('nothing to scan');
  });
});

it.each([
  ['a|b', 'a\\|b'],
  ['<b>', '&lt;b&gt;'],
  ['*_~`', '\\*\\_\\~\\`'],
  ['@team', '@&#8203;team'],
  ['https://example.com', 'https\\://example.com'],
  ['line\nbreak', 'line break'],
])('%j stays text', (written, expected) => {
  expect(escape(written)).toBe(expected);
});

it('fences code that holds backticks', () => {
  expect(code('a`b')).toBe('`` a`b ``');
});
