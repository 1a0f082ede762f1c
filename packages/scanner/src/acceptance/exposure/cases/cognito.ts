import type { Area, ExposureCase, Json, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import { att, event, fn, ref, resource, sam, samFunction, situation, stack, started } from '../template.ts';

/** A user pool that asks Handler at one step. */
const asked = (step: string, adminOnly?: Json, value: Json = att('Handler')): JsonMap =>
  stack(fn('Handler'), {
    Customers: resource('AWS::Cognito::UserPool', {
      LambdaConfig: { [step]: value },
      ...(adminOnly === undefined ? {} : { AdminCreateUserConfig: { AllowAdminCreateUserOnly: adminOnly } }),
    }),
  });
const way = (exposure: 'public' | 'public-sign-up' | 'authenticated' | 'internal' | 'unknown', rest = {}) =>
  started('user-pool', 'Customers', 'sync', exposure, rest);

const cases: readonly ExposureCase[] = [
  situation('before sign-up, which is open by default', pages.preSignUp, asked('PreSignUp'), [
    way('public', { via: 'anyone can sign up' }),
  ]),
  situation('before sign-up, where administrators make users', pages.preSignUp, asked('PreSignUp', true), [
    way('internal'),
  ]),
  situation(
    'before sign-up, where that hangs on a parameter',
    pages.preSignUp,
    { ...asked('PreSignUp', ref('Closed')), Parameters: { Closed: { Type: 'String' } } },
    [way('unknown', { reason: 'sign up', settleWith: '--param Closed=' })],
  ),
  situation('after confirmation: whoever has signed up', pages.postConfirmation, asked('PostConfirmation'), [
    way('public-sign-up'),
  ]),
  situation(
    'after confirmation of users that administrators make',
    pages.postConfirmation,
    asked('PostConfirmation', true),
    [way('authenticated')],
  ),
  situation('after signing in, in an open pool', pages.postAuthentication, asked('PostAuthentication'), [
    way('public-sign-up'),
  ]),
  situation('after signing in, in a closed pool', pages.postAuthentication, asked('PostAuthentication', true), [
    way('authenticated'),
  ]),
  situation('before authentication runs on every attempt', pages.preAuthentication, asked('PreAuthentication', true), [
    way('public', { via: 'before a user has proved anything' }),
  ]),
  situation(
    'migration runs for every name that the pool does not know',
    pages.userMigration,
    asked('UserMigration', true),
    [way('public')],
  ),
  situation('a message is made for whoever forgot a password', pages.customMessage, asked('CustomMessage', true), [
    way('public'),
  ]),
  situation('challenges are defined for every attempt', pages.challenge, asked('DefineAuthChallenge', true), [
    way('public'),
  ]),
  situation('answers to challenges come before proof', pages.challenge, asked('VerifyAuthChallengeResponse', true), [
    way('public'),
  ]),
  situation('before tokens: after signing in, in an open pool', pages.preToken, asked('PreTokenGeneration'), [
    way('public-sign-up'),
  ]),
  situation(
    'before tokens, in the form with a version',
    pages.preToken,
    asked('PreTokenGenerationConfig', true, { LambdaArn: att('Handler'), LambdaVersion: 'V2_0' }),
    [way('authenticated')],
  ),
  situation(
    'SAM: a Cognito event',
    pages.samEvents,
    sam({
      Customers: resource('AWS::Cognito::UserPool'),
      Handler: samFunction({ Join: event('Cognito', { UserPool: ref('Customers'), Trigger: 'PreSignUp' }) }),
    }),
    [way('public')],
  ),
  situation(
    'two steps of one pool are two ways in',
    pages.userPoolTriggers,
    stack(fn('Handler'), {
      Customers: resource('AWS::Cognito::UserPool', {
        LambdaConfig: { PreSignUp: att('Handler'), PostAuthentication: att('Handler') },
      }),
    }),
    [way('public'), way('public-sign-up')],
  ),
];

export const cognitoArea: Area = { name: 'cognito', cases };
