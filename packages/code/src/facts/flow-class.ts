/** The classes of injection, each with the weakness it is. Names follow CWE's short titles. */
export const flowClasses = {
  'command-injection': 78,
  'argument-injection': 88,
  'code-injection': 94,
  'sql-injection': 89,
  'nosql-injection': 943,
  'path-traversal': 22,
  'server-side-request-forgery': 918,
  'cross-site-scripting': 79,
  'template-injection': 1336,
  'unsafe-deserialization': 502,
  'xml-external-entity': 611,
  'ldap-injection': 90,
  'xpath-injection': 643,
  'log-injection': 117,
  'header-injection': 113,
  'open-redirect': 601,
  'prototype-pollution': 1321,
  'regex-denial-of-service': 1333,
  'cloud-resource-injection': 99,
  'mail-injection': 93,
  'prompt-injection': 1427,
} as const;

export type FlowClass = keyof typeof flowClasses;
