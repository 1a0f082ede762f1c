/**
 * Decides from the raw text whether a file is a CloudFormation or SAM template, without parsing it: a repository holds
 * thousands of other YAML and JSON files, and a template that is broken must still be recognised so that it is reported.
 * Asks for a `Resources` key and for something that only CloudFormation has.
 */
export function looksLikeTemplate(text: string): 'cloudformation' | undefined {
  if (text.includes('Resources') && isTemplate(text)) return 'cloudformation';
  return text.includes('AWS::Serverless-') && WITHOUT_RESOURCES.test(text) ? 'cloudformation' : undefined;
}

function isTemplate(text: string): boolean {
  if (!MARK.test(text)) return false;
  const isJson = /^[\uFEFF\s]*[{[]/.test(text);
  return isJson ? quotedResources(text) : RESOURCES_LINE.test(text);
}

/**
 * A resource type in the place of a type, the format version, or the transform. `AWS::` alone is not enough: a page about
 * CloudFormation, a policy or a log of a deployment has it too.
 */
const MARK =
  /["']?Type["']?[ \t]*:\s{0,80}["']?(?:AWS|Alexa|Custom)::|AWSTemplateFormatVersion|["']?Transform["']?[ \t]*:[\s[\-"']{0,80}AWS::/;

/** SAM's transform at the top of a file that has no Resources: one that is misspelled must be reported. */
const WITHOUT_RESOURCES = /(?:^|[\r\n])\uFEFF?Transform[ \t]*:[\s[\-"']{0,80}AWS::Serverless-/;

/** `Resources:` at the beginning of a line without indentation; a broken template may indent it by accident. */
const RESOURCES_LINE = /(?:^|[\r\n])\uFEFF?(?:["']?Resources["']?|\? *Resources)[ \t]*:(?=[\s#{&!<]|$)/;

const RESOURCES_KEY = /"Resources"\s*:\s*\{|(?:^|[\s,{])'?Resources'?\s*:\s/g;

/** With the format version beside it, `Resources` of any kind is a template's: one that is wrong must be reported. */
const RESOURCES_OF_ANY_KIND = /"Resources"\s*:|(?:^|[\s,{])'?Resources'?\s*:\s/g;

/** True when a `Resources` key stands directly in the outermost map; files with it deeper are findings or plans about templates. */
function quotedResources(text: string): boolean {
  let depth = 0;
  let at = 0;
  const sought = text.includes('"AWSTemplateFormatVersion"') ? RESOURCES_OF_ANY_KIND : RESOURCES_KEY;
  sought.lastIndex = 0;
  for (let match = sought.exec(text); match !== null; match = sought.exec(text)) {
    const key = match.index;
    let inString = false;
    for (; at < key; at++) {
      const unit = text.charCodeAt(at);
      if (inString) {
        if (unit === 0x5c) at++;
        else if (unit === 0x22 || unit === 10) inString = false;
      } else if (unit === 0x22) inString = true;
      else if (unit === 0x7b || unit === 0x5b) depth++;
      else if (unit === 0x7d || unit === 0x5d) depth--;
    }
    const opens = text.charCodeAt(key) === 0x7b ? 1 : 0;
    if (!inString && depth + opens === 1) return true;
  }
  return false;
}
