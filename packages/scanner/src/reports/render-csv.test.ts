import { expect, it } from 'vitest';
import { csv } from './csv.ts';
import { orderServiceReport } from './order-service-report.fixture.ts';
import { renderCsv } from './render-csv.ts';

it('has one finding a row', () => {
  expect(renderCsv(orderServiceReport)).toMatchSnapshot();
});

it.each([
  ['=HYPERLINK("https://example.com")', `"'=HYPERLINK(""https://example.com"")"`],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ['＝1', "'＝1"],
  ['two, three', '"two, three"'],
  ['plain', 'plain'],
])('a spreadsheet reads %j as text', (written, expected) => {
  expect(csv([[written]])).toBe(`${expected}\r\n`);
});
