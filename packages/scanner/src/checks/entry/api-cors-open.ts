import {
  asText,
  describe,
  settled,
  type FixIntent,
  type Mappings,
  type SourceRange,
  type Value,
} from '@leastwise/model';
import { headersOfPreflights } from '../../analyses/gateways/preflight-headers.ts';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { defineCheck, fail, notApplicable, open, pass, type SubjectOf } from '../define-check.ts';
import { reference, replace } from '../fix-intents.ts';
import { joinMappings } from '../join-mappings.ts';

const risks = {
  owasp: ['SAS-3'],
  csa: ['CSA-3'],
  cwe: [942],
  prowler: ['awslambda_function_url_cors_policy'],
} satisfies Mappings;
/** Asked of a function URL that lets every method in as well. */
const allMethods = { checkov: ['CKV2_AWS_75'] } satisfies Mappings;

/** Browsers send cookies across origins only with Allow-Credentials, so `*` alone lets no page act as a user. */
export default defineCheck({
  name: 'api-cors-open',
  title: 'Pages of every origin may call the API',
  area: 'entry',
  subjects: ['function-url', 'http-api', 'rest-api'],
  severity: 'medium',
  since: '0.1.0',
  rows: [28],
  mappings: joinMappings(risks, allMethods),
  fix: 'review',
  evaluate(subject, { estate }) {
    const cors = subject.kind === 'rest-api' ? restCors(estate, subject) : writtenCors(subject);
    if (cors === undefined) return notApplicable;
    if (cors.any === undefined)
      return cors.unsettled === undefined ? pass : open('origins that may call', cors.unsettled, estate);
    const words = cors.credentials ? 'with the cookies of whoever is signed in' : 'without credentials';
    return fail(cors.any, `Pages of every origin may call ${subject.name} ${words}.`, {
      severity: cors.credentials ? 'medium' : 'info',
      mappings: takesAllMethods(subject) ? joinMappings(risks, allMethods) : risks,
      fix: { summary: 'name the origins of your own pages', edit: [...ownPages(subject, cors.any, estate)] },
    });
  },
});

function takesAllMethods(subject: SubjectOf<'function-url' | 'http-api' | 'rest-api'>): boolean {
  return subject.kind === 'function-url' && subject.facet.cors.methods.items.some((method) => asText(method) === '*');
}

interface Cors {
  /** Where every origin is let in. */
  readonly any?: SourceRange;
  readonly credentials: boolean;
  /** An origin that is not known. */
  readonly unsettled?: Value;
}

function writtenCors(subject: NodeOf<'function-url'> | NodeOf<'http-api'>): Cors | undefined {
  const { cors } = subject.facet;
  if (!cors.present) return undefined;
  const any = cors.origins.items.find((origin) => /^(\*|https?:\/\/\*)$/.test(asText(origin) ?? ''));
  const unsettled =
    cors.origins.open ?? cors.origins.items.find((origin) => origin.kind === 'unknown' || origin.kind === 'choice');
  return {
    credentials: settled(cors.credentials) === true,
    ...(any === undefined ? {} : { any: any.origin }),
    ...(unsettled === undefined ? {} : { unsettled }),
  };
}

function restCors(estate: Estate, subject: NodeOf<'rest-api'>): Cors | undefined {
  const headers = headersOfPreflights(estate, subject.id);
  const origins = headers.filter(({ name }) => name === 'access-control-allow-origin');
  if (origins.length === 0) return undefined;
  const any = origins.find(({ value }) => /^'?\*'?$/.test(describe(value)));
  const credentials = headers.some(
    ({ name, value }) => name === 'access-control-allow-credentials' && /^'?true'?$/i.test(describe(value)),
  );
  return { credentials, ...(any === undefined ? {} : { any: any.value.origin }) };
}

/** Where one distribution of the same application serves pages, those are the pages. */
function ownPages(
  subject: SubjectOf<'function-url' | 'http-api' | 'rest-api'>,
  at: SourceRange,
  estate: Estate,
): readonly FixIntent[] {
  const [distribution, second] = estate.of('distribution');
  if (distribution === undefined || second !== undefined || subject.kind === 'rest-api') return [];
  return [replace(subject, at, { $text: ['https://', reference(distribution, 'DomainName')] })];
}
