import { sinksOf } from '../../example.ts';
import type { SinkSpec } from '../../spec.ts';

/** Formats that can hold code or objects of the process. */
export const deserializationSinks: readonly SinkSpec[] = sinksOf(
  { language: 'javascript', class: 'unsafe-deserialization', position: 'any' },
  [
    {
      id: 'node-serialize',
      callees: [
        'node-serialize#unserialize',
        'serialize-to-js#deserialize',
        'serialize-to-js#deserializeUnsafe',
        'funcster#deepDeserialize',
        'funcster#deserialize',
        'cryo#parse',
        'serialijse#deserialize',
        'json-fn#parse',
        'jsonfn#parse',
        'next-serialize#unserialize',
        'class-transformer-eval#parse',
        'devalue#uneval',
        'superjson-unsafe#parse',
      ],
      argument: 0,
      before: 'import serialize from "node-serialize";',
      bad: 'return serialize.unserialize(event.body);',
      good: 'return JSON.parse(event.body);',
    },
    {
      id: 'js-yaml.load-unsafe',
      // From release 4 `load` is safe; before it, and with the unsafe schema, `!!js/function` makes code.
      callees: ['js-yaml#loadAll', 'js-yaml#load'],
      argument: 0,
      when: [{ argument: { index: 1, member: 'schema' }, is: { symbol: 'js-yaml#DEFAULT_FULL_SCHEMA' } }],
      confidence: 'medium',
      before: 'import yaml from "js-yaml";',
      bad: 'return yaml.load(event.body, { schema: yaml.DEFAULT_FULL_SCHEMA });',
      good: 'return yaml.load(event.body, { schema: yaml.JSON_SCHEMA });',
    },
    {
      id: 'v8.deserialize',
      callees: ['v8#deserialize', 'v8#Deserializer', 'v8#DefaultDeserializer', 'bson#deserialize'],
      argument: 0,
      confidence: 'medium',
      before: 'import v8 from "node:v8";',
      bad: 'return v8.deserialize(Buffer.from(event.body, "base64"));',
      good: 'return JSON.parse(Buffer.from(event.body, "base64").toString());',
    },
    {
      id: 'php-serialize',
      callees: [
        'php-serialize#unserialize',
        'php-unserialize#unserialize',
        'node-pickle#loads',
        'jpickle#loads',
        'pickleparser#parse',
        'flatted-unsafe#parse',
      ],
      argument: 0,
      confidence: 'low',
      before: 'import { unserialize } from "php-serialize";',
      bad: 'return unserialize(event.body);',
      good: 'return JSON.parse(event.body);',
    },
  ],
);

/** Parsers that resolve entities when they are told to. */
export const xmlSinks: readonly SinkSpec[] = sinksOf(
  { language: 'javascript', class: 'xml-external-entity', position: 'any' },
  [
    ...['noent', 'replaceEntities'].map((option) => ({
      id: `libxmljs.${option}`,
      callees: ['libxmljs', 'libxmljs2', 'libxmljs-mt'].flatMap((name) => [
        `${name}#parseXml`,
        `${name}#parseXmlString`,
        `${name}#parseXmlAsync`,
        `${name}#fromXml`,
      ]),
      argument: 0,
      when: [{ argument: { index: 1, member: option }, is: 'true' as const }],
      before: 'import libxmljs from "libxmljs2";',
      bad: `return libxmljs.parseXml(event.body, { ${option}: true });`,
      good: `return libxmljs.parseXml(event.body, { ${option}: false });`,
    })),
    {
      id: 'libxmljs.sax',
      callees: [
        'libxmljs#SaxParser().parseString',
        'libxmljs2#SaxParser().parseString',
        'libxmljs#SaxPushParser().push',
        'node-expat#Parser().parse',
        'node-expat#Parser().write',
      ],
      argument: 0,
      confidence: 'low',
      before: 'import expat from "node-expat";\nconst parser = new expat.Parser("UTF-8");',
      bad: 'return parser.parse(event.body);',
      good: 'return parser.parse("<orders/>") && event.body;',
    },
    {
      id: 'libxslt',
      callees: ['libxslt#parse', 'libxslt#parseFile', 'xslt-processor#xsltProcess', 'saxon-js#transform'],
      argument: 0,
      confidence: 'medium',
      before: 'import libxslt from "libxslt";',
      bad: 'return libxslt.parse(event.body);',
      good: 'return libxslt.parse("<xsl:stylesheet/>").apply(event.body);',
    },
  ],
);

