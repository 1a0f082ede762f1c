/**
 * Milliseconds of a date as IAM writes them: ISO 8601 as W3C profiles it, or seconds since 1970. Undefined when it is neither.
 * A time without a zone is UTC: the clock of the machine must not decide.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export function parseDate(text: string): number | undefined {
  // Four digits are a year.
  if (/^-?\d+(?:\.\d+)?$/.test(text) && text.length !== 4) return Number(text) * 1000;
  const match = /^\d{4}(?:-\d{2}(?:-\d{2}(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/i.exec(text);
  if (match === null) return undefined;
  const zoned = match[1] !== undefined && match[2] === undefined ? `${text}Z` : text;
  const time = Date.parse(
    zoned.toUpperCase().replace(/([+-]\d{2})(\d{2})$/, match[2]?.includes(':') === false ? '$1:$2' : '$&'),
  );
  return Number.isNaN(time) ? undefined : time;
}
