import type { Renderer } from './renderer.ts';

export type Format = 'text' | 'json' | 'sarif' | 'markdown' | 'csv';

/** Every way to print a report. A renderer is loaded when it is asked for, so that starting up costs nothing. */
export const formats: Readonly<Record<Format, Renderer>> = {
  text: async (report, context) => (await import('./text/render-text.ts')).renderText(report, context),
  json: async (report) => (await import('./render-json.ts')).renderJson(report),
  sarif: async (report, context) => (await import('./sarif/render-sarif.ts')).renderSarif(report, context),
  markdown: async (report, context) => (await import('./markdown/render-markdown.ts')).renderMarkdown(report, context),
  csv: async (report) => (await import('./render-csv.ts')).renderCsv(report),
};
