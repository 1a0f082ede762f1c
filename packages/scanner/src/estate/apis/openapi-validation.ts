import { asList, asMap, asText, member, settled, type Value } from '@leastwise/model';
import { flag } from '../mapping.ts';
import { dereference } from './openapi-document.ts';

/**
 * Whether the operation's request validator has something to validate: a body model, or a parameter that is required.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
export function operationValidated(document: Value, operation: Value): Value<boolean> {
  const own = member(operation, 'x-amazon-apigateway-request-validator');
  const name = own.kind === 'absent' ? member(document, 'x-amazon-apigateway-request-validator') : own;
  if (name.kind === 'absent') return { kind: 'absent', origin: operation.origin, default: false };
  const validators = member(document, 'x-amazon-apigateway-request-validators');
  const named = asText(name);
  if (named === undefined || asMap(validators) === undefined) {
    return { kind: 'unknown', cause: 'attribute', reason: 'The request validator is not known.', origin: name.origin };
  }
  const validator = member(validators, named);
  const body = settled(flag('validateRequestBody', { default: false }).read(validator)) === true;
  const parameters = settled(flag('validateRequestParameters', { default: false }).read(validator)) === true;
  const value =
    (body && hasBodyModel(document, operation)) || (parameters && hasRequiredParameter(document, operation));
  return { kind: 'known', value, origin: name.origin };
}

function parametersOf(document: Value, operation: Value): readonly Value[] {
  return (asList(member(operation, 'parameters')) ?? []).map((parameter) => dereference(document, parameter));
}

function hasBodyModel(document: Value, operation: Value): boolean {
  const content = member(dereference(document, member(operation, 'requestBody')), 'content');
  if ([...(asMap(content)?.values() ?? [])].some((media) => member(media, 'schema').kind !== 'absent')) return true;
  return parametersOf(document, operation).some(
    (parameter) => asText(member(parameter, 'in')) === 'body' && member(parameter, 'schema').kind !== 'absent',
  );
}

function hasRequiredParameter(document: Value, operation: Value): boolean {
  return parametersOf(document, operation).some((parameter) => settled(flag('required').read(parameter)) === true);
}
