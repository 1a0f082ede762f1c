/** The differences of two texts by lines, as `git apply` and `patch` take them; empty when there are none. */
export function unifiedDiff(file: string, before: string, after: string, context = 3): string {
  const was = linesOf(before);
  const is = linesOf(after);
  const steps = compare(was, is);
  const hunks: string[] = [];
  for (let at = 0; at < steps.length;) {
    if (steps[at]?.kind === ' ') {
      at++;
      continue;
    }
    const from = Math.max(0, at - context);
    let to = at;
    let quiet = 0;
    while (to < steps.length && quiet <= context * 2) quiet = steps[to++]?.kind === ' ' ? quiet + 1 : 0;
    to = Math.max(at + 1, to - Math.max(0, quiet - context));
    hunks.push(hunk(steps.slice(from, to), steps.slice(0, from)));
    at = to;
  }
  return hunks.length === 0 ? '' : `--- a/${file}\n+++ b/${file}\n${hunks.join('')}`;
}

interface Step {
  readonly kind: ' ' | '-' | '+';
  readonly line: string;
}

function hunk(steps: readonly Step[], before: readonly Step[]): string {
  const count = (list: readonly Step[], except: Step['kind']): number =>
    list.filter(({ kind }) => kind !== except).length;
  const [oldCount, newCount] = [count(steps, '+'), count(steps, '-')];
  const oldStart = count(before, '+') + (oldCount === 0 ? 0 : 1);
  const newStart = count(before, '-') + (newCount === 0 ? 0 : 1);
  const lines = steps.map(({ kind, line }) =>
    line.endsWith('\n') ? `${kind}${line}` : `${kind}${line}\n\\ No newline at end of file\n`,
  );
  return `@@ -${oldStart},${oldCount} +${newStart},${newCount} @@\n${lines.join('')}`;
}

/** Lines with their line feeds; a carriage return before one belongs to the line. */
function linesOf(text: string): readonly string[] {
  return text === '' ? [] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? []);
}

/** The shortest way from one list of lines to the other (Myers); ends that agree are not looked at twice. */
function compare(was: readonly string[], is: readonly string[]): readonly Step[] {
  let head = 0;
  while (head < was.length && head < is.length && was[head] === is[head]) head++;
  let tail = 0;
  while (tail < was.length - head && tail < is.length - head && was.at(-1 - tail) === is.at(-1 - tail)) tail++;
  const keep = (lines: readonly string[]): Step[] => lines.map((line) => ({ kind: ' ', line }));
  return [
    ...keep(was.slice(0, head)),
    ...shortest(was.slice(head, was.length - tail), is.slice(head, is.length - tail)),
    ...keep(was.slice(was.length - tail)),
  ];
}

function shortest(was: readonly string[], is: readonly string[]): readonly Step[] {
  const trace: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  const most = was.length + is.length;
  for (let edits = 0; edits <= most; edits++) {
    trace.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = goesDown(furthest, diagonal, edits)
        ? (furthest.get(diagonal + 1) ?? 0)
        : (furthest.get(diagonal - 1) ?? 0) + 1;
      while (x < was.length && x - diagonal < is.length && was[x] === is[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= was.length && x - diagonal >= is.length) return wayBack(trace, was, is);
    }
    furthest = new Map(furthest);
  }
  return [];
}

function goesDown(furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  return (
    diagonal === -edits || (diagonal !== edits && (furthest.get(diagonal - 1) ?? 0) < (furthest.get(diagonal + 1) ?? 0))
  );
}

function wayBack(trace: readonly ReadonlyMap<number, number>[], was: readonly string[], is: readonly string[]): Step[] {
  const steps: Step[] = [];
  let x = was.length;
  let y = is.length;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const furthest = trace[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const from = goesDown(furthest, diagonal, edits) ? diagonal + 1 : diagonal - 1;
    const startX = furthest.get(from) ?? 0;
    const startY = startX - from;
    for (; x > startX && y > startY && x > 0 && y > 0; y--) steps.push({ kind: ' ', line: was[--x] ?? '' });
    if (edits === 0) break;
    if (x === startX) steps.push({ kind: '+', line: is[--y] ?? '' });
    else steps.push({ kind: '-', line: was[--x] ?? '' });
  }
  return steps.reverse();
}
