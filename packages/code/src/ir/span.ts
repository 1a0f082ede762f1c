/** UTF-16 offsets into the decoded text of the module's file, byte order mark included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
