import { lineStarts, type Location } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { codeFrame } from './code-frame.ts';
import { displayWidth } from './display-width.ts';
import { palette } from './palette.ts';

function frame(text: string, location: Omit<Location, 'file'>, width = 60): string {
  const file = { text, starts: lineStarts(text), masks: [] };
  return codeFrame(file, { file: 'template.yaml', ...location }, width, palette(false)).join('\n');
}

const on = (line: number, column: number, endColumn: number) => ({ line, column, endLine: line, endColumn });

describe('a code frame', () => {
  it('underlines the range, with one line around', () => {
    expect(frame('Queue:\n  Type: AWS::SQS::Queue\n  Properties: {}\n', on(2, 9, 24))).toBe(
      ['1 │ Queue:', '2 │   Type: AWS::SQS::Queue', '  │         ^^^^^^^^^^^^^^^', '3 │   Properties: {}'].join('\n'),
    );
  });

  it('lines up under tabs and wide characters', () => {
    expect(frame('\tName: 注文\tTimeout: 900', on(1, 20, 23))).toBe(
      `1 │   Name: 注文  Timeout: 900\n  │ ${' '.repeat(23)}^^^`,
    );
  });

  it('cuts a long line around the range', () => {
    const text = `{"a":"${'x'.repeat(5000)}","AuthType":"NONE","b":"${'y'.repeat(5000)}"}`;
    const column = text.indexOf('NONE') + 1;
    const shown = frame(text, on(1, column, column + 4));
    const [line = '', marks = ''] = shown.split('\n');
    expect(displayWidth(line)).toBeLessThanOrEqual(60);
    expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('NONE');
    expect(line).toMatch(/│ ….*…$/);
  });

  it('shows the first lines of a range over many', () => {
    const text = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`).join('\n');
    expect(frame(text, { line: 10, column: 1, endLine: 20, endColumn: 3 })).toMatchSnapshot();
  });

  it('shows an empty range as one mark, and nothing for a line that is not there', () => {
    expect(frame('Timeout:', on(1, 9, 9))).toBe('1 │ Timeout:');
    expect(frame('Timeout: 3', on(1, 10, 10))).toBe('1 │ Timeout: 3\n  │          ^');
    expect(frame('Timeout: 3', on(7, 1, 2))).toBe('');
  });

  it('ends lines as the file does', () => {
    expect(frame('A: 1\r\nB: 2\r\n', on(2, 4, 5))).toBe('1 │ A: 1\n2 │ B: 2\n  │    ^');
  });

  it('leads with a key split over a line end', () => {
    expect(frame('A:\n  B: 1\nC: 2', { line: 1, column: 1, endLine: 2, endColumn: 1 })).toBe(
      '1 │ A:\n  │ ^^\n2 │   B: 1',
    );
  });
});
