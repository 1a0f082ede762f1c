import type { Diagnostic } from '@leastwise/model';
import type { OpenSession } from '../session.ts';
import type { Expansion } from './expansion.ts';
import type { Declaration } from './module-source.ts';

export function reportLeftOut(expansion: Expansion, { block, file }: Declaration, session: OpenSession): void {
  if (expansion.leftOut === 0) return;
  session.report({
    code: 'terraform-instances-left-out',
    message: `This block makes ${expansion.items.length + expansion.leftOut} instances; ${expansion.leftOut} of them are not looked at.`,
    range: { file, start: block.start, end: block.labels.at(-1)?.end ?? block.typeEnd },
    hint: 'Nothing needs to be done when the instances are alike.',
    effect: 'note',
  });
}

export function tooMany({ block, file }: Declaration): Diagnostic {
  return {
    code: 'terraform-too-many-instances',
    message: 'This configuration makes more instances than are read; from here on they are not looked at.',
    range: { file, start: block.start, end: block.labels.at(-1)?.end ?? block.typeEnd },
    hint: 'Scan the folders of its modules one by one.',
    effect: 'incomplete',
  };
}
