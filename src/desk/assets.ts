/** The style and script of the pages → routes with names that change with their content, so that a browser keeps them for good. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;
const FOREVER = 'public, max-age=31536000, immutable';

/** In this order: what comes later overrules. */
const STYLES = ['base', 'frame', 'reading', 'story', 'managing', 'looks', 'chat'];
const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** @return The addresses to name in pages. */
export function serveAssets(routes: Hono): { readonly css: string; readonly script: string } {
  const serve = (name: string, body: string, type: keyof typeof TYPES): string => {
    const version = createHash('sha256').update(body).digest('hex').slice(0, 10);
    const path = `/assets/${version}/${name}`;
    routes.get(path, (context) => context.body(body, 200, { 'content-type': TYPES[type], 'cache-control': FOREVER }));
    return path;
  };
  return {
    css: serve('desk.css', STYLES.map((name) => read(`style/${name}.css`)).join('\n'), 'css'),
    script: serve('desk.js', read('desk.js'), 'js'),
  };
}
