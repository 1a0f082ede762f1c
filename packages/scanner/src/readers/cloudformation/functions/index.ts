import { choose, importValue, transform, truth } from './choose.ts';
import { cidr } from './cidr.ts';
import type { IntrinsicFunction } from './intrinsic-function.ts';
import { getAZs, length, select, split } from './list.ts';
import { findInMap } from './lookup.ts';
import { getAtt, ref } from './reference.ts';
import { base64, join, sub, toJsonString } from './text.ts';

/**
 * Every intrinsic function.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export const functions: ReadonlyMap<string, IntrinsicFunction> = new Map([
  ['Ref', ref],
  ['Fn::GetAtt', getAtt],
  ['Fn::Sub', sub],
  ['Fn::Join', join],
  ['Fn::Base64', base64],
  ['Fn::ToJsonString', toJsonString],
  ['Fn::Split', split],
  ['Fn::Select', select],
  ['Fn::Length', length],
  ['Fn::GetAZs', getAZs],
  ['Fn::Cidr', cidr],
  ['Fn::FindInMap', findInMap],
  ['Fn::If', choose],
  ['Fn::ImportValue', importValue],
  ['Fn::Transform', transform],
  ...['Condition', 'Fn::Equals', 'Fn::And', 'Fn::Or', 'Fn::Not'].map((name): [string, IntrinsicFunction] => [
    name,
    truth(name),
  ]),
]);
