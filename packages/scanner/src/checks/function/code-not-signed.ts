import { isAbsent, settled, type FixIntent, type NodeId } from '@leastwise/model';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { addResource, added, set } from '../fix-intents.ts';

export default defineCheck({
  name: 'code-not-signed',
  title: 'Unsigned code can be deployed to the function',
  area: 'function',
  subjects: ['function'],
  severity: 'info',
  since: '0.1.0',
  rows: [14],
  mappings: { owasp: ['SAS-6'], csa: ['CSA-6'], cwe: [494], attack: ['T1195.002'], checkov: ['CKV_AWS_272'] },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { codeSigningConfig, packageType } = subject.facet;
    // Images are signed in their registry; Lambda checks signatures of zip archives only.
    if (settled(packageType) === 'Image') return notApplicable;
    if (codeSigningConfig.kind === 'unknown')
      return open('code signing configuration of the function', codeSigningConfig, estate);
    if (isAbsent(codeSigningConfig)) {
      return fail(subject.keyRange, `Lambda takes any code for ${subject.name}: no signature is asked for.`, {
        fix: { summary: 'set CodeSigningConfigArn to a configuration that enforces', edit: [...signing(subject)] },
      });
    }
    const config = estate.get(estate.resolve(codeSigningConfig, 'code-signing-config')?.id, 'code-signing-config');
    if (config === undefined || settled(config.facet.untrusted) !== 'Warn') return pass;
    return fail(
      config.facet.untrusted.origin,
      `The signing configuration of ${subject.name} only warns of unsigned code, and takes it.`,
      {
        fix: { summary: 'set UntrustedArtifactOnDeployment: Enforce', edit: [set(config, 'untrusted', 'Enforce')] },
      },
    );
  },
});

/** A signing profile of the stack, and a configuration that takes nothing else. */
function signing(subject: { readonly id: NodeId }): readonly FixIntent[] {
  return [
    addResource(subject, 'SigningProfile', 'AWS::Signer::SigningProfile', { PlatformId: 'AWSLambda-SHA384-ECDSA' }),
    addResource(subject, 'CodeSigning', 'AWS::Lambda::CodeSigningConfig', {
      AllowedPublishers: { SigningProfileVersionArns: [added('SigningProfile', 'ProfileVersionArn')] },
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Enforce' },
    }),
    set(subject, 'codeSigningConfig', added('CodeSigning', 'CodeSigningConfigArn')),
  ];
}
