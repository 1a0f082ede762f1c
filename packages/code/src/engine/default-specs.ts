import {
  aliases,
  callbacks,
  clearing,
  eventSchemas,
  inputObjects,
  namedCalls,
  notWhole,
  propagators,
  sanitizers,
  sinks,
  undoing,
} from '../specs/index.ts';
import type { Specs } from './spec-index.ts';

/** The tables that are shipped. */
export const defaultSpecs: Specs = {
  sinks,
  propagators,
  sanitizers,
  events: eventSchemas,
  inputs: inputObjects,
  callbacks,
  aliases,
  namedCalls,
  clearing,
  undoing,
  notWhole,
};
