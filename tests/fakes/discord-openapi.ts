/** Discord's official document, where it is there: requests → what the document has against them. */
import { existsSync, readFileSync } from 'node:fs';
import { checkSchema, type OpenApi, type Schema } from './discord-schema.ts';

const FILE = new URL('../../../shared/discord/openapi.json', import.meta.url);
export const OPENAPI_MISSING = existsSync(FILE) ? undefined : 'no ../shared/discord/openapi.json here';

type Operation = { readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema } | undefined> } };

export function loadOpenApi(): { readonly check: (method: string, path: string, body: unknown) => readonly string[] } {
  const api = JSON.parse(readFileSync(FILE, 'utf8')) as OpenApi;
  const routes = Object.keys(api.paths).map((template) => ({
    template,
    // Words before placeholders, so that "@original" is no message id.
    holes: template.split('{').length,
    form: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
  }));
  return {
    check: (method, path, body) => {
      const found = routes.filter(({ form }) => form.test(path)).sort((a, b) => a.holes - b.holes)[0];
      if (!found) return [`${path}: no such path`];
      const operation = api.paths[found.template]?.[method.toLowerCase()] as Operation | undefined;
      if (!operation) return [`${method} ${found.template}: no such operation`];
      const schema = operation.requestBody?.content['application/json']?.schema;
      return schema ? checkSchema(api, schema, body, `${method} ${found.template} `) : [];
    },
  };
}
