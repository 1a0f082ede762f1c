import { asList, asText, isAbsent, member, settled, type Value } from '@leastwise/model';
import { append } from '../fix-intents.ts';
import { definePropertyCheck, somebody } from '../property-check.ts';

export default definePropertyCheck({
  name: 'web-acl-without-log4j-rules',
  title: 'Web ACL lets Log4j exploits through',
  area: 'entry',
  subjects: ['web-acl'],
  severity: 'info',
  since: '0.1.0',
  rows: [52, 60],
  mappings: { owasp: ['SAS-1'], csa: ['CSA-1'], cwe: [917], checkov: ['CKV2_AWS_77', 'CKV2_AWS_78', 'CKV_AWS_192'] },
  fix: 'review',
  property: 'Rules',
  look: (acl) => {
    if (acl.type !== 'AWS::WAFv2::WebACL') return undefined;
    const { rules } = acl.facet;
    if (rules.open !== undefined) return { sees: 'open', value: rules.open };
    const blocking = rules.items.find(
      (rule) =>
        settled(rule.managedGroup) === 'AWSManagedRulesKnownBadInputsRuleSet' &&
        !countsOnly(rule.override) &&
        !leavesOut(rule.statement),
    );
    if (blocking !== undefined) return { sees: 'good' };
    const unsure = rules.items.find(
      ({ managedGroup }) => settled(managedGroup) === undefined && !isAbsent(managedGroup),
    );
    return unsure === undefined ? somebody(acl, false) : { sees: 'open', value: unsure.managedGroup };
  },
  message: (name) => `${name} does not have the rules that stop strings for Log4j.`,
  remedy: 'add the managed group AWSManagedRulesKnownBadInputsRuleSet where Java runs behind it',
  evidence: (acl, estate) =>
    estate
      .edgesTo(acl.id, 'protectedBy')
      .flatMap(({ from }) => estate.nodes.get(from) ?? [])
      .map((node) => ({ at: node.keyRange, message: `${node.name} stands behind it` })),
  edit: (acl) => [
    append(acl, 'rules', {
      Name: 'known-bad-inputs',
      Priority: 900,
      OverrideAction: { None: {} },
      Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesKnownBadInputsRuleSet' } },
      VisibilityConfig: {
        SampledRequestsEnabled: true,
        CloudWatchMetricsEnabled: true,
        MetricName: 'known-bad-inputs',
      },
    }),
  ],
});

/** A group whose blocks are overridden with Count stops nothing. */
function countsOnly(override: Value): boolean {
  return !isAbsent(member(override, 'Count'));
}

/** Rules of the group that are excluded, or told to count, stop nothing either. */
function leavesOut(statement: Value): boolean {
  const group = member(statement, 'ManagedRuleGroupStatement');
  const isLog4j = (rule: Value): boolean => /^Log4JRCE/i.test(asText(member(rule, 'Name')) ?? '');
  const excluded = asList(member(group, 'ExcludedRules')) ?? [];
  const overridden = asList(member(group, 'RuleActionOverrides')) ?? [];
  return (
    excluded.some(isLog4j) ||
    overridden.some((rule) => isLog4j(rule) && !isAbsent(member(rule, 'ActionToUse', 'Count')))
  );
}
