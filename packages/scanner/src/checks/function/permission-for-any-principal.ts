import { describe, isAbsent, settled } from '@leastwise/model';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { ownAccount, set } from '../fix-intents.ts';

export default defineCheck({
  name: 'permission-for-any-principal',
  title: 'Anyone with an AWS account can invoke the function',
  area: 'function',
  subjects: ['function-permission'],
  severity: 'critical',
  since: '0.1.0',
  rows: [23, 270],
  mappings: {
    owasp: ['SAS-2', 'SAS-4'],
    csa: ['CSA-2', 'CSA-4'],
    cwe: [284, 732],
    fsbp: ['Lambda.1'],
    attack: ['T1190', 'T1648'],
    checkov: ['CKV_AWS_301'],
    kics: ['cfn:1d6e16f1', 'tf:ad9dabc7', 'tf:e08ed7eb'],
    cfn_nag: ['F13'],
    prowler: ['awslambda_function_not_publicly_accessible'],
    cdk_nag: ['LambdaFunctionPublicAccessProhibited'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { principal, organization, sourceAccount, sourceArn, urlAuthType, viaUrl, action } = subject.facet;
    const who = settled(principal);
    // The account itself, by whatever number.
    if (principal.kind === 'unknown' && principal.name === 'AWS::AccountId') return pass;
    if (who === undefined)
      return isAbsent(principal) ? notApplicable : open('principal of the permission', principal, estate);
    if (who !== '*') return pass;
    const called = estate.functionOf(subject.facet.function)?.function;
    const hasUrl = estate
      .of('function-url')
      .some((url) => estate.functionOf(url.facet.function)?.function.id === called?.id);
    const forUrl =
      settled(action)?.toLowerCase() === 'lambda:invokefunctionurl' ||
      settled(viaUrl) === true ||
      !isAbsent(urlAuthType);
    // The URL itself is judged by what it asks of its callers.
    if (forUrl && hasUrl) return notApplicable;
    for (const limit of [organization, sourceAccount]) if (!isAbsent(limit)) return pass;
    if (!isAbsent(sourceArn) && !describe(sourceArn).startsWith('*')) return pass;
    const name = called?.name ?? describe(subject.facet.function);
    return fail(
      principal.origin,
      forUrl
        ? `Anyone may call ${name} through a function URL, and no URL of the template says who should: whoever adds one opens the function.`
        : `Anyone with an AWS account may invoke ${name} with an event of their choice, past every gateway in front of it.`,
      {
        ...(forUrl ? { severity: 'medium' as const } : {}),
        fix: {
          summary: 'name the service or account in Principal, with SourceArn or SourceAccount',
          edit: [set(subject, 'principal', ownAccount)],
        },
      },
    );
  },
});
