/** The schemas of the API → its OpenAPI document: docs/openapi.json is this, and /api/openapi.json. */
import { z } from 'zod';
import { problemSchema, quoteParameters, quoteSchema, quotesSchema } from './quote-api.ts';

const schemaOf = (schema: z.ZodType): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
};
const json = (ref: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${ref}` } } });
const feed = (type: string, what: string) => ({
  get: {
    summary: `A topic’s briefings of the last days as ${what}`,
    parameters: [
      {
        name: 'slug',
        in: 'path',
        required: true,
        description: 'A topic by its name, or words with hyphens between them',
        schema: { type: 'string' },
      },
      {
        name: 'key',
        in: 'query',
        required: false,
        description: 'From elsewhere than this machine, for programs that send no token: it stands in the link on the topics page',
        schema: { type: 'string' },
      },
    ],
    responses: {
      200: { description: 'One entry a day, the newest first', content: { [type]: { schema: { type: 'string' } } } },
      401: { description: 'From elsewhere than this machine, without a token' },
    },
  },
});

export function openApi(): object {
  const parameters = Object.entries(quoteParameters.shape).map(([name, schema]) => {
    const { description, ...rest } = schemaOf(schema) as { readonly description?: string };
    const isNumber = name === 'skip' || name === 'limit';
    return { name, in: 'query', required: false, description, schema: isNumber ? { type: 'integer', ...rest } : rest };
  });
  return {
    openapi: '3.1.1',
    info: {
      title: 'Wirebrief',
      version: '0.1.0',
      description:
        'Who said what, word for word, with the article that each quote stands in. From this machine it is open; from elsewhere it takes the admin token.',
    },
    servers: [{ url: '/' }],
    security: [{}, { token: [] }],
    paths: {
      '/api/quotes': {
        get: {
          summary: 'The quote archive, newest first',
          parameters,
          responses: {
            200: { description: 'A page of quotes', content: json('Quotes') },
            400: { description: 'A parameter is wrong; the message names it', content: json('Problem') },
            401: { description: 'From elsewhere than this machine, without a token', content: json('Problem') },
          },
        },
      },
      '/topics/{slug}.atom': feed('application/atom+xml', 'Atom'),
      '/topics/{slug}.json': feed('application/feed+json', 'JSON Feed'),
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'WIREBRIEF_ADMIN_TOKEN' } },
      schemas: { Quote: schemaOf(quoteSchema), Quotes: schemaOf(quotesSchema), Problem: schemaOf(problemSchema) },
    },
  };
}
