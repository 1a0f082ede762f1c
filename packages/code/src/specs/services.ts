/** How a request says who sends it. */
export type ServiceCredential =
  | { readonly kind: 'bearer' | 'basic' | 'signature' | 'none' }
  | { readonly kind: 'header'; readonly name: string }
  | { readonly kind: 'query'; readonly name: string }
  /** The secret is a part of the path: a webhook's address. */
  | { readonly kind: 'path' };

/** A third party that functions send data to. */
export interface ServiceSpec {
  readonly name: string;
  /** Host names; `*.` is any one label before it. */
  readonly hosts: readonly string[];
  readonly credentials: readonly ServiceCredential[];
  /** Packages that call it without showing a host: npm and PyPI. */
  readonly packages: readonly string[];
  readonly holds:
    | 'payments'
    | 'messages'
    | 'identity'
    | 'source'
    | 'analytics'
    | 'models'
    | 'storage'
    | 'business'
    | 'maps'
    | 'operations';
}

const bearer: readonly ServiceCredential[] = [{ kind: 'bearer' }];
const basic: readonly ServiceCredential[] = [{ kind: 'basic' }];
const inPath: readonly ServiceCredential[] = [{ kind: 'path' }];
const header = (...names: readonly string[]): readonly ServiceCredential[] =>
  names.map((name) => ({ kind: 'header', name }));
const query = (...names: readonly string[]): readonly ServiceCredential[] =>
  names.map((name) => ({ kind: 'query', name }));

function service(
  name: string,
  holds: ServiceSpec['holds'],
  hosts: readonly string[],
  credentials: readonly ServiceCredential[],
  packages: readonly string[] = [],
): ServiceSpec {
  return { name, hosts, credentials, packages, holds };
}

