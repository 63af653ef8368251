/** A text as people type it ("quotes putin about ukraine since 7d", "/brief putin-xi detail:full") → command, subcommand and named options. */
import type { Command, CommandOption, Runnable } from '#model/command.ts';

export type ParsedAsk =
  | { readonly kind: 'run'; readonly command: Command; readonly runnable: Runnable; readonly options: Readonly<Record<string, string>> }
  | { readonly kind: 'unknown-command'; readonly name: string }
  | { readonly kind: 'unknown-option'; readonly command: Command; readonly runnable: Runnable; readonly name: string }
  | { readonly kind: 'needs-subcommand'; readonly command: Command }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'nothing' };

/** @param text Without the bot's own name in front. A leading slash insists on a command; else unknown first words make a question. */
export function parseAsk(text: string, commands: readonly Command[]): ParsedAsk {
  const trimmed = text.trim();
  const insists = trimmed.startsWith('/');
  const [first, ...rest] = splitWords(trimmed.replace(/^\/(?:wirebrief\b\s*)?/i, ''));
  if (first === undefined) return { kind: 'nothing' };
  const command = commands.find(({ name }) => name === first.text.toLowerCase());
  if (!command || first.quoted) return insists ? { kind: 'unknown-command', name: first.text } : { kind: 'question', text: trimmed };
  if (!('subcommands' in command)) return readOptions(command, command, rest);
  const sub = command.subcommands.find(({ name }) => name === rest[0]?.text.toLowerCase());
  return sub ? readOptions(command, sub, rest.slice(1)) : { kind: 'needs-subcommand', command };
}

type Word = { readonly text: string; readonly quoted: boolean };

const OPENERS: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };

/** Words at white space; what stands in double quotes is one word; `name:"two words"` too. */
function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let position = 0;
  while (position < text.length) {
    if (/\s/.test(text.charAt(position))) {
      position++;
      continue;
    }
    const closer = OPENERS[text.charAt(position)];
    const close = closer ? text.indexOf(closer, position + 1) : -1;
    if (close > 0) {
      words.push({ text: text.slice(position + 1, close).trim(), quoted: true });
      position = close + 1;
      continue;
    }
    const end = endOfWord(text, position);
    words.push({ text: text.slice(position, end), quoted: false });
    position = end;
  }
  return words.filter(({ text: word }) => word !== '');
}

/** The end of a bare word; a quoted part behind a colon belongs to it. */
function endOfWord(text: string, start: number): number {
  let position = start;
  while (position < text.length && !/\s/.test(text.charAt(position))) {
    const closer = text.charAt(position - 1) === ':' && position > start ? OPENERS[text.charAt(position)] : undefined;
    const close = closer ? text.indexOf(closer, position + 1) : -1;
    position = close > 0 ? close + 1 : position + 1;
  }
  return position;
}

/**
 * The main option is all words up to the first option; an option is `name:value`, `--name value`, or its bare name and the words up to the next option.
 * The bare name of an option is read as one only where words stand behind it, so that `quotes about` asks for a speaker "about".
 */
function readOptions(command: Command, runnable: Runnable, words: readonly Word[]): ParsedAsk {
  const byName = new Map(runnable.options.map((option) => [option.name, option]));
  const values = new Map<string, string[]>();
  let current: CommandOption | undefined = runnable.options[0];
  for (const [index, word] of words.entries()) {
    const named = word.quoted ? null : (/^([a-z]+):(.*)$/is.exec(word.text) ?? readDashed(word.text, byName));
    if (named && !/^\/\//.test(named[2] ?? '')) {
      const name = (named[1] ?? '').toLowerCase();
      // One topic is a case of topics.
      const option = byName.get(name) ?? byName.get(`${name}s`);
      if (!option) return { kind: 'unknown-option', command, runnable, name: named[1] ?? '' };
      current = option;
      push(values, option.name, unquote(named[2] ?? ''));
      continue;
    }
    const bare = word.quoted ? undefined : byName.get(word.text.toLowerCase());
    if (bare && bare !== current && index < words.length - 1) {
      current = bare;
      continue;
    }
    if (current) push(values, current.name, word.text);
  }
  const options = Object.fromEntries(
    [...values].map(([name, parts]) => [name, parts.join(' ').trim()]).filter(([, value]) => value !== ''),
  );
  return { kind: 'run', command, runnable, options };
}

/** "--since=7d" and "--since", as in a shell; a phone makes a long dash of the two, which may also be one. */
function readDashed(text: string, known: ReadonlyMap<string, CommandOption>): RegExpExecArray | null {
  const found = /^(?:--|—)([a-z]+)(?:[=:](.*))?$/is.exec(text);
  return found && (text.startsWith('--') || known.has((found[1] ?? '').toLowerCase())) ? found : null;
}

const unquote = (text: string) => text.replace(/^["“„«](.*)["”“»]$/s, '$1');

function push(values: Map<string, string[]>, name: string, text: string): void {
  const list = values.get(name);
  if (list) list.push(text);
  else values.set(name, [text]);
}
