/** A command as text → its answer printed in the terminal; by the running bot where it changes something, else beside it or alone. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { parseAsk } from '#app/parse-ask.ts';
import { isQuestion } from '#app/parse-question.ts';
import type { Ask } from '#chat/chat.ts';
import { createTerminal, type TerminalChat } from '#chat/terminal/terminal.ts';
import { commands } from '#commands/index.ts';
import type { Runnable } from '#model/command.ts';
import type { Config } from '#model/config.ts';
import type { MessageDocument } from '#model/document.ts';
import { Failure } from '#model/failure.ts';
import { DESK } from '#model/subscription.ts';
import { openStorage } from '#storage/open.ts';
import { readConfig } from '../config.ts';
import { type House, type HouseOptions, openHouse } from './house.ts';
import { askRunningBot } from './running-bot.ts';

/** The channel that the terminal and the local page share. */
export const DESK_CHANNEL = 'desk';

/** Exit code 0 where it was answered, also with "there is none"; 1 where what was asked for was not done. */
export async function answerInTerminal(text: string): Promise<number> {
  const config = readConfig();
  const { body, runnable } = read(text);
  const { isRefusal } = await answerTo(body, runnable, config);
  return isRefusal ? 1 : 0;
}

/** Words behind no subcommand: a question, or the hint at the command that was meant. */
export function answerWords(words: readonly string[]): Promise<number> {
  const text = words.join(' ').trim();
  const names = commands.map(({ name }) => name);
  return isQuestion(text, names) ? answerInTerminal(text) : answerInTerminal(`/${text}`);
}

async function answerTo(body: Ask['body'], runnable: Runnable | undefined, config: Config): Promise<MessageDocument> {
  const isThere = config.databaseUrl !== null || (await hasFeeds(config.dataDir));
  const writes = runnable?.who === 'manager' || !isThere;
  if (runnable?.live) {
    const answer = await askRunningBot(config.dataDir, body).catch(() => undefined);
    if (answer) return printed(answer, config.locale);
  }
  try {
    return await answerAlone(body, config, { mode: writes ? 'own' : 'read-only' }, !isThere);
  } catch (error) {
    if (writes && error instanceof Failure && error.code === 'already-running')
      return printed(await askRunningBot(config.dataDir, body), config.locale);
    throw error;
  }
}

function printed(document: MessageDocument, locale: string): MessageDocument {
  print(document, locale);
  return document;
}

/** An address that could not be read leaves a database without any: the sample is still to come. */
async function hasFeeds(dataDir: string): Promise<boolean> {
  if (!existsSync(join(dataDir, 'wirebrief.db'))) return false;
  const storage = await openStorage({ dataDir, mode: 'read-only', now: Date.now });
  try {
    return (await storage.feeds.list()).length > 0;
  } finally {
    await storage.close();
  }
}

async function answerAlone(body: Ask['body'], config: Config, options: HouseOptions, isNew: boolean): Promise<MessageDocument> {
  const house = await openHouse(config, options);
  try {
    if (isNew) await (await import('./polling.ts')).loadSample(house);
    const terminal = openTerminal(config.locale);
    await terminal.start(house.handlers);
    return await terminal.ask(body);
  } finally {
    await house.close();
  }
}

/** The terminal is a manager of the desk: whoever may read the data directory may change what stands in it. */
const AT_THE_DESK = { tenant: DESK, channel: DESK_CHANNEL, user: 'terminal', isManager: true } as const;

/** For the running bot: the same answer, to be printed by the terminal that asked. */
export async function answerHere(body: Ask['body'], { handlers }: Pick<House, 'handlers'>): Promise<MessageDocument> {
  return (await handlers.answer({ ...AT_THE_DESK, eventId: crypto.randomUUID(), body })).document;
}

/** What will be run, as far as it can be told; a path that stands for a file becomes that file. */
function read(text: string): { readonly body: Ask['body']; readonly runnable?: Runnable } {
  const parsed = parseAsk(text, commands);
  if (parsed.kind !== 'run') return { body: { kind: 'text', text } };
  const { command, runnable, options } = parsed;
  const file = runnable.options.find(({ type, name }) => type === 'file' && options[name] !== undefined);
  if (!file) return { body: { kind: 'text', text }, runnable };
  const name = 'subcommands' in command ? `${command.name} ${runnable.name}` : command.name;
  return { body: { kind: 'command', name, options: { ...options, [file.name]: withContent(options[file.name] ?? '') } }, runnable };
}

const MAX_FILE_BYTES = 5_000_000;

/** @throws Failure 'no-such-file' or 'too-large'. */
function withContent(named: string): string {
  if (/^(https?|data):/i.test(named)) return named;
  if (!existsSync(named) || !statSync(named).isFile())
    throw new Failure({
      code: 'no-such-file',
      message: `There is no file “${named}”.`,
      hint: 'Give a path, or a web address in full: https://…',
    });
  if (statSync(named).size > MAX_FILE_BYTES) throw new Failure({ code: 'too-large', message: `“${named}” is too large for that.` });
  return `data:application/octet-stream;base64,${readFileSync(named).toString('base64')}`;
}

export const print = (document: MessageDocument, locale: string): void => openTerminal(locale).show(document);

/** Colours on a terminal only, unless NO_COLOR or FORCE_COLOR says otherwise: Node's own rule, which `check` has too. */
function openTerminal(locale: string): TerminalChat {
  const streamOf = (to: 'output' | 'beside') => (to === 'output' ? process.stdout : process.stderr);
  return createTerminal({
    asker: AT_THE_DESK,
    write: (text, to) => void streamOf(to).write(text),
    look: (to) => {
      const stream = streamOf(to);
      // A terminal that does not know its width says 0.
      return { width: stream.columns || 80, colour: styleText('bold', 'a', { stream }) !== 'a', locale };
    },
  });
}
