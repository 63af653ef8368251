/** The style and script of the pages → routes with names that change with their content, so that a browser keeps them for good. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;
const FOREVER = 'public, max-age=31536000, immutable';

/** @return The addresses to name in pages. */
export function serveAssets(routes: Hono): { readonly css: string; readonly script: string } {
  const serve = (name: string, type: keyof typeof TYPES): string => {
    const body = readFileSync(new URL(name, import.meta.url), 'utf8');
    const version = createHash('sha256').update(body).digest('hex').slice(0, 10);
    const path = `/assets/${version}/${name}`;
    routes.get(path, (context) => context.body(body, 200, { 'content-type': TYPES[type], 'cache-control': FOREVER }));
    return path;
  };
  return { css: serve('desk.css', 'css'), script: serve('desk.js', 'js') };
}
