import { sinksOf, type SinkRow } from '../../example.ts';
import type { SinkSpec } from '../../spec.ts';

const decode = 'import base64\n';

function loads(
  id: string,
  callees: readonly string[],
  before: string,
  bad: string,
  good: string,
  row: Partial<SinkRow> = {},
): SinkRow {
  return { id, callees, argument: 0, before: `${decode}${before}`, bad, good, ...row };
}

/** https://docs.python.org/3/library/pickle.html: "Only unpickle data you trust." */
export const deserializationSinks: readonly SinkSpec[] = sinksOf(
  { language: 'python', class: 'unsafe-deserialization', position: 'any' },
  [
    loads(
      'pickle',
      ['pickle', 'cPickle', '_pickle', 'dill', 'cloudpickle', 'pickle5', 'six.moves.cPickle'].flatMap((name) =>
        ['loads', 'load', 'Unpickler'].map((method) => `${name}#${method}`),
      ),
      'import json\nimport pickle',
      'return pickle.loads(base64.b64decode(event["body"]))',
      'return json.loads(base64.b64decode(event["body"]))',
    ),
    loads(
      'marshal',
      ['marshal#loads', 'marshal#load'],
      'import json\nimport marshal',
      'return marshal.loads(base64.b64decode(event["body"]))',
      'return json.loads(event["body"])',
    ),
    loads(
      'jsonpickle',
      [
        'jsonpickle#decode',
        'jsonpickle#loads',
        'jsonpickle.unpickler#decode',
        'jsonpickle.unpickler#Unpickler().restore',
      ],
      'import json\nimport jsonpickle',
      'return jsonpickle.decode(event["body"])',
      'return json.loads(event["body"])',
    ),
    loads(
      'yaml.load',
      ['yaml#load', 'yaml#load_all', 'ruamel.yaml#load', 'ruamel.yaml#load_all'],
      'import yaml',
      'return yaml.load(event["body"], Loader=yaml.Loader)',
      'return yaml.load(event["body"], Loader=yaml.SafeLoader)',
      {
        when: ['SafeLoader', 'CSafeLoader', 'BaseLoader'].flatMap((name) => [
          { argument: { index: 1, name: 'Loader' }, is: { not: `yaml#${name}` } },
          { argument: { index: 1, name: 'Loader' }, is: { not: `yaml#loader.${name}` } },
          { argument: { index: 1, name: 'Loader' }, is: { not: `ruamel.yaml#${name}` } },
        ]),
      },
    ),
    loads(
      'yaml.unsafe-load',
      [
        'yaml#unsafe_load',
        'yaml#unsafe_load_all',
        'yaml#full_load',
        'yaml#full_load_all',
        'yaml#UnsafeLoader',
        'yaml#Loader',
      ],
      'import yaml',
      'return yaml.unsafe_load(event["body"])',
      'return yaml.safe_load(event["body"])',
    ),
    loads(
      'joblib',
      [
        'joblib#load',
        'sklearn.externals.joblib#load',
        'pandas#read_pickle',
        'pandas.io.pickle#read_pickle',
        'keras.models#load_model',
        'tensorflow.keras.models#load_model',
        'mlflow.pyfunc#load_model',
        'skops.io#load',
        'shelve#open',
        'shelve#DbfilenameShelf',
        'pyarrow#deserialize',
        'dask.distributed#protocol.pickle.loads',
        'xgboost#Booster().load_model',
      ],
      'import io\nimport joblib',
      'return joblib.load(io.BytesIO(base64.b64decode(event["body"])))',
      'return joblib.load("/opt/model.joblib").predict([[len(event["body"])]])',
      { confidence: 'medium' },
    ),
    loads(
      'torch.weights',
      ['torch#load'],
      'import io\nimport torch',
      'return torch.load(io.BytesIO(base64.b64decode(event["body"])))',
      'return torch.load(io.BytesIO(base64.b64decode(event["body"])), weights_only=True)',
      {
        when: [{ argument: { name: 'weights_only' }, is: 'false' }],
        bad: 'return torch.load(io.BytesIO(base64.b64decode(event["body"])), weights_only=False)',
      },
    ),
    loads(
      'numpy.load',
      ['numpy#load', 'numpy#lib.npyio.load'],
      'import io\nimport numpy as np',
      'return np.load(io.BytesIO(base64.b64decode(event["body"])), allow_pickle=True)',
      'return np.load(io.BytesIO(base64.b64decode(event["body"])))',
      { when: [{ argument: { name: 'allow_pickle' }, is: 'true' }] },
    ),
    loads(
      'multiprocessing',
      [
        'multiprocessing.connection#Connection().recv',
        'multiprocessing.reduction#ForkingPickler.loads',
        'celery.utils.serialization#unpickle',
        'kombu.serialization#loads',
        'kombu.serialization#pickle_loads',
        'django.contrib.sessions.serializers#PickleSerializer().loads',
        'rpyc.core.brine#load',
        'fickling.fickle#Pickled.load',
        'pyro5#serializers.loads',
        'twisted.spread.jelly#unjelly',
        'construct#Pickled',
        'srsly#pickle_loads',
        'ormsgpack#loads',
        'klepto.archives#loads',
        'srsly#read_pickle',
      ],
      'from kombu.serialization import pickle_loads',
      'return pickle_loads(base64.b64decode(event["body"]))',
      'return len(event["body"])',
      { confidence: 'medium' },
    ),
  ],
);

