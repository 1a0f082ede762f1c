import { findSecrets, type CodeValue } from '@leastwise/code';

/** A value of the code for people: what is not known stands as `${ORDERS_TABLE}`, `${event.body.id}` or `${?}`. */
export function describeCodeValue(value: CodeValue): string {
  return withoutSecrets(describe(value));
}

/** A connection string in the code must not reach a report. */
function withoutSecrets(text: string): string {
  let shown = '';
  let from = 0;
  for (const match of findSecrets({ text })) {
    shown += text.slice(from, match.start) + match.masked;
    from = match.end;
  }
  return shown + text.slice(from);
}

function describe(value: CodeValue): string {
  switch (value.kind) {
    case 'literal':
      return String(value.value);
    case 'one-of':
      return value.values.map(describe).join(' | ');
    case 'environment':
      return `\${${value.name}}`;
    case 'text':
      return value.parts.map(describe).join('');
    case 'event':
      return `\${event${value.path === '' || value.path.startsWith('[') ? '' : '.'}${value.path}}`;
    case 'fetched':
      return `\${${value.from}}`;
    case 'map':
      return '{…}';
    case 'list':
      return '[…]';
    case 'unknown':
      return '${?}';
  }
}

/** The host of a URL, as far as it is known. */
export function hostOf(url: CodeValue): string {
  const described = describeCodeValue(url);
  return /^(?:[a-z][a-z\d+.-]*:)?\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(described)?.[1] ?? described;
}
