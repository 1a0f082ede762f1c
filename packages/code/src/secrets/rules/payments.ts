import type { SecretRule } from '../secret-rule.ts';
import { prefixed } from './prefixed.ts';
import { ifRandom, unlessMadeUp } from './verdicts.ts';

/** Credentials of payment and shop providers. */
export const paymentRules: readonly SecretRule[] = [
  prefixed({
    id: 'stripe-live-key',
    title: 'Stripe live key',
    prefixes: ['sk_live_', 'rk_live_'],
    body: '[sr]k_live_[A-Za-z0-9]{10,250}',
    source: 'https://docs.stripe.com/keys',
    sample: ['sk', '_live_', '51Jk3V9q0Zt7m1X5n8B2c6R4w'],
  }),
  {
    id: 'stripe-test-key',
    title: 'Stripe test key',
    keywords: ['sk_test_', 'rk_test_'],
    pattern: /(?<![\w-])[sr]k_test_[A-Za-z0-9]{10,250}(?![\w-])/g,
    confidence: 'low',
    validate: (match) => (unlessMadeUp('low')(match) === 'reject' ? 'reject' : 'example'),
    source: 'https://docs.stripe.com/keys',
    positive: { parts: ['sk', '_test_', '51Jk3V9q0Zt7m1X5n8B2c6R4w'] },
    negative: { parts: ['pk', '_test_', '51Jk3V9q0Zt7m1X5n8B2c6R4w'] },
  },
  prefixed({
    id: 'stripe-webhook-secret',
    title: 'Stripe webhook signing secret',
    prefixes: ['whsec_'],
    body: 'whsec_[A-Za-z0-9+/]{24,100}={0,2}',
    source: 'https://docs.stripe.com/webhooks',
    sample: ['wh', 'sec_', 'k3V9q0Zt7m1X5n8B2c6R4wP0jaHsLq7Z'],
  }),
  {
    id: 'braintree-access-token',
    title: 'Braintree access token',
    keywords: ['access_token$'],
    pattern: /access_token\$(?<stage>production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}/g,
    confidence: 'high',
    validate: ({ groups }) => (groups['stage'] === 'production' ? 'high' : 'low'),
    source: 'https://developer.paypal.com/braintree/docs/guides/authorization/overview',
    positive: { parts: ['access', '_token$production$', 'k3v9q0zt7m1x5n8b', '$', '5b8f0c1d9e7a4b3c2d1e6f9a8b7c6d5e'] },
    negative: { parts: ['access', '_token$production$', 'merchant'] },
  },
  {
    id: 'paypal-client-secret',
    title: 'PayPal client secret',
    keywords: ['secret'],
    names: /paypal.*secret/,
    pattern: /^E[A-Za-z0-9_-]{79}$/g,
    confidence: 'high',
    validate: ifRandom('high'),
    source: 'https://developer.paypal.com/api/rest/authentication/',
    positive: {
      name: 'PAYPAL_CLIENT_SECRET',
      parts: ['E', 'q8Zr3kPmW1tYx7LcN5vBd0HsJf9GuQe2AoKiTz4', 'ERb3kV6nMw1XyU8pDs5jaLhE9Q2Zt7m1X5n8B2c6'],
    },
    negative: { name: 'PAYPAL_CLIENT_SECRET', parts: ['your-paypal-secret'] },
  },
  prefixed({
    id: 'square-token',
    title: 'Square access token',
    prefixes: ['sq0atp-', 'sq0csp-', 'eaaa'],
    body: 'sq0atp-[A-Za-z0-9_-]{22}|sq0csp-[A-Za-z0-9_-]{43}|EAAA[A-Za-z0-9_-]{60}',
    source: 'https://developer.squareup.com/docs/build-basics/access-tokens',
    sample: ['sq0', 'atp-', 'k3V9q0Zt7m1X5n8B2c6R4w'],
  }),
  prefixed({
    id: 'shopify-token',
    title: 'Shopify access token',
    prefixes: ['shpat_', 'shpca_', 'shppa_', 'shpss_', 'shptka_'],
    body: 'shp(?:at|ca|pa|ss|tka)_[a-fA-F0-9]{32}',
    source: 'https://shopify.dev/changelog/app-secret-key-length-has-increased',
    sample: ['sh', 'pat_', '5b8f0c1d9e7a4b3c2d1e6f9a8b7c6d5e'],
  }),
  prefixed({
    id: 'flutterwave-secret-key',
    title: 'Flutterwave secret key',
    prefixes: ['flwseck-'],
    body: 'FLWSECK-[A-Za-z0-9-]{32,40}-X',
    source: 'https://developer.flutterwave.com/docs/authentication',
    sample: ['FLW', 'SECK-', '5b8f0c1d9e7a4b3c2d1e6f9a8b7c6d5e', '-X'],
  }),
];
