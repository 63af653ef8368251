import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLog, redact } from '#lib/log.ts';

describe('redaction', () => {
  test('no configured secret reaches a line, wherever it stands', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{8,40}$/), fc.string(), fc.string(), (secret, before, after) => {
        const lines: string[] = [];
        const log = createLog({ level: 'debug', secrets: [secret], write: (line) => lines.push(line) });
        log.error(
          { err: new Error(`${before}${secret}${after}`), url: `https://u:${secret}@example.org/`, deep: { list: [secret] } },
          `said ${secret}`,
        );
        expect(lines.length).toBe(1);
        expect(lines.join('')).not.toContain(secret);
      }),
    );
  });

  test.each(['pass"word\\of\tmine', 'ünïcode-“secret”'])('nor one that JSON writes in another way: %s', (secret) => {
    const lines: string[] = [];
    const log = createLog({ level: 'debug', secrets: [secret], write: (line) => lines.push(line) });
    log.error({ err: new Error(secret), deep: { list: [`a ${secret} b`] } }, secret);
    const parts = [secret, JSON.stringify(secret).slice(1, -1)];
    expect(parts.filter((part) => lines.join('').includes(part))).toEqual([]);
    expect(JSON.parse(lines[0] ?? '').deep).toEqual({ list: ['a [redacted] b'] });
  });

  test('nor the rest of one that begins like another', () => {
    expect(redact('key: hunter22-and-more', ['hunter22', 'hunter22-and-more'])).toBe('key: [redacted]');
  });

  test.each([
    'xoxb-123456789012-abcdefghijkl',
    'xapp-1-A0123-456-deadbeef',
    'Authorization: Bearer abcdef.ghijkl',
    'https://someone:hunter22@example.org/feed',
  ])('%s is recognised by its form', (text) => {
    expect(redact(text, [])).toContain('[redacted]');
    expect(redact(text, [])).not.toMatch(/hunter22|abcdefghijkl|deadbeef|ghijkl/);
  });

  test('plain words are left alone', () =>
    expect(redact('a bot token is missing: see https://example.org/a:b', [])).toBe('a bot token is missing: see https://example.org/a:b'));
});
