import type { CheckDoc } from '../check-doc.ts';

const template = (origin: string): string => `Resources:
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/place-order
      Code:
        ZipFile: 'exports.handler = async () => ({ statusCode: 200 })'
  PlaceOrderUrl:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: !Ref PlaceOrder
      AuthType: NONE
      Cors:
        AllowCredentials: true
        AllowOrigins:
          - ${origin}
`;

export default {
  why: 'CORS tells browsers which pages may read answers. With every origin and credentials, any page that a signed-in user opens can call the API as that user.',
  exploit:
    'The attacker lures a signed-in user to a page, which places orders and reads the answers with the cookies of the user.',
  fix: {
    sam: 'List your own origins in Cors.AllowOrigins (FunctionUrlConfig, HttpApi) or Cors.AllowOrigin (Api).',
    cloudformation: 'List your own origins in Cors.AllowOrigins or CorsConfiguration.AllowOrigins.',
  },
  blindSpots: 'Headers that the function itself answers with stand in its code.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/api/API_Cors.html'],
  examples: {
    bad: [{ title: 'every origin, with credentials', template: template("'*'"), subject: 'PlaceOrderUrl', marks: '*' }],
    good: [
      { title: 'the origin of the shop', template: template('https://shop.example.com'), subject: 'PlaceOrderUrl' },
    ],
  },
} satisfies CheckDoc;