const orders = '"<orders/>"';

/** https://docs.python.org/3/library/xml.html#xml-security */
export const xmlSinks: readonly SinkSpec[] = sinksOf(
  { language: 'python', class: 'xml-external-entity', position: 'any' },
  [
    {
      id: 'lxml.parse',
      callees: [
        'lxml.etree#fromstring',
        'lxml.etree#XML',
        'lxml.etree#parse',
        'lxml.etree#iterparse',
        'lxml.etree#fromstringlist',
        'lxml.objectify#fromstring',
        'lxml.objectify#parse',
        'lxml.etree#XMLID',
      ],
      argument: 0,
      confidence: 'medium',
      when: [{ argument: { index: 1, name: 'parser' }, is: 'not-given' }],
      before: 'from lxml import etree',
      bad: 'return etree.fromstring(event["body"]).tag',
      good: 'return etree.fromstring(event["body"], etree.XMLParser(resolve_entities=False)).tag',
    },
    {
      id: 'lxml.resolving-parser',
      callees: ['lxml.etree#fromstring', 'lxml.etree#XML', 'lxml.etree#parse'],
      argument: 0,
      when: [{ argument: { index: 1, name: 'parser', made: { name: 'resolve_entities' } }, is: 'true' }],
      before: 'from lxml import etree',
      bad: 'return etree.fromstring(event["body"], etree.XMLParser(resolve_entities=True)).tag',
      good: 'return etree.fromstring(event["body"], etree.XMLParser(resolve_entities=False)).tag',
    },
    {
      id: 'sax.parse',
      callees: [
        'xml.sax#parseString',
        'xml.sax#parse',
        'xml.sax#make_parser().parse',
        'xml.sax.expatreader#create_parser().parse',
        'xml.dom.pulldom#parseString',
        'xml.dom.pulldom#parse',
        'xml.dom.expatbuilder#parseString',
        'xml.dom.expatbuilder#parse',
      ],
      argument: 0,
      confidence: 'low',
      before: 'import xml.sax\nimport defusedxml.sax\nfrom reports import Handler',
      bad: 'xml.sax.parseString(event["body"], Handler())',
      good: 'defusedxml.sax.parseString(event["body"], Handler())',
    },
    {
      id: 'elementtree.parse',
      // No outside entities, but an entity that grows ("billion laughs") in older releases of expat.
      callees: [
        'xml.etree.ElementTree#fromstring',
        'xml.etree.ElementTree#XML',
        'xml.etree.ElementTree#parse',
        'xml.etree.ElementTree#iterparse',
        'xml.etree.ElementTree#fromstringlist',
        'xml.etree.cElementTree#fromstring',
        'xml.etree.cElementTree#parse',
        'xml.dom.minidom#parseString',
        'xml.dom.minidom#parse',
        'xml.parsers.expat#ParserCreate().Parse',
        'xmltodict#parse',
        'xmlrpc.client#loads',
        'untangle#parse',
        'feedparser#parse',
      ],
      argument: 0,
      confidence: 'low',
      before: 'import xml.etree.ElementTree as ET\nimport defusedxml.ElementTree as Safe',
      bad: 'return ET.fromstring(event["body"]).tag',
      good: 'return Safe.fromstring(event["body"]).tag',
    },
    {
      id: 'lxml.xslt',
      callees: ['lxml.etree#XSLT', 'lxml.isoschematron#Schematron', 'lxml.etree#XMLSchema'],
      argument: 0,
      confidence: 'medium',
      before: 'from lxml import etree\nsafe = etree.XMLParser(resolve_entities=False)',
      bad: 'return etree.XSLT(etree.fromstring(event["body"], safe))',
      good: `return etree.XSLT(etree.fromstring(${orders}, safe))(event["body"])`,
    },
  ],
);

