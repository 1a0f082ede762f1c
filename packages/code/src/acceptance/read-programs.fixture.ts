import { flowClasses, type FlowClass } from '../facts/flow-class.ts';
import type { EventSource } from '../facts/event-source.ts';

/** A small application with one weakness, and its repaired twin. The first file holds `handler`. */
export interface ProgramPair {
  readonly title: string;
  readonly class: FlowClass;
  readonly source: EventSource;
  readonly bad: Readonly<Record<string, string>>;
  readonly good: Readonly<Record<string, string>>;
}

/**
 * The programs stand in text files, so that they are written as people write them, without the escapes of a template literal:
 *
 * - `# title | class | what starts it` begins a program,
 * - `--- name` begins a file of it,
 * - `[bad]`, `[good]` and `[end]` hold what the repair changes.
 */
export function readPrograms(text: string): readonly ProgramPair[] {
  return text.split(/^# /m).slice(1).map(readPair);
}

function readPair(text: string): ProgramPair {
  const lineEnd = text.indexOf('\n');
  const [title = '', flowClass = '', source = ''] = text
    .slice(0, lineEnd)
    .split('|')
    .map((part) => part.trim());
  if (!isFlowClass(flowClass)) throw new Error(`${title}: ${flowClass} is no class.`);
  const files = text.slice(lineEnd + 1);
  return {
    title,
    class: flowClass,
    source: source as EventSource,
    bad: filesOf(files, 'bad'),
    good: filesOf(files, 'good'),
  };
}

function filesOf(text: string, twin: 'bad' | 'good'): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  let lines: string[] = [];
  let arm: string | undefined;
  for (const line of text.split('\n')) {
    const name = /^--- (.+)$/.exec(line)?.[1];
    const mark = /^\s*\[(bad|good|end)\]$/.exec(line)?.[1];
    if (mark !== undefined) arm = mark === 'end' ? undefined : mark;
    else if (name !== undefined) {
      files[name] = '';
      lines = [];
    } else if (arm === undefined || arm === twin) lines.push(line);
    const last = Object.keys(files).at(-1);
    if (last !== undefined) files[last] = `${lines.join('\n').trimEnd()}\n`;
  }
  return files;
}

function isFlowClass(name: string): name is FlowClass {
  return Object.hasOwn(flowClasses, name);
}
