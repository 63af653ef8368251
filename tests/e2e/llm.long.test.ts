/** The real process with a language model: the briefing reworded where it may be, the tokens in status, the key nowhere. */
import { expect, test } from 'vitest';
import { startLlmEndpoint } from '../fakes/llm-endpoint.ts';
import { run, scratch, startBot } from './bot.ts';

test('a briefing is reworded as far as its sentences back it, the same everywhere, and status counts the tokens', async () => {
  const endpoint = await startLlmEndpoint();
  const folder = scratch();
  const env = { LLM_PROVIDER: 'openai-compatible', LLM_BASE_URL: endpoint.url, LLM_MODEL: 'stand-in', LLM_API_KEY: 'sk-very-secret-key' };
  endpoint.reply = ({ body }) => {
    const prompt = JSON.stringify(body.messages);
    const sentences = [...prompt.matchAll(/\\"n\\":(\d+),\\"article\\":\d+,\\"text\\":\\"(.*?)\\"\}/g)].map(([, n, text = '']) => ({
      n: Number(n),
      text,
    }));
    // the first is shortened to what it says before its last comma; the second is made a lie
    return JSON.stringify({
      sentences: sentences.map(({ n, text }) => ({
        from: [n],
        text: n === 1 ? `${text.replace(/,[^,]*$/, '')}.` : `${text.replace(/\.$/, '')}, killing 9,999 people.`,
      })),
    });
  };
  try {
    const bot = await startBot(folder.path, env);
    const brief = (await run(['brief', 'detail:full'], folder.path, env)).stdout;
    expect(endpoint.asked.length).toBeGreaterThan(0);
    expect(bot.printed).toContain('reworded by a language model');
    expect(brief).toContain('reworded by a language model');
    expect(bot.printed + brief).not.toContain('9,999');
    const status = (await run(['status'], folder.path, env)).stdout;
    expect(status).toMatch(/Rewriting – openai-compatible: stand-in: [\d,]+ of 200,000 tokens today/);
    expect((await run(['check'], folder.path, env)).stdout).toMatch(/ok\S*\s+language model: openai-compatible: stand-in/);
    endpoint.reply = () => (response) => response.writeHead(401).end('{}');
    expect((await run(['check'], folder.path, env)).stdout).toContain('Check LLM_API_KEY.');
    const ended = await bot.end('SIGTERM');
    expect(ended.code).toBe(0);
    expect(ended.stdout + ended.stderr + brief + status).not.toContain('sk-very-secret-key');
  } finally {
    await endpoint.stop();
    folder.remove();
  }
});