/** By the reference of each service's API. */
export const services: readonly ServiceSpec[] = [
  service(
    'Stripe',
    'payments',
    ['api.stripe.com', 'files.stripe.com', 'connect.stripe.com'],
    [...bearer, ...basic],
    ['stripe'],
  ),
  service(
    'PayPal',
    'payments',
    ['api-m.paypal.com', 'api-m.sandbox.paypal.com', 'api.paypal.com', 'api.sandbox.paypal.com'],
    [...bearer, ...basic],
    ['@paypal/checkout-server-sdk', '@paypal/paypal-server-sdk', 'paypalrestsdk'],
  ),
  service('Square', 'payments', ['connect.squareup.com', 'connect.squareupsandbox.com'], bearer, [
    'square',
    'squareup',
  ]),
  service('Braintree', 'payments', ['api.braintreegateway.com', 'payments.braintree-api.com'], basic, ['braintree']),
  service('Adyen', 'payments', ['checkout-test.adyen.com', '*.adyen.com', '*.adyenpayments.com'], header('X-API-Key'), [
    '@adyen/api-library',
    'Adyen',
  ]),
  service(
    'Plaid',
    'payments',
    ['production.plaid.com', 'sandbox.plaid.com', 'development.plaid.com'],
    header('PLAID-SECRET', 'PLAID-CLIENT-ID'),
    ['plaid', 'plaid-python'],
  ),
  service('Razorpay', 'payments', ['api.razorpay.com'], basic, ['razorpay']),
  service('Mollie', 'payments', ['api.mollie.com'], bearer, ['@mollie/api-client', 'mollie-api-python']),
  service(
    'Coinbase',
    'payments',
    ['api.coinbase.com', 'api.commerce.coinbase.com'],
    header('X-CC-Api-Key', 'CB-ACCESS-KEY'),
    ['coinbase', 'coinbase-commerce-node'],
  ),
  service(
    'Twilio',
    'messages',
    ['api.twilio.com', 'verify.twilio.com', 'messaging.twilio.com', 'conversations.twilio.com', 'lookups.twilio.com'],
    basic,
    ['twilio'],
  ),
  service('SendGrid', 'messages', ['api.sendgrid.com'], bearer, ['@sendgrid/mail', '@sendgrid/client', 'sendgrid']),
  service('Mailgun', 'messages', ['api.mailgun.net', 'api.eu.mailgun.net'], basic, [
    'mailgun.js',
    'mailgun-js',
    'mailgun',
  ]),
  service('Mailchimp', 'messages', ['*.api.mailchimp.com', 'mandrillapp.com'], basic, [
    '@mailchimp/mailchimp_marketing',
    '@mailchimp/mailchimp_transactional',
    'mailchimp-marketing',
    'mailchimp3',
  ]),
  service(
    'Postmark',
    'messages',
    ['api.postmarkapp.com'],
    header('X-Postmark-Server-Token', 'X-Postmark-Account-Token'),
    ['postmark', 'postmarker'],
  ),
  service('Resend', 'messages', ['api.resend.com'], bearer, ['resend']),
  service('Brevo', 'messages', ['api.brevo.com', 'api.sendinblue.com'], header('api-key'), [
    '@getbrevo/brevo',
    'sib-api-v3-sdk',
  ]),
  service(
    'Vonage',
    'messages',
    ['api.nexmo.com', 'rest.nexmo.com'],
    [...bearer, ...query('api_key', 'api_secret')],
    ['@vonage/server-sdk', 'vonage', 'nexmo'],
  ),
  service(
    'MessageBird',
    'messages',
    ['rest.messagebird.com', 'conversations.messagebird.com'],
    header('Authorization'),
    ['messagebird'],
  ),
  service(
    'Slack',
    'messages',
    ['slack.com', 'hooks.slack.com', 'files.slack.com'],
    [...bearer, ...inPath],
    ['@slack/web-api', '@slack/webhook', '@slack/bolt', 'slack-sdk', 'slack_sdk', 'slack-bolt', 'slackclient'],
  ),
  service(
    'Discord',
    'messages',
    ['discord.com', 'discordapp.com'],
    [...header('Authorization'), ...inPath],
    ['discord.js', '@discordjs/rest', 'discord.py', 'discord-webhook'],
  ),
  service('Telegram', 'messages', ['api.telegram.org'], inPath, [
    'node-telegram-bot-api',
    'telegraf',
    'grammy',
    'python-telegram-bot',
    'pyTelegramBotAPI',
  ]),
  service(
    'Microsoft Teams',
    'messages',
    ['outlook.office.com', 'outlook.office365.com', '*.webhook.office.com', '*.logic.azure.com'],
    inPath,
    ['ms-teams-webhook', 'pymsteams'],
  ),
  service(
    'WhatsApp and Messenger',
    'messages',
    ['graph.facebook.com'],
    [...bearer, ...query('access_token')],
    ['whatsapp', 'fbmessenger', 'facebook-nodejs-business-sdk', 'facebook-business'],
  ),
  service('LINE', 'messages', ['api.line.me', 'api-data.line.me', 'notify-api.line.me'], bearer, [
    '@line/bot-sdk',
    'line-bot-sdk',
  ]),
  service(
    'Pusher',
    'messages',
    ['*.pusher.com', 'api.pusherapp.com', '*.pushnotifications.pusher.com'],
    [{ kind: 'signature' }],
    ['pusher'],
  ),
  service('Expo and Firebase push', 'messages', ['exp.host', 'fcm.googleapis.com'], bearer, [
    'expo-server-sdk',
    'firebase-admin',
    'exponent_server_sdk',
    'pyfcm',
  ]),
  service('OneSignal', 'messages', ['onesignal.com', 'api.onesignal.com'], header('Authorization'), [
    'onesignal-node',
    'onesignal-sdk',
  ]),
  service(
    'GitHub',
    'source',
    ['api.github.com', 'uploads.github.com', 'raw.githubusercontent.com'],
    [...bearer, ...header('Authorization')],
    ['@octokit/rest', '@octokit/core', 'octokit', 'PyGithub', 'github3.py'],
  ),
  service(
    'GitLab',
    'source',
    ['gitlab.com'],
    [...header('PRIVATE-TOKEN', 'JOB-TOKEN'), ...bearer],
    ['@gitbeaker/rest', '@gitbeaker/node', 'python-gitlab'],
  ),
  service('Bitbucket', 'source', ['api.bitbucket.org'], [...bearer, ...basic], ['bitbucket', 'atlassian-python-api']),
  service(
    'Jira and Confluence',
    'business',
    ['*.atlassian.net', 'api.atlassian.com'],
    [...basic, ...bearer],
    ['jira.js', 'jira-client', 'jira', 'atlassian-python-api'],
  ),
  service('OpenAI', 'models', ['api.openai.com'], bearer, [
    'openai',
    'langchain',
    '@langchain/openai',
    'langchain-openai',
  ]),
  service(
    'Azure OpenAI',
    'models',
    ['*.openai.azure.com', '*.cognitiveservices.azure.com'],
    [...header('api-key'), ...bearer],
    ['@azure/openai'],
  ),
  service('Anthropic', 'models', ['api.anthropic.com'], header('x-api-key'), [
    '@anthropic-ai/sdk',
    'anthropic',
    '@langchain/anthropic',
    'langchain-anthropic',
  ]),
  service(
    'Google Gemini',
    'models',
    ['generativelanguage.googleapis.com', 'aiplatform.googleapis.com'],
    [...query('key'), ...header('x-goog-api-key'), ...bearer],
    ['@google/generative-ai', '@google/genai', 'google-generativeai', 'google-genai'],
  ),
  service('Mistral', 'models', ['api.mistral.ai'], bearer, ['@mistralai/mistralai', 'mistralai']),
  service('Cohere', 'models', ['api.cohere.ai', 'api.cohere.com'], bearer, ['cohere-ai', 'cohere']),
  service(
    'Hugging Face',
    'models',
    ['api-inference.huggingface.co', 'huggingface.co', 'router.huggingface.co'],
    bearer,
    ['@huggingface/inference', 'huggingface_hub'],
  ),
  service('Groq', 'models', ['api.groq.com'], bearer, ['groq-sdk', 'groq']),
  service('Replicate', 'models', ['api.replicate.com'], bearer, ['replicate']),
  service('Perplexity', 'models', ['api.perplexity.ai'], bearer),
  service('DeepSeek', 'models', ['api.deepseek.com'], bearer),
  service('ElevenLabs', 'models', ['api.elevenlabs.io'], header('xi-api-key'), ['elevenlabs']),
  service('Pinecone', 'models', ['api.pinecone.io', '*.pinecone.io'], header('Api-Key'), [
    '@pinecone-database/pinecone',
    'pinecone-client',
    'pinecone',
  ]),
  service('Auth0', 'identity', ['*.auth0.com', '*.eu.auth0.com', '*.us.auth0.com'], bearer, [
    'auth0',
    'auth0-python',
    'express-oauth2-jwt-bearer',
  ]),
  service(
    'Okta',
    'identity',
    ['*.okta.com', '*.oktapreview.com'],
    [...header('Authorization'), ...bearer],
    ['@okta/okta-sdk-nodejs', 'okta'],
  ),
  service('Clerk', 'identity', ['api.clerk.com', 'api.clerk.dev'], bearer, [
    '@clerk/clerk-sdk-node',
    '@clerk/backend',
    'clerk-backend-api',
  ]),
  service('Microsoft identity and Graph', 'identity', ['login.microsoftonline.com', 'graph.microsoft.com'], bearer, [
    '@azure/msal-node',
    '@microsoft/microsoft-graph-client',
    'msal',
    'msgraph-sdk',
  ]),
  service(
    'Google identity and APIs',
    'identity',
    [
      'oauth2.googleapis.com',
      'accounts.google.com',
      'www.googleapis.com',
      'sheets.googleapis.com',
      'gmail.googleapis.com',
      'storage.googleapis.com',
      'www.google.com',
    ],
    [...bearer, ...query('key')],
    ['googleapis', 'google-auth-library', 'google-api-python-client', 'google-auth'],
  ),
  service(
    'hCaptcha and Turnstile',
    'identity',
    ['hcaptcha.com', 'api.hcaptcha.com', 'challenges.cloudflare.com'],
    [{ kind: 'none' }],
    ['hcaptcha'],
  ),
  service(
    'Supabase',
    'storage',
    ['*.supabase.co'],
    [...header('apikey'), ...bearer],
    ['@supabase/supabase-js', 'supabase'],
  ),
  service('Upstash', 'storage', ['*.upstash.io'], bearer, ['@upstash/redis', '@upstash/kafka', 'upstash-redis']),
  service('PlanetScale', 'storage', ['aws.connect.psdb.cloud', '*.connect.psdb.cloud'], basic, [
    '@planetscale/database',
  ]),
  service(
    'MongoDB Atlas Data API',
    'storage',
    ['data.mongodb-api.com', '*.data.mongodb-api.com', 'cloud.mongodb.com'],
    header('api-key'),
  ),
  service('Cloudinary', 'storage', ['api.cloudinary.com', 'res.cloudinary.com'], basic, ['cloudinary']),
  service('Dropbox', 'storage', ['api.dropboxapi.com', 'content.dropboxapi.com'], bearer, ['dropbox']),
  service('Box', 'storage', ['api.box.com', 'upload.box.com'], bearer, ['box-node-sdk', 'boxsdk']),
  service('Algolia', 'storage', ['*.algolia.net', '*.algolianet.com'], header('X-Algolia-API-Key'), ['algoliasearch']),
  service(
    'Contentful',
    'storage',
    ['cdn.contentful.com', 'api.contentful.com', 'preview.contentful.com'],
    [...bearer, ...query('access_token')],
    ['contentful', 'contentful-management'],
  ),
  service('Sanity', 'storage', ['*.api.sanity.io', '*.apicdn.sanity.io'], bearer, ['@sanity/client']),
  service('Airtable', 'business', ['api.airtable.com', 'content.airtable.com'], bearer, ['airtable', 'pyairtable']),
  service('Notion', 'business', ['api.notion.com'], bearer, ['@notionhq/client', 'notion-client']),
  service(
    'Salesforce',
    'business',
    ['login.salesforce.com', 'test.salesforce.com', '*.my.salesforce.com', '*.salesforce.com'],
    bearer,
    ['jsforce', 'simple-salesforce'],
  ),
  service(
    'HubSpot',
    'business',
    ['api.hubapi.com', 'api.hubspot.com'],
    [...bearer, ...query('hapikey')],
    ['@hubspot/api-client', 'hubspot-api-client'],
  ),
  service('Zendesk', 'business', ['*.zendesk.com'], [...basic, ...bearer], ['node-zendesk', 'zenpy']),
  service('Intercom', 'business', ['api.intercom.io'], bearer, ['intercom-client', 'python-intercom']),
  service('Shopify', 'business', ['*.myshopify.com'], header('X-Shopify-Access-Token'), [
    '@shopify/shopify-api',
    'shopify-api-node',
    'ShopifyAPI',
  ]),
  service('Xero', 'business', ['api.xero.com', 'identity.xero.com'], bearer, ['xero-node', 'xero-python']),
  service(
    'QuickBooks',
    'business',
    ['quickbooks.api.intuit.com', 'sandbox-quickbooks.api.intuit.com', 'oauth.platform.intuit.com'],
    bearer,
    ['node-quickbooks', 'intuit-oauth', 'python-quickbooks'],
  ),
  service('DocuSign', 'business', ['*.docusign.net', 'account.docusign.com', 'account-d.docusign.com'], bearer, [
    'docusign-esign',
  ]),
  service('Trello', 'business', ['api.trello.com'], query('key', 'token'), ['trello', 'py-trello']),
  service('Asana', 'business', ['app.asana.com'], bearer, ['asana']),
  service('Linear', 'business', ['api.linear.app'], header('Authorization'), ['@linear/sdk']),
  service('Monday', 'business', ['api.monday.com'], header('Authorization'), ['monday-sdk-js']),
  service('Zapier and Make', 'business', ['hooks.zapier.com', 'hook.integromat.com', '*.make.com'], inPath),
  service('Segment', 'analytics', ['api.segment.io', 'events.eu1.segmentapis.com'], basic, [
    '@segment/analytics-node',
    'analytics-node',
    'segment-analytics-python',
  ]),
  service(
    'Mixpanel',
    'analytics',
    ['api.mixpanel.com', 'api-eu.mixpanel.com'],
    [...basic, ...query('token')],
    ['mixpanel'],
  ),
  service(
    'Amplitude',
    'analytics',
    ['api.amplitude.com', 'api2.amplitude.com', 'api.eu.amplitude.com'],
    [{ kind: 'none' }],
    ['@amplitude/analytics-node', 'amplitude-analytics'],
  ),
  service(
    'PostHog',
    'analytics',
    ['app.posthog.com', 'us.i.posthog.com', 'eu.i.posthog.com'],
    [{ kind: 'none' }],
    ['posthog-node', 'posthog'],
  ),
  service('Google Analytics', 'analytics', ['www.google-analytics.com'], query('api_secret'), ['universal-analytics']),
  service(
    'Datadog',
    'operations',
    ['api.datadoghq.com', 'api.datadoghq.eu', 'http-intake.logs.datadoghq.com', '*.datadoghq.com', '*.datadoghq.eu'],
    header('DD-API-KEY', 'DD-APPLICATION-KEY'),
    ['@datadog/datadog-api-client', 'datadog-lambda-js', 'datadog-api-client', 'datadog-lambda'],
  ),
  service(
    'New Relic',
    'operations',
    ['log-api.newrelic.com', 'metric-api.newrelic.com', 'api.newrelic.com', 'insights-collector.newrelic.com'],
    header('Api-Key', 'X-License-Key', 'X-Insert-Key'),
    ['newrelic'],
  ),
  service(
    'Sentry',
    'operations',
    ['sentry.io', '*.ingest.sentry.io', '*.ingest.us.sentry.io', '*.ingest.de.sentry.io'],
    [...header('X-Sentry-Auth'), ...bearer],
    ['@sentry/node', '@sentry/serverless', '@sentry/aws-serverless', 'sentry-sdk'],
  ),
  service('Honeycomb', 'operations', ['api.honeycomb.io', 'api.eu1.honeycomb.io'], header('X-Honeycomb-Team'), [
    'libhoney',
    'libhoney-py',
  ]),
  service(
    'Logtail and Better Stack',
    'operations',
    ['in.logs.betterstack.com', 'in.logtail.com', 'uptime.betterstack.com'],
    bearer,
    ['@logtail/node', 'logtail-python'],
  ),
  service('Loggly', 'operations', ['logs-01.loggly.com'], inPath, ['node-loggly-bulk', 'loggly-python-handler']),
  service('Splunk', 'operations', ['*.splunkcloud.com'], header('Authorization'), [
    'splunk-logging',
    'splunk-handler',
    'splunk-sdk',
  ]),
  service('PagerDuty', 'operations', ['api.pagerduty.com', 'events.pagerduty.com'], header('Authorization'), [
    '@pagerduty/pdjs',
    'pdpyras',
  ]),
  service('Opsgenie', 'operations', ['api.opsgenie.com', 'api.eu.opsgenie.com'], header('Authorization'), [
    'opsgenie-sdk',
  ]),
  service(
    'Cloudflare',
    'operations',
    ['api.cloudflare.com'],
    [...bearer, ...header('X-Auth-Key', 'X-Auth-Email')],
    ['cloudflare'],
  ),
  service('Vercel', 'operations', ['api.vercel.com'], bearer, ['@vercel/sdk']),
  service('Netlify', 'operations', ['api.netlify.com'], bearer, ['netlify']),
  service('npm and PyPI', 'operations', ['registry.npmjs.org', 'pypi.org', 'upload.pypi.org'], [...bearer, ...basic]),
  service(
    'LaunchDarkly',
    'operations',
    ['app.launchdarkly.com', 'sdk.launchdarkly.com', 'events.launchdarkly.com'],
    header('Authorization'),
    ['launchdarkly-node-server-sdk', '@launchdarkly/node-server-sdk', 'launchdarkly-server-sdk'],
  ),
  service(
    'Google Maps',
    'maps',
    ['maps.googleapis.com', 'places.googleapis.com', 'routes.googleapis.com'],
    [...query('key'), ...header('X-Goog-Api-Key')],
    ['@googlemaps/google-maps-services-js', 'googlemaps'],
  ),
  service('Mapbox', 'maps', ['api.mapbox.com'], query('access_token'), ['@mapbox/mapbox-sdk', 'mapbox']),
  service('HERE', 'maps', ['*.hereapi.com', '*.ls.hereapi.com'], query('apiKey', 'apikey')),
  service('OpenWeather', 'maps', ['api.openweathermap.org'], query('appid'), ['pyowm']),
  service(
    'IP geolocation',
    'maps',
    ['ipinfo.io', 'api.ipstack.com', 'ip-api.com', 'ipapi.co', 'api.ipgeolocation.io', 'geoip.maxmind.com'],
    query('token', 'access_key', 'apiKey'),
    ['node-ipinfo', 'ipinfo', '@maxmind/geoip2-node', 'geoip2'],
  ),
  service(
    'Spotify',
    'business',
    ['api.spotify.com', 'accounts.spotify.com'],
    [...bearer, ...basic],
    ['spotify-web-api-node', 'spotipy'],
  ),
  service(
    'X',
    'messages',
    ['api.twitter.com', 'api.x.com', 'upload.twitter.com'],
    [...bearer, { kind: 'signature' }],
    ['twitter-api-v2', 'twit', 'tweepy'],
  ),
  service('LinkedIn', 'messages', ['api.linkedin.com', 'www.linkedin.com'], bearer, ['linkedin-api']),
  service('Zoom', 'messages', ['api.zoom.us', 'zoom.us'], bearer, ['@zoom/rivet', 'zoomus']),
  service('YouTube', 'business', ['youtube.googleapis.com'], [...query('key'), ...bearer], ['youtube-api']),
];

/** The service of a host, if the table knows it; the most exact name first. */
export function serviceOf(host: string): ServiceSpec | undefined {
  const name = host.toLowerCase();
  const exact = services.find((each) => each.hosts.includes(name));
  if (exact !== undefined) return exact;
  const suffix = (pattern: string): boolean => pattern.startsWith('*.') && name.endsWith(pattern.slice(1));
  return services.find((each) => each.hosts.some(suffix));
}
