/** What someone asked, on whatever platform → the answer: the one way from words to commands. */
import type { Answer, Ask, ChatHandlers } from '#chat/chat.ts';
import type { Instant } from '#model/article.ts';
import type { Choice, Command, CommandContext, CommandInput, Runnable } from '#model/command.ts';
import type { MessageDocument } from '#model/document.ts';
import { Failure } from '#model/failure.ts';
import { phrases as helpPhrases } from '#phrases/help.ts';
import { phrases } from '#phrases/refusals.ts';
import type { CoolDown } from './cool-down.ts';
import { nearest } from './nearest.ts';
import { type ParsedAsk, parseAsk } from './parse-ask.ts';
import { parseQuestion } from './parse-question.ts';
import { refuse } from './reply.ts';
import { parseSince } from './since.ts';
import { welcome } from './welcome.ts';

export type DispatchSettings = {
  readonly commands: readonly Command[];
  readonly contextFor: (ask: Ask) => Promise<CommandContext>;
  readonly now: () => Instant;
  /** Told of each answer that failed by a fault of ours; the asker gets a calm sentence. */
  readonly onFault: (error: unknown, ask: Ask) => void;
  /** Absent: nobody has to wait. */
  readonly coolDown?: CoolDown | undefined;
};

export function createDispatcher(settings: DispatchSettings): ChatHandlers {
  const answer = async (ask: Ask): Promise<Answer> => {
    // who is nobody in particular asks on the desk: that is this machine, or behind its token
    const waitMs = ask.user === undefined ? 0 : (settings.coolDown?.(`${ask.tenant} ${ask.user}`) ?? 0);
    if (waitMs > 0) return { visibility: 'private', document: tooOften(waitMs) };
    const parsed = parse(ask, settings.commands);
    try {
      if (parsed.kind !== 'run') return { visibility: 'private', document: helpfulAnswer(parsed, settings.commands) };
      return {
        visibility: parsed.runnable.visibility,
        document: await run(parsed, await settings.contextFor(ask)),
      };
    } catch (error) {
      if (error instanceof Failure) return { visibility: 'private', document: refuse(error.message, error.hint ? [error.hint] : []) };
      settings.onFault(error, ask);
      return {
        visibility: 'private',
        document: refuse(phrases.ourFault, [phrases.tryAgain]),
      };
    }
  };
  const suggest = async (ask: Ask, optionName: string, typed: string): Promise<readonly Choice[]> => {
    const parsed = parse(ask, settings.commands);
    const option = parsed.kind === 'run' ? parsed.runnable.options.find(({ name }) => name === optionName) : undefined;
    if (!option?.suggest) return (option?.choices ?? []).map((choice) => ({ name: choice, value: choice }));
    return (await option.suggest(await settings.contextFor(ask), typed)).slice(0, 25);
  };
  return { answer, suggest, joined: async (ask) => welcome(ask, await settings.contextFor(ask)) };
}

const tooOften = (waitMs: number): MessageDocument => refuse(phrases.tooOften, [phrases.askAgainIn(Math.ceil(waitMs / 1000))]);

type Asked = Exclude<ParsedAsk, { readonly kind: 'question' }>;

/** A question becomes a command here, so that everything behind this line knows commands only. */
function parse(ask: Ask, commands: readonly Command[]): Asked {
  if (ask.body.kind === 'command') return byName(ask.body.name, ask.body.options, commands);
  const parsed = parseAsk(ask.body.text, commands);
  if (parsed.kind !== 'question') return parsed;
  const { name, options } = parseQuestion(parsed.text);
  return byName(name, options, commands);
}

/** @param path "brief", or "topics add" for a subcommand. */
function byName(path: string, options: Readonly<Record<string, string>>, commands: readonly Command[]): Asked {
  const [name, sub] = path.split(' ');
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) return { kind: 'unknown-command', name: path };
  if (!('subcommands' in command)) return { kind: 'run', command, runnable: command, options };
  const runnable = command.subcommands.find((candidate) => candidate.name === sub);
  return runnable ? { kind: 'run', command, runnable, options } : { kind: 'needs-subcommand', command };
}

