import { sinksOf, type SinkRow } from '../../example.ts';
import type { SinkSpec } from '../../spec.ts';

function engine(
  id: string,
  callees: readonly string[],
  before: string,
  call: (template: string, data: string) => string,
): SinkRow {
  return {
    id,
    callees,
    argument: 0,
    before,
    bad: `return ${call('"Hello " + input', '')}`,
    good: `return ${call('"Hello {{ who }}"', 'who=input')}`,
  };
}

export const templateSinks: readonly SinkSpec[] = sinksOf(
  { language: 'python', class: 'template-injection', position: 'text' },
  [
    engine(
      'jinja2',
      [
        'jinja2#Template',
        'jinja2#Environment().from_string',
        'jinja2.sandbox#SandboxedEnvironment().from_string',
        'jinja2#Environment.from_string',
        'jinja2.nativetypes#NativeTemplate',
      ],
      'from jinja2 import Template',
      (text, data) => `Template(${text}).render(${data})`,
    ),
    engine(
      'flask',
      [
        'flask#render_template_string',
        'flask.templating#render_template_string',
        'flask#stream_template_string',
        'quart#render_template_string',
      ],
      'from flask import render_template_string',
      (text, data) => `render_template_string(${text}${data === '' ? '' : `, ${data}`})`,
    ),
    engine(
      'mako',
      ['mako.template#Template', 'mako.lookup#TemplateLookup().put_string'],
      'from mako.template import Template',
      (text, data) => `Template(${text}).render(${data})`,
    ),
    engine(
      'tornado',
      [
        'tornado.template#Template',
        'chevron#render',
        'pystache#render',
        'genshi.template#MarkupTemplate',
        'Cheetah.Template#Template',
        'chameleon#PageTemplate',
        'airspeed#Template',
        'trender#TRender',
        'wheezy.template.engine#Engine().get_template',
        'bottle#template',
        'bottle#SimpleTemplate',
        'django.template#Template',
        'liquid#Template',
      ],
      'from tornado.template import Template',
      (text, data) => `Template(${text}).generate(${data})`,
    ),
    {
      id: 'str.format',
      // The format language reads attributes: `{0.__class__.__init__.__globals__}`.
      callees: ['*#format', '*#format_map', 'string#Formatter().format', 'string#Formatter().vformat'],
      argument: 'receiver',
      confidence: 'low',
      before: 'from models import order',
      bad: 'return input.format(order=order)',
      good: 'return "order {}".format(input)',
    },
  ],
);