export const directorySinks: readonly SinkSpec[] = sinksOf(
  { language: 'javascript', class: 'ldap-injection', position: 'text' },
  [
    {
      id: 'ldapjs.filter',
      callees: [
        'ldapjs#createClient().search',
        'ldapjs-client#().search',
        'ldapts#Client().search',
        'simple-ldap-search#SimpleLDAP().search',
        'activedirectory2#().find',
        'activedirectory#().find',
      ],
      argument: { index: 1, member: 'filter' },
      before:
        'import ldap from "ldapjs";\nimport { escape } from "ldap-escape";\nconst directory = ldap.createClient({ url: "ldaps://directory" });',
      bad: 'directory.search("ou=people", { filter: `(uid=${input})` }, () => {});',
      good: 'directory.search("ou=people", { filter: new ldap.EqualityFilter({ attribute: "uid", value: input }) }, () => {});',
    },
    {
      id: 'ldapjs.dn',
      callees: [
        'ldapjs#createClient().search',
        'ldapjs#createClient().bind',
        'ldapjs#createClient().modify',
        'ldapjs#createClient().add',
        'ldapjs#createClient().del',
        'ldapts#Client().search',
        'ldapts#Client().bind',
        'ldapjs#createClient().compare',
      ],
      argument: 0,
      confidence: 'medium',
      before: 'import ldap from "ldapjs";\nconst directory = ldap.createClient({ url: "ldaps://directory" });',
      bad: 'directory.bind(`uid=${input},ou=people`, "secret", () => {});',
      good: 'directory.bind("uid=orders,ou=people", input, () => {});',
    },
    {
      id: 'ldapjs.parse-filter',
      callees: [
        'ldapjs#parseFilter',
        'ldapjs#filters.parseString',
        'ldap-filters#parse',
        'ldap-filter#parse',
        'ldapts#FilterParser.parseString',
      ],
      argument: 0,
      before: 'import ldap from "ldapjs";',
      bad: 'return ldap.parseFilter(`(uid=${input})`);',
      good: 'return new ldap.EqualityFilter({ attribute: "uid", value: input });',
    },
    {
      id: 'xpath.select',
      class: 'xpath-injection',
      callees: [
        'xpath#select',
        'xpath#select1',
        'xpath#evaluate',
        'xpath#parse',
        'xpath#useNamespaces()',
        'xpath.js#',
        'xpath-html#fromPageSource().findElement',
        'fontoxpath#evaluateXPath',
        'fontoxpath#evaluateXPathToString',
        'fontoxpath#evaluateXPathToNodes',
      ],
      argument: 0,
      before:
        'import xpath from "xpath";\nimport { DOMParser } from "@xmldom/xmldom";\nconst orders = new DOMParser().parseFromString("<orders/>");',
      bad: 'return xpath.select(`//order[@id="${input}"]`, orders);',
      good: 'return xpath.parse("//order[@id=$id]").select({ node: orders, variables: { id: input } });',
    },
    {
      id: 'libxmljs.find',
      class: 'xpath-injection',
      callees: ['find', 'get', 'childNodes'].flatMap((name) => [
        `libxmljs#parseXml().${name}`,
        `libxmljs2#parseXml().${name}`,
        `libxmljs#parseXml().root().${name}`,
        `libxmljs2#parseXml().root().${name}`,
      ]),
      argument: 0,
      before: 'import libxmljs from "libxmljs2";\nconst orders = libxmljs.parseXml("<orders/>");',
      bad: 'return orders.get(`//order[@id="${input}"]`);',
      good: 'return orders.get(`//order[@id="${Number(input)}"]`);',
    },
  ],
);
