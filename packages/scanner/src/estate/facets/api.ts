import { httpMappings } from './api-http.ts';
import { restMappings } from './api-rest.ts';
import { edgeMappings } from './edge.ts';
import { graphqlMappings } from './graphql.ts';

/** Everything that hands a request from outside on to a function. */
export const apiMappings = [...restMappings, ...httpMappings, ...graphqlMappings, ...edgeMappings] as const;
