import type { SourceRange, Value } from '@leastwise/model';
import type { ResourceInstance } from '../resource-instance.ts';
import { accountAttribute } from './account.ts';
import { archiveAttribute } from './archive-file.ts';
import { policyDocumentAttribute } from './policy-document.ts';

/** An attribute of a data source that the configuration alone decides; undefined when only a deployment knows it. */
export type DataAttribute = (instance: ResourceInstance, name: string, at: SourceRange) => Value | undefined;

export const dataAttribute: DataAttribute = (instance, name, at) => {
  const { type } = instance.about;
  const found = Object.hasOwn(SOURCES, type) ? SOURCES[type] : undefined;
  return found?.(instance, name, at);
};

const SOURCES: Readonly<Record<string, DataAttribute>> = {
  archive_file: archiveAttribute,
  aws_caller_identity: accountAttribute,
  aws_iam_policy_document: policyDocumentAttribute,
  aws_partition: accountAttribute,
  aws_region: accountAttribute,
};
