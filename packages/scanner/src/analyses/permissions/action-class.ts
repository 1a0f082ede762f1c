/**
 * What an action does, as far as somebody who can start its caller is concerned. `writes`: changes data or settings, sends,
 * starts or controls something. `reads`: hands out data. `spends`: computes an answer at a price and keeps nothing. `looks`:
 * tells what exists. Nothing at all for logs, traces, metrics, network interfaces and the keys of what is read anyway.
 */
export type ActionClass = 'writes' | 'reads' | 'spends' | 'looks';

/** The classes of an action pattern such as `s3:Get*`; a wildcard may hold several. */
export function actionClasses(pattern: string): readonly ActionClass[] {
  const [service = '', verb = '*'] = pattern.toLowerCase().split(':');
  if (/^[*?]+$/.test(service)) return ['writes', 'reads'];
  if (upkeep.some(([of, verbs]) => of.test(service) && verbs.test(verb))) return [];
  if (service === 'logs' && /^[*?]+$/.test(verb)) return ['looks'];
  const paid = paidAnswers[service];
  if (paid !== undefined && paid.test(verb)) return ['spends'];
  if (/^[*?]+$/.test(verb)) return ['writes', 'reads'];
  const plain = verb.replace(/^admin/, '');
  if (data.test(plain)) return ['reads'];
  if (existence.test(plain)) return ['looks'];
  return reading.test(plain) ? ['reads'] : ['writes'];
}

/** What every execution role may do for the running of the function itself. */
const upkeep: readonly (readonly [RegExp, RegExp])[] = [
  [/^logs$/, /^(create|put|describe|tag)/],
  [/^xray$/, /^(put|getsampling|\*)/],
  [/^cloudwatch$/, /^putmetric/],
  [
    /^ec2$/,
    /^(describe(networkinterfaces|subnets|securitygroups|vpcs|dhcpoptions)|createnetworkinterface|deletenetworkinterface|detachnetworkinterface|(un)?assignprivateipaddresses)/,
  ],
  // A key opens only what its holder can read already.
  [/^kms$/, /^(decrypt|encrypt|generatedatakey|reencrypt|describekey)/],
  [/^ecr(-public)?$/, /^(getauthorizationtoken|batchchecklayeravailability|getdownloadurlforlayer|batchgetimage)/],
  [/^codedeploy$/, /^putlifecycleeventhookexecutionstatus$/],
  [/^lambda$/, /^(getlayerversion|checkpointdurableexecution|getdurableexecutionstate)/],
  [/^sts$/, /^getcalleridentity$/],
];

/** Services that compute an answer, with the actions that keep nothing. */
const paidAnswers: Readonly<Partial<Record<string, RegExp>>> = {
  bedrock: /^(\*|invoke|converse|applyguardrail|countt)/,
  'bedrock-runtime': /^/,
  comprehend: /^(\*|detect|batchdetect|classify|contains)/,
  comprehendmedical: /^/,
  geo: /^(calculate|search|getplace|getmap)/,
  'geo-places': /^/,
  'geo-routes': /^/,
  polly: /^(\*|synthesize|describevoices)/,
  rekognition: /^(detect|compare|recognize|getcelebrity)/,
  sagemaker: /^invokeendpoint/,
  textract: /^(\*|detect|analyze)/,
  transcribe: /^startstream/,
  translate: /^(\*|translate)/,
};

/** Lists and looks that hand out contents. */
const data =
  /^(listbucket|listobjects|describeexecution|getexecutionhistory|getfunctionconfiguration|startconfigurationsession|getlatestconfiguration|initiateauth|respondtoauthchallenge)/;

const existence =
  /^(list|describe|head|get[a-z]*(attributes?|location|url|policy|status|tagging|quota|count|configuration)$|getrandompassword$|estimate|validate)|validate$/;

const reading =
  /^(batchget|get|query|scan|select|partiqlselect|partiqlhistory|receive|search|filter|retrieve|lookup|read|download|subscribe|startquery|transactget|export|detect|view|recommend)/;
