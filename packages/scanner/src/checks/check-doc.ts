/** The prose and the examples of a check: the default export of `<check>.doc.ts`. Its docs page is made from it. */
export interface CheckDoc {
  /** Why the state is bad, for somebody who has not met it. */
  readonly why: string;
  /** How an attacker uses it, step by step. */
  readonly exploit: string;
  /** What to write, where the fix belongs: in the template, or in the code. */
  readonly fix: TemplateFix | CodeFix;
  /** What the check cannot see, and when to ignore it. */
  readonly blindSpots: string;
  /** Pages that decide the question. */
  readonly sources: readonly string[];
  /** Whole small templates in YAML. The harness runs each, and rewrites it in ways that must not change the answer. */
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
}

export interface Example {
  /** What the example is: `an order API whose URL asks for nothing`. */
  readonly title: string;
  readonly template: string;
  /** Logical id of the subject; on bad examples the harness expects the finding there. */
  readonly subject: string;
  /** Text that must stand inside the reported range, on bad examples. */
  readonly marks?: string;
  /** Further files that the template needs: path beside the template → text. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface TemplateFix {
  readonly sam: string;
  readonly cloudformation: string;
}

export interface CodeFix {
  readonly javascript: string;
  readonly python: string;
}

const fixNames: Readonly<Record<keyof TemplateFix | keyof CodeFix, string>> = {
  sam: 'SAM',
  cloudformation: 'CloudFormation',
  javascript: 'JavaScript and TypeScript',
  python: 'Python',
};

/** The fix by place: what people call it, and what to write. */
export function fixesOf(doc: CheckDoc): readonly { readonly place: string; readonly text: string }[] {
  return Object.entries(doc.fix).map(([place, text]) => ({
    place: fixNames[place as keyof typeof fixNames],
    text: text as string,
  }));
}
