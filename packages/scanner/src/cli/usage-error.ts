/** Wrong usage or configuration: exit code 2. The message says what is wrong, the hint what to do. */
export class UsageError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
