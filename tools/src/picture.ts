/** What the README shows of a scan, between the markers around its fenced block. */
export function picture(readme: string): string {
  const match = /<!-- scan -->\s*```[a-z]*\n([\s\S]*?)\n```\s*<!-- \/scan -->/.exec(readme);
  if (match?.[1] === undefined)
    throw new Error('README.md has no fenced block between <!-- scan --> and <!-- /scan -->.');
  return match[1];
}

/** The fenced commands of the README, one line each. */
export function readmeCommands(readme: string): readonly string[] {
  return [...readme.matchAll(/```sh\n([\s\S]*?)\n```/g)].flatMap((match) => (match[1] ?? '').split('\n'));
}

/**
 * The first stretch of the picture that the output does not have; undefined when it has all, in order. A line that holds
 * only `…` stands for any number of lines.
 */
export function missingFromOutput(shown: string, output: string): string | undefined {
  const lines = trimmedLines(output);
  let from = 0;
  for (const stretch of stretches(shown)) {
    const at = lines.findIndex((_, index) => index >= from && stretch.every((line, n) => lines[index + n] === line));
    if (at < 0) return stretch.join('\n');
    from = at + stretch.length;
  }
  return undefined;
}

function stretches(shown: string): readonly (readonly string[])[] {
  const found: string[][] = [[]];
  for (const line of trimmedLines(shown)) {
    if (line.trim() === '…') found.push([]);
    else found.at(-1)?.push(line);
  }
  return found.filter((stretch) => stretch.length > 0);
}

function trimmedLines(text: string): readonly string[] {
  return text.split(/\r?\n/).map((line) => line.trimEnd());
}
