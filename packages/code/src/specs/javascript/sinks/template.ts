import { sinksOf, type SinkRow } from '../../example.ts';
import type { SinkSpec } from '../../spec.ts';

/** An engine whose text argument is the template; data belongs into the second. */
function engine(id: string, callees: readonly string[], before: string, call: (template: string) => string): SinkRow {
  return {
    id,
    callees,
    argument: 0,
    before,
    bad: `return ${call('`Hello ${input}`')};`,
    good: `return ${call('"Hello {{ who }}"')} + JSON.stringify({ input });`,
  };
}

/** Template languages that run code, or that reach the objects around them. */
export const templateSinks: readonly SinkSpec[] = sinksOf(
  { language: 'javascript', class: 'template-injection', position: 'text' },
  [
    engine(
      'ejs',
      ['ejs#render', 'ejs#compile', 'ejs#renderAsync'],
      'import ejs from "ejs";',
      (text) => `ejs.render(${text}, {})`,
    ),
    engine(
      'pug',
      ['pug#render', 'pug#compile', 'pug#compileClient', 'jade#render', 'jade#compile'],
      'import pug from "pug";',
      (text) => `pug.compile(${text})({})`,
    ),
    engine(
      'handlebars',
      [
        'handlebars#compile',
        'handlebars#precompile',
        'handlebars#create().compile',
        'express-handlebars#create().render',
      ],
      'import Handlebars from "handlebars";',
      (text) => `Handlebars.compile(${text})({})`,
    ),
    engine(
      'nunjucks',
      [
        'nunjucks#renderString',
        'nunjucks#compile',
        'nunjucks#Environment().renderString',
        'nunjucks#Template',
        'nunjucks#configure().renderString',
      ],
      'import nunjucks from "nunjucks";',
      (text) => `nunjucks.renderString(${text}, {})`,
    ),
    engine(
      'lodash.template',
      ['lodash#template', 'lodash.template#', 'underscore#template', 'lodash-es#template'],
      'import _ from "lodash";',
      (text) => `_.template(${text})({})`,
    ),
    engine(
      'dot',
      ['dot#template', 'dot#compile', 'doT#template'],
      'import dot from "dot";',
      (text) => `dot.template(${text})({})`,
    ),
    engine(
      'eta',
      ['eta#renderString', 'eta#render', 'eta#compile', 'eta#Eta().renderString', 'eta#Eta().renderStringAsync'],
      'import { Eta } from "eta";\nconst eta = new Eta();',
      (text) => `eta.renderString(${text}, {})`,
    ),
    engine(
      'mustache',
      ['mustache#render', 'hogan.js#compile', 'whiskers#render', 'mustache#parse'],
      'import Mustache from "mustache";',
      (text) => `Mustache.render(${text}, {})`,
    ),
    engine(
      'liquid',
      [
        'liquidjs#Liquid().parseAndRender',
        'liquidjs#Liquid().parseAndRenderSync',
        'liquidjs#Liquid().parse',
        'twig#twig',
        'velocityjs#render',
        'squirrelly#render',
        'swig#render',
        'swig#compile',
        'edge.js#Edge.create().renderRaw',
        'art-template#render',
        'art-template#compile',
        'haml#render',
        'marko#load',
        'vash#compile',
        'template7#compile',
      ],
      'import { Liquid } from "liquidjs";\nconst liquid = new Liquid();',
      (text) => `liquid.parseAndRenderSync(${text}, {})`,
    ),
    {
      id: 'ejs.options',
      // Options such as `outputFunctionName` and `client` become code: https://github.com/mde/ejs/blob/main/SECURITY.md
      callees: [
        'ejs#render',
        'ejs#renderFile',
        'express#Response.render',
        'hbs#render',
        'pug#render',
        'pug#renderFile',
      ],
      argument: 1,
      position: 'whole',
      confidence: 'medium',
      before: 'import ejs from "ejs";',
      bad: 'return ejs.renderFile("/var/task/page.ejs", body);',
      good: 'return ejs.renderFile("/var/task/page.ejs", { title: String(body.title) });',
    },
  ],
);
