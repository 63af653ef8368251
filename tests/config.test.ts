import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '#model/failure.ts';
import { readConfig } from '../src/config.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wirebrief-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const withFile = (text: string, env: Record<string, string> = {}) => {
  const file = join(folder, 'local.yaml');
  writeFileSync(file, text);
  return readConfig({ WIREBRIEF_CONFIG: file, ...env });
};

describe('readConfig', () => {
  test('works with nothing at all, and is frozen to the bottom', () => {
    const config = readConfig({});
    expect(config.http).toEqual({ host: '127.0.0.1', port: 3000, publicUrl: null });
    expect(config.sample?.asOf).toBe(Date.parse('2023-10-17T08:00:00Z'));
    expect(config.sample?.feeds.length).toBe(4);
    expect(() => Object.assign(config.http, { port: 1 })).toThrow();
  });

  test('a file changes only what it names; the environment overrules it', () => {
    const config = withFile('http: { port: 4000 }\nfeeds: [{ url: "https://example.org/feed" }]\nzone: Asia/Manila\n', {
      PORT: '5000',
      WIREBRIEF_DATA: folder,
    });
    expect(config.http).toEqual({ host: '127.0.0.1', port: 5000, publicUrl: null });
    expect(config.feeds).toEqual([{ url: 'https://example.org/feed', page: 'auto' }]);
    expect([config.zone, config.dataDir]).toEqual(['Asia/Manila', folder]);
  });

  test.each([
    ['http: { prot: 1 }', 'prot'],
    ['zone: Mars/Olympus', 'zone'],
    ['feeds: [{ url: "ftp://example.org" }]', 'feeds.0.url'],
    ['topics: [{ slug: "two words" }]', 'topics.0.slug'],
    ['llm: { provider: anthropic }', 'llm.model'],
    ['llm: { provider: openai-compatible, model: m }', 'llm.baseUrl'],
    ['llm: { provider: anthropic, model: m, baseUrl: "https://me:pass@example.org/v1" }', 'llm.baseUrl'],
    ['llm: { provider: anthropic, model: m, apiKey: k }', 'apiKey'],
    ['- a list', 'keys and values'],
    ['a: [', 'cannot be read'],
  ])('%j is refused in words that name the place', (text, place) => {
    expect(() => withFile(text)).toThrow(Failure);
    expect(() => withFile(text)).toThrow(place);
  });

  test('each wrong setting is named with its line, and what may have been meant', () => {
    const text = 'zone: UTC\nhttp:\n  prt: 3\n  host: 5\nfeeds:\n  - url: https://example.org/a\n  - url: 12\n';
    const say = () => withFile(text, { PORT: 'three' });
    expect(say).toThrow('  line 3, http.prt: there is no such setting. Did you mean port?');
    expect(say).toThrow('  line 4, http.host: ');
    expect(say).toThrow('  line 7, feeds.1.url: ');
    // it comes from the environment, so its variable is named, and no line
    expect(say).toThrow(/^ {2}PORT \(http\.port\): /m);
    expect(() => readConfig({ WIREBRIEF_PUBLIC_URL: 'news' })).toThrow(/^ {2}WIREBRIEF_PUBLIC_URL \(http\.publicUrl\): /m);
  });

  test('a proxy is an address, with http: before it where none stands; its password is a secret', () => {
    expect(readConfig({ HTTPS_PROXY: 'proxy.example:3128' }).fetch.proxy).toBe('http://proxy.example:3128');
    const config = readConfig({ HTTPS_PROXY: 'https://ana:pass%22word@proxy.example' });
    expect(config.fetch.proxy).toBe('https://ana:pass%22word@proxy.example');
    expect(config.secrets).toEqual(expect.arrayContaining(['pass%22word', 'pass"word']));
    expect(readConfig({ HTTPS_PROXY: '' }).fetch.proxy).toBeNull();
    for (const wrong of ['socks5://ana:hunter22@proxy.example:1080', 'no proxy', '://'])
      expect(() => readConfig({ HTTPS_PROXY: wrong })).toThrow(
        expect.objectContaining({ code: 'configuration', message: 'HTTPS_PROXY is no http or https address.' }),
      );
  });

  test('an admin token that can be guessed is refused', () => {
    expect(() => readConfig({ WIREBRIEF_ADMIN_TOKEN: 'letmein-please' })).toThrow(
      expect.objectContaining({ code: 'configuration', message: 'WIREBRIEF_ADMIN_TOKEN has fewer than 16 characters.' }),
    );
    expect(readConfig({ WIREBRIEF_ADMIN_TOKEN: 'sixteen letters.' }).adminToken).toBe('sixteen letters.');
  });

  test('a port that is no number is refused', () => expect(() => readConfig({ PORT: 'http' })).toThrow('http.port'));

  test('the platforms: tokens and addresses from the environment, the rest from the file', () => {
    const none = readConfig({});
    expect([none.slack.botToken, none.slack.install, none.discord.token, none.slack.apiUrl, none.slack.prefix]).toEqual([
      null,
      null,
      null,
      'https://slack.com/api/',
      '',
    ]);
    const config = withFile('slack: { prefix: wb-, managers: [U1] }\ndiscord: { managers: ["42"] }\n', {
      SLACK_MODE: 'http',
      SLACK_PORT: '3001',
      SLACK_API_URL: 'http://127.0.0.1:9/api',
      SLACK_BOT_TOKEN: 'xoxb-1',
      DISCORD_TOKEN: 'abc',
    });
    expect(config.slack).toMatchObject({
      mode: 'http',
      port: 3001,
      prefix: 'wb-',
      managers: ['U1'],
      apiUrl: 'http://127.0.0.1:9/api/',
      botToken: 'xoxb-1',
    });
    expect(config.discord).toMatchObject({ managers: ['42'], token: 'abc', apiUrl: 'https://discord.com/api' });
  });

  test('many workspaces need all of their secrets, and HTTP mode', () => {
    const env = { SLACK_MODE: 'http', SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'client', SLACK_STATE_SECRET: 'state' };
    expect(() => readConfig(env)).toThrow('WIREBRIEF_KEY');
    expect(readConfig({ ...env, WIREBRIEF_KEY: 'red sealing wax of ours' }).slack.install).toEqual({
      clientId: '1.2',
      clientSecret: 'client',
      stateSecret: 'state',
      key: 'red sealing wax of ours',
    });
    expect(() => readConfig({ ...env, WIREBRIEF_KEY: 'red sealing wax of ours', SLACK_MODE: 'socket' })).toThrow('HTTP mode');
    expect(() => readConfig({ ...env, WIREBRIEF_KEY: 'short' })).toThrow('WIREBRIEF_KEY has fewer than 16 characters');
    expect(() => readConfig({ SLACK_MODE: 'pigeon' })).toThrow('slack.mode');
    expect(() => readConfig({ DISCORD_API_URL: 'discord' })).toThrow('DISCORD_API_URL');
  });

  test('secrets come from the environment or from a file; a missing file is named', () => {
    const file = join(folder, 'token');
    writeFileSync(file, 'xoxb-very-secret\n');
    expect(readConfig({ SLACK_BOT_TOKEN_FILE: file, DISCORD_TOKEN: 'abc' }).secrets).toEqual(['xoxb-very-secret', 'abc']);
    writeFileSync(file, 'postgres://me:s%40crets@db.example/wirebrief\n');
    const config = readConfig({ DATABASE_URL_FILE: file });
    expect(config.databaseUrl).toBe('postgres://me:s%40crets@db.example/wirebrief');
    expect(config.secrets).toEqual(['postgres://me:s%40crets@db.example/wirebrief', 's%40crets', 's@crets']);
    expect(() => readConfig({ DATABASE_URL: 'mysql://me:word@db.example/x' })).toThrow(/^(?!.*word).*DATABASE_URL/s);
    expect(() => readConfig({ DISCORD_TOKEN_FILE: join(folder, 'none') })).toThrow('DISCORD_TOKEN_FILE');
  });

  test('an LLM is off unless the file or the environment names a provider; its key comes from the environment only', () => {
    expect(readConfig({}).llm).toBeNull();
    expect(readConfig({ LLM_MODEL: 'm', LLM_API_KEY: 'k' }).llm).toBeNull();
    const key = join(folder, 'llm-key');
    writeFileSync(key, 'sk-from-a-file\n');
    const env = { LLM_PROVIDER: 'openai-compatible', LLM_BASE_URL: 'http://127.0.0.1:11434/v1', LLM_MODEL: 'm', LLM_API_KEY_FILE: key };
    const config = readConfig(env);
    expect(config.llm).toEqual({
      provider: 'openai-compatible',
      baseUrl: 'http://127.0.0.1:11434/v1',
      model: 'm',
      apiKey: 'sk-from-a-file',
      dailyTokens: 200_000,
      timeoutMs: 10_000,
    });
    expect(config.secrets).toContain('sk-from-a-file');
    expect(() => readConfig({ LLM_PROVIDER: 'parrot', LLM_MODEL: 'm' })).toThrow(/llm.provider/);
  });
});
