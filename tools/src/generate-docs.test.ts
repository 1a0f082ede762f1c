import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkPage } from './check-page.ts';
import { commandsPage, type HelpfulCommand } from './commands-page.ts';
import { betweenMarkers, generatedFiles, strayPages, type GeneratedFile } from './generate-docs.ts';
import { repositoryRoot } from './repository.ts';

describe('generated files', () => {
  it('are what npm run docs makes of the sources', async () => {
    const files = await generatedFiles(repositoryRoot, loadSource);
    const stale = files.filter((file) => committed(file) !== file.text).map((file) => file.path);
    expect(stale, 'run npm run docs').toEqual([]);
    expect(strayPages(repositoryRoot, files), 'run npm run docs').toEqual([]);
  });
});

function loadSource(path: string): Promise<Record<string, unknown>> {
  return import(/* @vite-ignore */ pathToFileURL(join(repositoryRoot, path)).href) as Promise<Record<string, unknown>>;
}

function committed(file: GeneratedFile): string | undefined {
  const path = join(repositoryRoot, file.path);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

describe('text between markers', () => {
  it('is replaced and what stands around it is kept', () => {
    const text = 'before\n<!-- list -->\nold\n<!-- /list -->\nafter\n';
    expect(betweenMarkers(text, 'list', 'new')).toBe('before\n<!-- list -->\nnew\n<!-- /list -->\nafter\n');
  });

  it('is refused when a marker is missing', () => {
    expect(() => betweenMarkers('nothing here', 'list', 'new')).toThrow('<!-- list -->');
  });
});

describe('the page of a check', () => {
  it('says what is wrong, why, and what to do', () => {
    const page = checkPage({
      path: 'packages/scanner/src/checks/entry/function-url-without-auth.ts',
      check: {
        name: 'function-url-without-auth',
        title: 'Function URL can be called by anyone',
        area: 'entry',
        severity: 'critical',
        fix: 'review',
        since: '0.1.0',
        mappings: { cwe: [306], checkov: ['CKV_AWS_258'], trivy: [] },
      },
      doc: {
        why: 'Anyone who learns the address can run the function.',
        exploit: 'Call the address.',
        fix: { sam: 'Set `AuthType: AWS_IAM`.', cloudformation: 'Set `AuthType: AWS_IAM`.' },
        blindSpots: 'A signature that the code itself verifies.',
        sources: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
        examples: { bad: [{ title: 'an order API', template: 'Resources: {} # ```\n' }], good: [] },
      },
    });
    expect(page).toMatchInlineSnapshot(`
      "<!-- Made from the check by \`npm run docs\`. Do not edit. -->

      # Function URL can be called by anyone

      \`function-url-without-auth\` · entry · severity critical, before exposure is looked at · fix needs review · since 0.1.0

      ## Why it is bad

      Anyone who learns the address can run the function.

      ## How it is attacked

      Call the address.

      ## What to do

      In SAM: Set \`AuthType: AWS_IAM\`.

      In CloudFormation: Set \`AuthType: AWS_IAM\`.

      ## What the check cannot see

      A signature that the code itself verifies.

      ## Examples

      Bad: an order API.

      \`\`\`\`yaml
      Resources: {} # \`\`\`
      \`\`\`\`

      ## Elsewhere

      | list | ids |
      |---|---|
      | CWE | 306 |
      | checkov | CKV_AWS_258 |

      ## Sources

      - <https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html>
      - [the check itself](../../packages/scanner/src/checks/entry/function-url-without-auth.ts)
      "
    `);
  });
});

describe('the page of the commands', () => {
  it('has a section for the program and one for each command', () => {
    const scan = command('scan', []);
    const page = commandsPage(() => command('leastwise', [scan, command('help', [])]));
    expect(page.match(/^## .*$/gm)).toEqual(['## leastwise', '## leastwise scan']);
    expect(page).toContain('```text\nUsage of scan\n```');
  });
});

function command(name: string, commands: readonly HelpfulCommand[]): HelpfulCommand {
  return { name: () => name, commands, helpInformation: () => `Usage of ${name}\n` };
}
