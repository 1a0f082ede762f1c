import type { FixIntent, NodeId } from '@leastwise/model';
import { isReachedFromOutside } from '../../analyses/exposure/exposure.ts';
import { invokeConfigsOf } from '../../analyses/functions/failure-destinations.ts';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import type { TriggerFacet } from '../../estate/trigger.ts';
import { triggersOf } from '../../estate/triggers/triggers-of.ts';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { addResource, reference, set } from '../fix-intents.ts';
import { deadLetterArn, deadLetterQueue } from '../fix-resources.ts';

/** Their callers see a failure by themselves: the stack rolls back, the pipeline stops, the rotation is tried again. */
const noticed = new Set(['custom-resource', 'pipeline', 'secret-rotation', 'config-rule']);

export default defineCheck({
  name: 'asynchronous-invocation-without-failure-destination',
  title: 'Events that fail are lost without a trace',
  area: 'function',
  subjects: ['function'],
  severity: 'low',
  since: '0.1.0',
  rows: [1, 247],
  mappings: {
    owasp: ['SAS-5', 'SAS-10'],
    csa: ['CSA-5', 'CSA-10'],
    cwe: [390, 778],
    checkov: ['CKV_AWS_116'],
    kics: ['cfn:c2eae442', 'sam:cb2f612b', 'sls:dec7bc85'],
    prowler: ['awslambda_function_no_dead_letter_queue'],
    cdk_nag: ['LambdaDLQ', 'LambdaAsyncFailureDestination'],
  },
  fix: 'review',
  evaluate(subject, { estate, facts }) {
    const { deadLetterTarget } = subject.facet;
    if (deadLetterTarget.kind === 'unknown')
      return open('dead-letter target of the function', deadLetterTarget, estate);
    if (deadLetterTarget.kind !== 'absent') return pass;
    const started = triggersOf(estate, subject.id).filter(({ facet }) => facet.enabled && facet.invocation === 'async');
    const asynchronous = started.filter(({ facet }) => !noticed.has(facet.kind));
    const qualifiers = new Set(asynchronous.map(({ facet }) => facet.qualifier));
    const caught = [...(qualifiers.size === 0 ? [undefined] : qualifiers)].every((qualifier) =>
      hasDestination(estate, subject, qualifier),
    );
    if (caught) return pass;
    const fix = {
      summary: 'add DeadLetterConfig, or an OnFailure destination in EventInvokeConfig',
      edit: [deadLetterQueue(subject), set(subject, 'deadLetterTarget', deadLetterArn), ...maySend(subject, estate)],
    };
    const [first] = asynchronous;
    if (first === undefined) {
      const why =
        started[0] === undefined
          ? 'Nothing of these templates starts it asynchronously, so no event would reach one.'
          : `Only ${started[0].facet.label} starts it asynchronously, and notices by itself when it fails.`;
      return fail(subject.keyRange, `${subject.name} has no dead-letter queue. ${why}`, {
        severity: 'info',
        fix,
      });
    }
    const carrying = asynchronous.find(({ facet }) => !isClock(facet)) ?? first;
    const evidence = asynchronous
      .slice(0, 5)
      .map(({ facet }) => ({ at: facet.at, message: `${facet.label} starts it and does not wait` }));
    if (isClock(carrying.facet)) {
      return fail(
        subject.keyRange,
        `${subject.name} is started by a clock alone (${carrying.facet.label}): a failed run leaves no trace, though its event holds nothing and the next one follows.`,
        { severity: 'info', evidence, fix },
      );
    }
    // Where only the owner's own services send events, what is lost is work, not the trace of an attack.
    const hostile = facts.exposure
      .waysIn(subject.id)
      .some((way) => asynchronous.includes(way.trigger) && isReachedFromOutside(way.exposure));
    return fail(
      subject.keyRange,
      `${subject.name} is started asynchronously by ${carrying.facet.label}: after two retries a failed event is dropped and nobody knows.`,
      { ...(hostile ? {} : { severity: 'info' as const }), evidence, fix },
    );
  },
});

/** A clock that ticks again; one that strikes once (`at(…)`) has no next time. */
function isClock(facet: TriggerFacet): boolean {
  return facet.kind === 'schedule' && !facet.label.startsWith('at(');
}

/** An event invoke configuration holds for one qualifier: `$LATEST`, an alias or a version. */
function hasDestination(estate: Estate, subject: NodeOf<'function'>, qualifier: NodeId | undefined): boolean {
  return invokeConfigsOf(estate, subject.id).some((config) => {
    const { facet } = config;
    if (facet.onFailure.kind === 'absent') return false;
    const named = estate.resolve(facet.qualifier, 'function-alias', 'function-version')?.id;
    // An alias is usually named by its bare name, which several functions share; then any configuration of the function counts.
    return qualifier === undefined || named === undefined || named === qualifier;
  });
}

/** Lambda writes to the queue with the rights of the function's role. SAM adds the right to a role that it makes. */
function maySend(subject: NodeOf<'function'>, estate: Estate): readonly FixIntent[] {
  const role = estate.resolve(subject.facet.role, 'role');
  if (role === undefined || role.generatedFrom !== undefined) return [];
  return [
    addResource(subject, 'DeadLetterPolicy', 'AWS::IAM::Policy', {
      PolicyName: 'dead-letters',
      Roles: [reference(role)],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: deadLetterArn }],
      },
    }),
  ];
}
