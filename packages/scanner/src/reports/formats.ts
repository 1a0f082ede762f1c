import type { Renderer } from './renderer.ts';

export type Format = 'text' | 'json' | 'sarif' | 'markdown' | 'csv' | 'github' | 'gitlab' | 'gitlab-sast' | 'junit';

/** Every way to print a report. A renderer is loaded when it is asked for, so that starting up costs nothing. */
export const formats: Readonly<Record<Format, Renderer>> = {
  text: async (report, context) => (await import('./text/render-text.ts')).renderText(report, context),
  json: async (report) => (await import('./render-json.ts')).renderJson(report),
  sarif: async (report, context) => (await import('./sarif/render-sarif.ts')).renderSarif(report, context),
  markdown: async (report, context) => (await import('./markdown/render-markdown.ts')).renderMarkdown(report, context),
  csv: async (report) => (await import('./render-csv.ts')).renderCsv(report),
  github: async (report, context) => (await import('./ci/render-github.ts')).renderGithub(report, context),
  gitlab: async (report, context) => (await import('./ci/render-gitlab.ts')).renderGitlab(report, context),
  'gitlab-sast': async (report, context) => (await import('./ci/render-gitlab.ts')).renderGitlabSast(report, context),
  junit: async (report, context) => (await import('./ci/render-junit.ts')).renderJunit(report, context),
};