export const directorySinks: readonly SinkSpec[] = sinksOf(
  { language: 'python', class: 'ldap-injection', position: 'text' },
  [
    {
      id: 'ldap.search',
      callees: ['search', 'search_s', 'search_st', 'search_ext', 'search_ext_s'].map(
        (name) => `ldap#initialize().${name}`,
      ),
      argument: { index: 2, name: 'filterstr' },
      before:
        'import ldap\nfrom ldap.filter import escape_filter_chars\ndirectory = ldap.initialize("ldaps://directory")',
      bad: 'return directory.search_s("ou=people", ldap.SCOPE_SUBTREE, f"(uid={input})")',
      good: 'return directory.search_s("ou=people", ldap.SCOPE_SUBTREE, f"(uid={escape_filter_chars(input)})")',
    },
    {
      id: 'ldap.dn',
      callees: [
        'search_s',
        'search_ext_s',
        'simple_bind_s',
        'bind_s',
        'modify_s',
        'add_s',
        'delete_s',
        'compare_s',
        'rename_s',
        'passwd_s',
      ].map((name) => `ldap#initialize().${name}`),
      argument: 0,
      confidence: 'medium',
      before: 'import ldap\nfrom ldap.dn import escape_dn_chars\ndirectory = ldap.initialize("ldaps://directory")',
      bad: 'return directory.simple_bind_s(f"uid={input},ou=people", "secret")',
      good: 'return directory.simple_bind_s(f"uid={escape_dn_chars(input)},ou=people", "secret")',
    },
    {
      id: 'ldap3.search',
      callees: [
        'ldap3#Connection().search',
        'ldap3#Connection().extend.standard.paged_search',
        'ldap3#Reader',
        'bonsai#LDAPClient().connect().search',
      ],
      argument: { index: 1, name: 'search_filter' },
      before:
        'from ldap3 import Connection\nfrom ldap3.utils.conv import escape_filter_chars\ndirectory = Connection("directory")',
      bad: 'return directory.search("ou=people", f"(uid={input})")',
      good: 'return directory.search("ou=people", f"(uid={escape_filter_chars(input)})")',
    },
    {
      id: 'ldap3.base',
      callees: [
        'ldap3#Connection().search',
        'ldap3#Connection().modify',
        'ldap3#Connection().delete',
        'ldap3#Connection().add',
        'ldap3#Connection().compare',
      ],
      argument: { index: 0, name: 'search_base' },
      confidence: 'medium',
      before:
        'from ldap3 import Connection\nfrom ldap3.utils.dn import escape_rdn\ndirectory = Connection("directory")',
      bad: 'return directory.search(f"ou={input}", "(uid=ann)")',
      good: 'return directory.search(f"ou={escape_rdn(input)}", "(uid=ann)")',
    },
    {
      id: 'lxml.xpath',
      class: 'xpath-injection',
      callees: [
        'lxml.etree#fromstring().xpath',
        'lxml.etree#parse().xpath',
        'lxml.etree#XPath',
        'lxml.etree#XPathEvaluator()',
        'lxml.etree#ETXPath',
        'lxml.html#fromstring().xpath',
        '*#xpath',
        'parsel#Selector().xpath',
        'elementpath#select',
      ],
      argument: 0,
      before: 'from lxml import etree\norders = etree.fromstring("<orders/>")',
      bad: 'return orders.xpath(f"//order[@id=\'{input}\']")',
      good: 'return orders.xpath("//order[@id=$id]", id=input)',
    },
    {
      id: 'elementtree.find',
      class: 'xpath-injection',
      callees: ['find', 'findall', 'findtext', 'iterfind'].flatMap((name) => [
        `xml.etree.ElementTree#fromstring().${name}`,
        `xml.etree.ElementTree#parse().${name}`,
        `xml.etree.ElementTree#parse().getroot().${name}`,
        `lxml.etree#fromstring().${name}`,
      ]),
      argument: 0,
      confidence: 'medium',
      before: 'import xml.etree.ElementTree as ET\norders = ET.fromstring("<orders/>")',
      bad: 'return orders.find(f"./order[@id=\'{input}\']").text',
      good: 'return orders.find(f"./order[@id=\'{int(input)}\']").text',
    },
  ],
);
