import { describe, expect, it } from 'vitest';
import { takesExponentialTime } from './slow-pattern.ts';

describe('a pattern', () => {
  it.each([
    String.raw`^(a+)+$`,
    String.raw`^([a-zA-Z0-9]+)+@example\.com$`,
    String.raw`(x+x+)+y`,
    String.raw`^(a|a)*$`,
    String.raw`^(\w|\d)+$`,
    String.raw`^(a*)*b`,
    String.raw`^(\d+\.?)+$`,
    String.raw`^([a-z0-9]+[-_.]?)*@`,
    String.raw`^(.*,)*x$`,
    String.raw`^(?:[^"]+|"[^"]*")*;$`.replace('[^"]+', '[^,]+'),
  ])('%s may take exponential time', (source) => {
    expect(takesExponentialTime(source)).toBe(true);
  });

  it.each([
    String.raw`^[\w.+-]+@[\w-]+\.[\w.]+$`,
    String.raw`^a+b+c+$`,
    String.raw`(a+)+`,
    String.raw`^(?:[a-z]+-)*[a-z]+$`,
    String.raw`^\d{4}-\d{2}-\d{2}$`,
    String.raw`^(\d+\.)+\d+$`,
    String.raw`^(?:[^"]|"[^"]*")*$`.replace('[^"]|', '[^"\\\\]|'),
    String.raw`^(foo|bar|baz)+$`,
    String.raw`^([a-z]+,)*[a-z]+$`,
    '(',
    '[',
    '(?=a+)+$',
  ])('%s does not', (source) => {
    expect(takesExponentialTime(source)).toBe(false);
  });

  it('is told in time, however it is made', () => {
    const start = performance.now();
    takesExponentialTime(`^(${'a?'.repeat(400)})+$`);
    takesExponentialTime(`^(${'(a|b)*'.repeat(55)})+$`);
    takesExponentialTime(`${'('.repeat(900)}`);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
