import { asList, asText, isAbsent, member, type FixMap, type Mappings, type Value } from '@leastwise/model';
import { defineCheck, fail, open, pass, type Outcome } from '../define-check.ts';
import { append } from '../fix-intents.ts';
import { joinMappings } from '../join-mappings.ts';

const risks = { owasp: ['SAS-5'], csa: ['CSA-5'], cwe: [778], attack: ['T1562.008'] } satisfies Mappings;

const questions = [
  {
    type: 'AWS::Lambda::Function',
    what: 'invocations of functions',
    peers: { prowler: ['awslambda_function_invoke_api_operations_cloudtrail_logging_enabled'] } satisfies Mappings,
  },
  {
    type: 'AWS::S3::Object',
    what: 'reads and writes of objects',
    peers: { fsbp: ['S3.22', 'S3.23'], kics: ['tf:a8fc2180'], trivy: ['AWS-0171', 'AWS-0172'] } satisfies Mappings,
  },
] as const;

/** Data events cost by their number, so that a trail which leaves them out is a choice; the peers' question is kept. */
export default defineCheck({
  name: 'trail-without-data-events',
  title: 'Trail does not record who uses functions or objects',
  area: 'observability',
  subjects: ['trail'],
  severity: 'info',
  since: '0.1.0',
  rows: [22, 126],
  mappings: joinMappings(risks, ...questions.map(({ peers }) => peers)),
  fix: 'review',
  evaluate(subject, { estate }) {
    const { selectors, advancedSelectors } = subject.facet;
    const types = [...plainTypes(selectors), ...advancedTypes(advancedSelectors)];
    const unsure = [selectors, advancedSelectors, ...types, ...fieldsOf(advancedSelectors).map(nameOf)].find(
      (value) => value.kind === 'unknown' || value.kind === 'choice',
    );
    return questions.map(({ type, what, peers }): Outcome => {
      if (types.some((value) => asText(value) === type)) return pass;
      if (unsure !== undefined) return open(`the event selectors of ${subject.name}`, unsure, estate);
      return fail(
        isAbsent(selectors) ? subject.keyRange : selectors.origin,
        `${subject.name} records changes of the account, but no ${what}.`,
        {
          key: type,
          mappings: joinMappings(risks, peers),
          fix: {
            summary: `add a selector for ${type}, for all of them or for those that matter`,
            // A trail has selectors of one of the two kinds.
            edit: isAbsent(selectors) ? [append(subject, 'advancedSelectors', selectorFor(type, what))] : [],
          },
        },
      );
    });
  },
});

function selectorFor(type: string, name: string): FixMap {
  return {
    Name: name,
    FieldSelectors: [
      { Field: 'eventCategory', Equals: ['Data'] },
      { Field: 'resources.type', Equals: [type] },
    ],
  };
}

/** `DataResources[].Type` of each selector. */
function plainTypes(selectors: Value): readonly Value[] {
  return (asList(selectors) ?? []).flatMap((selector) =>
    (asList(member(selector, 'DataResources')) ?? []).map((resource) => member(resource, 'Type')),
  );
}

/** What the field `resources.type` of each selector equals. */
function advancedTypes(selectors: Value): readonly Value[] {
  return fieldsOf(selectors)
    .filter((field) => asText(nameOf(field)) === 'resources.type')
    .flatMap((field) => asList(member(field, 'Equals')) ?? []);
}

function fieldsOf(selectors: Value): readonly Value[] {
  return (asList(selectors) ?? []).flatMap((selector) => asList(member(selector, 'FieldSelectors')) ?? []);
}

function nameOf(field: Value): Value {
  return member(field, 'Field');
}
