import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'The cache keeps whole answers of resolvers, of every user. AppSync encrypts every new cache; one that was made without stays so until it is made anew.',
  exploit: 'Somebody who gets at the storage or the network of the cache reads the answers in it.',
  fix: {
    sam: 'Set AtRestEncryptionEnabled: true.',
    cloudformation: 'Set AtRestEncryptionEnabled: true.',
  },
  blindSpots: 'Whether the answers are personal is not known.',
  sources: [
    'https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateApiCache.html',
    'https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html',
  ],
  examples: {
    bad: [
      {
        title: 'a cache in the clear',
        template: `Resources:
  MenuCache:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: menu
      ApiCachingBehavior: FULL_REQUEST_CACHING
      Ttl: 60
      Type: SMALL
      AtRestEncryptionEnabled: false
`,
        subject: 'MenuCache',
        marks: 'false',
      },
    ],
    good: [
      {
        title: 'an encrypted cache',
        template: `Resources:
  MenuCache:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: menu
      ApiCachingBehavior: FULL_REQUEST_CACHING
      Ttl: 60
      Type: SMALL
      AtRestEncryptionEnabled: true
`,
        subject: 'MenuCache',
      },
    ],
  },
} satisfies CheckDoc;
