import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { startHttpServer } from '#lib/http-server.ts';

test('a taken port is said clearly, with the way out', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
  );
  try {
    const starting = startHttpServer({ host: '127.0.0.1', port, fetch: () => new Response('ok') });
    await expect(starting).rejects.toMatchObject({
      code: 'port-taken',
      message: expect.stringContaining(String(port)),
      hint: expect.stringContaining(`PORT=${port + 1}`),
    });
  } finally {
    other.close();
  }
});

test('it serves, and stops although a connection is kept open', async () => {
  const server = await startHttpServer({ host: '127.0.0.1', port: 0, fetch: (request) => new Response(new URL(request.url).pathname) });
  expect(await (await fetch(`${server.url}/hello`)).text()).toBe('/hello');
  await server.stop();
  await expect(fetch(server.url)).rejects.toThrow();
});
