import type { ClearingTable, Transform, UndoingTable } from './spec.ts';

/**
 * Which transform ends which class of flow, with the reason. What is not listed is not cleared: a text that is quoted
 * for a shell is still the wrong thing in SQL.
 */
export const clearing: ClearingTable = {
  // The form changes, what a stranger can say does not.
  'json-parsed': [],
  'url-decoded': [],
  'base64-decoded': [],
  decompressed: [],
  // Escapes new lines and quotes `"`, but leaves `<`, `'`, `$` and `/`.
  'json-encoded': ['log-injection', 'header-injection', 'mail-injection'],
  // Only letters, digits and `-_.~%` (also `!*'()` in JavaScript) are left: no separator, space, new line, `<` or `"`, no operator object, no scheme.
  'url-encoded': [
    'path-traversal',
    'server-side-request-forgery',
    'open-redirect',
    'header-injection',
    'log-injection',
    'mail-injection',
    'cross-site-scripting',
    'argument-injection',
    'nosql-injection',
    'cloud-resource-injection',
    'xml-external-entity',
    'unsafe-deserialization',
  ],
  // Digits, a sign, a point and an exponent say nothing in any language; as a name they choose among numbers only.
  number: 'all',
  boolean: 'all',
  // Letters, digits, `_` and `-`: no quote, separator or operator. A leading `-` can still be an option, a word can still be a name in code or the name of a resource.
  identifier: [
    'command-injection',
    'sql-injection',
    'nosql-injection',
    'path-traversal',
    'server-side-request-forgery',
    'cross-site-scripting',
    'template-injection',
    'unsafe-deserialization',
    'xml-external-entity',
    'ldap-injection',
    'xpath-injection',
    'log-injection',
    'header-injection',
    'open-redirect',
    'regex-denial-of-service',
    'mail-injection',
    'prompt-injection',
  ],
  // One word in any language; it can still be the name of another host or file.
  word: [
    'command-injection',
    'sql-injection',
    'cross-site-scripting',
    'template-injection',
    'unsafe-deserialization',
    'xml-external-entity',
    'ldap-injection',
    'xpath-injection',
    'log-injection',
    'header-injection',
    'mail-injection',
  ],
  // No separators: it stays in its folder. The text is otherwise free.
  'file-name': ['path-traversal'],
  // One word for a POSIX shell. As an argument it may still begin with `-`.
  'shell-quoted': ['command-injection'],
  // `<`, `>`, `&` and quotes are entities; new lines are left.
  'html-escaped': ['cross-site-scripting', 'xml-external-entity'],
  // Quotes are doubled or escaped for the driver.
  'sql-escaped': ['sql-injection'],
  // Every character stands for itself.
  'regex-escaped': ['regex-denial-of-service'],
  'ldap-escaped': ['ldap-injection'],
  'xpath-escaped': ['xpath-injection'],
  // A line cannot be added.
  'line-free': ['log-injection', 'header-injection', 'mail-injection'],
  // No object with operators, no list: see `notWhole`. In a query language a text is as dangerous as before.
  'text-only': [],
  // Types and shapes are fixed, texts are free: no operators, no unknown keys.
  'schema-checked': [],
  // One of a list that the code holds.
  'allow-listed': 'all',
  // The host is one that the code names.
  'host-checked': ['server-side-request-forgery', 'open-redirect'],
  // The resolved path begins with the folder.
  'inside-folder': ['path-traversal'],
  // `$where` and the like are gone.
  'operator-free': [],
};

/**
 * After these a value is a plain text, a number, or an object of a known shape: it no longer counts for rows at position
 * `whole` (operators of a NoSQL query, merged objects), whatever the class.
 */
export const notWhole: readonly Transform[] = [
  'text-only',
  'schema-checked',
  'operator-free',
  'json-encoded',
  'url-encoded',
  'html-escaped',
  'shell-quoted',
  'sql-escaped',
  'regex-escaped',
  'ldap-escaped',
  'xpath-escaped',
  'line-free',
  'file-name',
  'identifier',
  'word',
  'decompressed',
  'base64-decoded',
  'url-decoded',
];

/**
 * What a transform makes untrue of what was true before. A decoding can bring back every character; cutting and joining
 * leave `text-only` and the like alone.
 */
export const undoing: UndoingTable = {
  'json-parsed': [
    'text-only',
    'json-encoded',
    'line-free',
    'html-escaped',
    'shell-quoted',
    'sql-escaped',
    'schema-checked',
    'operator-free',
    'file-name',
  ],
  'url-decoded': [
    'url-encoded',
    'file-name',
    'line-free',
    'html-escaped',
    'shell-quoted',
    'sql-escaped',
    'json-encoded',
    'regex-escaped',
    'ldap-escaped',
    'xpath-escaped',
    'inside-folder',
    'host-checked',
  ],
  'base64-decoded': [
    'identifier',
    'word',
    'url-encoded',
    'file-name',
    'line-free',
    'html-escaped',
    'shell-quoted',
    'sql-escaped',
    'json-encoded',
    'regex-escaped',
    'ldap-escaped',
    'xpath-escaped',
    'inside-folder',
    'host-checked',
    'schema-checked',
  ],
  decompressed: [
    'identifier',
    'word',
    'url-encoded',
    'file-name',
    'line-free',
    'html-escaped',
    'shell-quoted',
    'sql-escaped',
    'json-encoded',
    'regex-escaped',
    'ldap-escaped',
    'xpath-escaped',
    'text-only',
    'schema-checked',
  ],
  'json-encoded': ['shell-quoted', 'sql-escaped', 'operator-free'],
  'url-encoded': [],
  number: [],
  boolean: [],
  identifier: [],
  word: [],
  'file-name': ['shell-quoted'],
  'shell-quoted': [],
  'html-escaped': [],
  'sql-escaped': [],
  'regex-escaped': [],
  'ldap-escaped': [],
  'xpath-escaped': [],
  'line-free': [],
  'text-only': [],
  'schema-checked': [],
  'allow-listed': [],
  'host-checked': [],
  'inside-folder': [],
  'operator-free': [],
};