function helpfulAnswer(parsed: Exclude<Asked, { readonly kind: 'run' }>, commands: readonly Command[]): MessageDocument {
  const help = { label: phrases.help, ask: 'help' };
  switch (parsed.kind) {
    case 'nothing':
      return refuse(phrases.nothingAsked, [phrases.examples], [help]);
    case 'unknown-command': {
      const near = nearest(
        parsed.name,
        commands.map(({ name }) => name),
      );
      const lead = helpPhrases.noCommand(parsed.name);
      return refuse(
        lead,
        [near.length ? phrases.didYouMean(near) : phrases.typeHelp],
        [...near.map((name) => ({ label: name, ask: name })), help],
      );
    }
    case 'unknown-option': {
      const names = parsed.runnable.options.map(({ name }) => name);
      return refuse(phrases.noOption(pathOf(parsed.command, parsed.runnable), parsed.name), [
        names.length ? phrases.knowsOptions(names) : phrases.takesNone,
      ]);
    }
    case 'needs-subcommand': {
      const subs = 'subcommands' in parsed.command ? parsed.command.subcommands : [];
      const lead = phrases.needsWord(
        parsed.command.name,
        subs.map(({ name }) => name),
      );
      return refuse(
        lead,
        [],
        subs
          .filter(({ options }) => !options.some(({ required }) => required))
          .map(({ name }) => ({ label: name, ask: `${parsed.command.name} ${name}` })),
      );
    }
    default:
      return parsed satisfies never;
  }
}

type Run = Extract<Asked, { readonly kind: 'run' }>;

/** "topics add", as one types it. */
const pathOf = ({ name }: Command, runnable: Runnable): string => (name === runnable.name ? name : `${name} ${runnable.name}`);

async function run({ command, runnable, options }: Run, context: CommandContext): Promise<MessageDocument> {
  if (runnable.who === 'manager' && !context.asker.isManager) return refuse(phrases.managersOnly);
  const checked = checkOptions(pathOf(command, runnable), runnable.options, options, context);
  return 'problem' in checked ? refuse(checked.problem) : runnable.run(context, checked.input);
}

/** Characters: of what one types, and of a file as a data: address. */
const MAX_WORDS = 500;
const MAX_FILE = 7_000_000;

function checkOptions(
  command: string,
  known: Runnable['options'],
  given: Readonly<Record<string, string>>,
  context: CommandContext,
): { readonly input: CommandInput } | { readonly problem: string } {
  const input: Record<string, string | number> = {};
  for (const option of known) {
    const text = given[option.name]?.trim();
    if (!text) {
      if (option.required) return { problem: phrases.needsOption(command, option.name, option.description) };
      continue;
    }
    const maxLength = option.type === 'file' ? MAX_FILE : MAX_WORDS;
    if (text.length > maxLength) return { problem: phrases.tooLong(option.name, maxLength) };
    if (option.type === 'words' || option.type === 'file') input[option.name] = text;
    if (option.type === 'choice') {
      const choice = option.choices?.find((candidate) => candidate === text.toLowerCase());
      if (!choice) return { problem: phrases.noChoice(option.name, option.choices ?? [], text) };
      input[option.name] = choice;
    }
    if (option.type === 'integer') {
      if (!/^-?\d{1,9}$/.test(text)) return { problem: phrases.noNumber(option.name, text) };
      input[option.name] = Number(text);
    }
    if (option.type === 'since') {
      const at = parseSince(text, context.now, context.asker.zone);
      if (at === undefined) return { problem: `${phrases.noSince(text)} ${phrases.sinceForms}` };
      input[option.name] = at;
    }
  }
  return { input };
}
