/**
 * The logical ids and names that the framework gives what it generates, so that a `Ref` in `resources` finds it.
 * https://www.serverless.com/framework/docs/providers/aws/guide/resources#aws-cloudformation-resource-reference
 */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function functionPart(name: string): string {
  return upperFirst(name.replaceAll('-', 'Dash').replaceAll('_', 'Underscore'));
}

export function alphanumeric(name: string): string {
  return upperFirst(name.replaceAll(/[^0-9A-Za-z]/g, ''));
}

export const functionId = (name: string): string => `${functionPart(name)}LambdaFunction`;

/** `/orders/{orderId}` → `OrdersOrderidVar`. */
export function pathPart(path: string): string {
  return path.split('/').map(segmentPart).join('');
}

/** The framework lowers all letters but the first. */
function segmentPart(segment: string): string {
  const capital = upperFirst(segment.toLowerCase());
  return upperFirst(
    capital
      .replaceAll('-', 'Dash')
      .replace(/\{(.*)\}/, '$1Var')
      .replaceAll(/[^0-9A-Za-z]/g, ''),
  );
}

export const websocketRouteId = (route: string): string =>
  `${route.replaceAll('$', 'S').replaceAll('/', 'Slash').replaceAll('-', 'Dash').replaceAll('_', 'Underscore').replaceAll('.', 'Period')}WebsocketsRoute`;
