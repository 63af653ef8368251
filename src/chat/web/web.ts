/** The local page as a chat adapter: a command or question typed at `/` is answered there. */
import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Command } from '#model/command.ts';
import type { MessageDocument } from '#model/document.ts';
import type { Problem } from '#model/failure.ts';
import type { ChannelId, TenantId } from '#model/subscription.ts';
import { phrases } from '#phrases/chat.ts';
import type { Ask, ChatAdapter, ChatHandlers, PostOutcome } from '../chat.ts';
import type { State } from '../state.ts';
import { type ChatView, chatView, renderTurn, type Turn } from './page.ts';
import { createPosted } from './posted.ts';
import { toHtml } from './render.ts';

export type WebSettings = {
  readonly tenant: TenantId;
  readonly channel: ChannelId;
  readonly commands: readonly Command[];
  readonly zone: string;
  readonly locale: string;
  /** Where what was posted is kept: one process of a fleet posts and another one shows it, and `forget` looks through it. */
  readonly state: State;
  /** The page around the chat view. */
  readonly frame: (
    context: Context,
    view: ChatView,
  ) => ReturnType<typeof chatView>['content'] | Promise<ReturnType<typeof chatView>['content']>;
};

export type WebChat = ChatAdapter & { readonly routes: Hono };

const say = (text: string): MessageDocument => ({
  summary: text,
  blocks: [{ kind: 'paragraph', inlines: [{ kind: 'text', text }] }],
});
const STARTING = say(phrases.starting);
const FAULT = say(phrases.tryAgain);
const notOurs = (channel: ChannelId): Problem => ({
  code: 'web-channel',
  message: phrases.notOfPage(channel),
  hint: phrases.chooseAnother,
});

const asset = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

export function createWebChat(settings: WebSettings): WebChat {
  const posted = createPosted(settings.state);
  let handlers: ChatHandlers | undefined;

  const askOf = (body: Ask['body']): Ask => ({
    eventId: crypto.randomUUID(),
    tenant: settings.tenant,
    channel: settings.channel,
    isManager: false,
    zone: settings.zone,
    locale: settings.locale,
    body,
  });
  const answer = async (text: string): Promise<Turn> => {
    const answering = handlers?.answer(askOf({ kind: 'text', text }));
    const { document } = (await answering?.catch(() => ({ document: FAULT }))) ?? { document: STARTING };
    return { asked: text, answer: toHtml(document, settings.locale) };
  };
  const latest = async (): Promise<Turn> => {
    const last = (await posted.of(settings.channel)).at(-1);
    if (last) return { answer: toHtml(last, settings.locale) };
    const turn = await answer('brief detail:full');
    return { answer: turn.answer };
  };

  const routes = new Hono();
  const script = asset('page.js');
  routes.get('/page.js', (context) => context.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  routes.get('/', async (context) => {
    const asked = (context.req.query('ask') ?? '').trim().slice(0, 500);
    const turn = asked ? await answer(asked) : await latest();
    const examples = ['/brief putin-xi', '/quotes putin', '/figures', '/help'];
    return context.html(await settings.frame(context, chatView({ turns: [turn], asked, examples })));
  });
  routes.get('/api/answer', async (context) => context.html(renderTurn(await answer((context.req.query('ask') ?? '').slice(0, 500)))));
  /** What was posted, oldest first; the page itself shows the last one. */
  routes.get('/api/messages', async (context) => {
    const messages = await posted.of(context.req.query('channel') ?? settings.channel);
    return context.html(html`${messages.map((document) => renderTurn({ answer: toHtml(document, settings.locale) }))}`);
  });
  routes.get('/api/suggest', async (context) => context.json(await suggest((context.req.query('typed') ?? '').slice(0, 200))));

  /** Whole asks that continue what was typed: commands first, then the values of a command's main option. */
  const suggest = async (typed: string): Promise<readonly string[]> => {
    const [, slash = '', name = '', gap = '', words = ''] = /^(\/?)(\S*)(\s*)(.*)$/s.exec(typed) ?? [];
    const command = settings.commands.find((candidate) => candidate.name === name.toLowerCase());
    if (!gap || !command)
      return settings.commands
        .filter((candidate) => candidate.name.startsWith(name.toLowerCase()))
        .map((candidate) => `/${candidate.name}`);
    const [, subName = '', subGap = '', rest = ''] = 'subcommands' in command ? (/^(\S*)(\s*)(.*)$/s.exec(words) ?? []) : [];
    const subs = 'subcommands' in command ? command.subcommands : [];
    const sub = subs.find((candidate) => candidate.name === subName.toLowerCase());
    if (subs.length && !(sub && subGap))
      return subs.filter(({ name: each }) => each.startsWith(subName.toLowerCase())).map((each) => `${slash}${command.name} ${each.name}`);
    const path = sub ? `${command.name} ${sub.name}` : command.name;
    const [option] = sub?.options ?? ('subcommands' in command ? [] : command.options);
    if (!option || !handlers || words.includes(':')) return [];
    const choices = await handlers.suggest(askOf({ kind: 'command', name: path, options: {} }), option.name, sub ? rest : words);
    return choices.slice(0, 10).map(({ value }) => `${slash}${path} ${value}`);
  };

  return {
    platform: 'web',
    routes,
    start: async (given) => {
      handlers = given;
    },
    stop: async () => {
      handlers = undefined;
    },
    health: () => ({ state: handlers ? 'connected' : 'down' }),
    post: async (channel, document, key): Promise<PostOutcome> => {
      if (channel !== settings.channel && !channel.startsWith('web:')) return { kind: 'refused', problem: notOurs(channel) };
      await posted.add(channel, key, document);
      return { kind: 'posted', message: { channel, ids: [key] } };
    },
    edit: async (message, document): Promise<PostOutcome> => {
      for (const id of message.ids) await posted.replace(message.channel, id, document);
      return { kind: 'posted', message };
    },
  };
}
