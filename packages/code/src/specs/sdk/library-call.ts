import type { CodeLanguage } from '../../ir/module.ts';
import type { ArgumentPlace, CalleeName } from '../spec.ts';

/** Where the value of an input member of the AWS operation stands. */
export type InputPlace =
  /** An argument of the call itself. */
  | { readonly from: 'argument'; readonly place: ArgumentPlace }
  /** An argument of the call that made the object: the table's name of `dynamoose.model('orders', schema).get(id)`. */
  | { readonly from: 'made-by'; readonly callee: CalleeName; readonly place: ArgumentPlace }
  | { readonly from: 'constant'; readonly value: string };

export interface AwsOperation {
  /** As the SDK spells it: the package of JavaScript (`client-ssm`), the client of boto3 (`ssm`). */
  readonly service: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, InputPlace>>;
  /** It happens only sometimes: on a cache miss, with an option. */
  readonly sometimes?: true;
}

/** A call of a library that calls AWS in turn; becomes an `SdkCall` of style `library`. */
export interface LibraryCallSpec {
  readonly id: string;
  readonly language: CodeLanguage;
  readonly callees: readonly CalleeName[];
  readonly operations: readonly AwsOperation[];
  /** Where the library says so. */
  readonly page: string;
}

export function argument(place: ArgumentPlace): InputPlace {
  return { from: 'argument', place };
}

export function madeBy(callee: CalleeName, place: ArgumentPlace): InputPlace {
  return { from: 'made-by', callee, place };
}

export function operation(
  service: string,
  name: string,
  input: AwsOperation['input'] = {},
  sometimes = false,
): AwsOperation {
  return { service, operation: name, input, ...(sometimes ? { sometimes: true as const } : {}) };
}
