/** The terminal as a chat adapter: what is asked there is answered there, and what is posted to it is printed. */
import type { MessageDocument } from '#model/document.ts';
import { phrases } from '#phrases/chat.ts';
import { phrases as refusals } from '#phrases/refusals.ts';
import type { Ask, ChatAdapter, ChatHandlers, PostOutcome } from '../chat.ts';
import { type TerminalLook, toTerminal } from './render.ts';

type Stream = 'output' | 'beside';

export type TerminalSettings = {
  /** beside: words that go with a file, which alone is the output, so that it can be sent where one wants it. */
  readonly write: (text: string, to: Stream) => void;
  readonly look: (to: Stream) => TerminalLook;
  /** Who sits there: everything of an ask but its words. */
  readonly asker: Omit<Ask, 'eventId' | 'body'>;
};

export type TerminalChat = ChatAdapter & {
  /** Settles with the answer when it is printed. */
  readonly ask: (body: Ask['body']) => Promise<MessageDocument>;
  readonly show: (document: MessageDocument) => void;
};

const FAULT: MessageDocument = {
  summary: refusals.ourFault,
  isRefusal: true,
  blocks: [{ kind: 'paragraph', inlines: [{ kind: 'text', text: phrases.tryAgain }] }],
};

/** Its channels are "terminal:…". */
export function createTerminal({ write, look, asker }: TerminalSettings): TerminalChat {
  const printed = new Set<string>();
  let handlers: ChatHandlers | undefined;
  const show = (document: MessageDocument) => {
    const to = document.attachment ? 'beside' : 'output';
    write(toTerminal(document, look(to)), to);
    if (document.attachment) write(`${document.attachment.text}\n`, 'output');
  };
  return {
    platform: 'terminal',
    show,
    start: async (given) => {
      handlers = given;
    },
    stop: async () => {
      handlers = undefined;
    },
    health: () => ({ state: handlers ? 'connected' : 'down' }),
    ask: async (body) => {
      const answering = handlers?.answer({ ...asker, eventId: crypto.randomUUID(), body });
      const document = (await answering?.catch(() => undefined))?.document ?? FAULT;
      show(document);
      return document;
    },
    post: async (channel, document, key): Promise<PostOutcome> => {
      if (!channel.startsWith('terminal:'))
        return {
          kind: 'refused',
          problem: { code: 'terminal-channel', message: phrases.noTerminal(channel), hint: phrases.chooseAnother },
        };
      const id = `${channel} ${key}`;
      if (!printed.has(id)) show(document);
      printed.add(id);
      return { kind: 'posted', message: { channel, ids: [key] } };
    },
  };
}
