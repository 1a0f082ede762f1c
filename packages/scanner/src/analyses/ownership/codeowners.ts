/** One rule of a CODEOWNERS file: the last rule that matches a path decides. */
export interface CodeOwnersRule {
  readonly matches: (path: string) => boolean;
  readonly owners: readonly string[];
  /** 1-based. */
  readonly line: number;
}

/**
 * Reads a CODEOWNERS file as GitHub does (gitignore-like patterns, last match wins, no negation, no character classes) and
 * tolerates GitLab's section headers: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export function readCodeOwners(text: string): readonly CodeOwnersRule[] {
  const rules: CodeOwnersRule[] = [];
  text.split(/\r\n|\n|\r/).forEach((written, index) => {
    const content = written.replace(/(^|\s)#.*$/, '').trim();
    if (content === '' || content.startsWith('[') || content.startsWith('^[')) return;
    const [pattern = '', ...owners] = content.split(/(?<!\\)\s+/);
    rules.push({ matches: matcher(pattern.replaceAll('\\ ', ' ')), owners, line: index + 1 });
  });
  return rules;
}

/** The rule that decides for a path; a rule without owners means that nobody owns it. */
export function ownersOf(rules: readonly CodeOwnersRule[], path: string): CodeOwnersRule | undefined {
  for (let index = rules.length - 1; index >= 0; index--) {
    const rule = rules[index];
    if (rule?.matches(path)) return rule;
  }
  return undefined;
}

function matcher(pattern: string): (path: string) => boolean {
  const anchored = pattern.startsWith('/') || pattern.slice(0, -1).includes('/');
  const body = pattern.replace(/^\//, '').replace(/\/$/, '');
  let source = '';
  for (let index = 0; index < body.length; index++) {
    if (body.startsWith('**/', index)) {
      source += '(?:[^/]+/)*';
      index += 2;
    } else if (body.startsWith('**', index)) {
      source += '.*';
      index += 1;
    } else if (body[index] === '*') source += '[^/]*';
    else if (body[index] === '?') source += '[^/]';
    else source += (body[index] ?? '').replace(/[.+^${}()|[\]\\]/g, '\\$&');
  }
  const tail = pattern.endsWith('/') ? '/.*' : pattern.endsWith('/*') ? '' : '(?:/.*)?';
  const expression = new RegExp(`^${anchored ? '' : '(?:.*/)?'}${source}${tail}$`);
  return (path) => expression.test(path);
}
