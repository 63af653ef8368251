/** A pressed button → an ask, another page, or a message shared with everybody. */

import { phrases } from '#phrases/chat.ts';
import type { Ask } from '../chat.ts';
import { type Loose, looseOf, textOf } from '../loose.ts';
import type { Pages } from '../pages.ts';
import { PAGE_ACTION, SHARE_ACTION } from './controls.ts';
import type { Conversation, ReplyTo } from './conversation.ts';
import { toMrkdwn } from './escape.ts';
import type { SlackPart } from './render.ts';
import { ASK_ACTION, contextOf } from './render-block.ts';
import type { Place } from './wire.ts';

export type Press = { readonly id: string; readonly place: Place; readonly body: Loose; readonly action: Loose };

type Needs = {
  readonly pages: Pages<SlackPart>;
  readonly conversation: Conversation;
  /** True for the first press that shares an answer. */
  readonly once: (id: string) => Promise<boolean>;
  readonly askFrom: (id: string, place: Place, text: string) => Promise<Ask>;
};

export function createButtons({ pages, conversation, once, askFrom }: Needs): (press: Press) => Promise<void> {
  return async ({ id, place, body, action }) => {
    const [kind] = textOf(action.action_id).split(':');
    const value = textOf(action.value);
    // Slack leaves the message out where it is private.
    const threadTs = textOf(looseOf(body.message).thread_ts) || textOf(looseOf(body.container).thread_ts);
    const url = textOf(body.response_url);
    // Buttons of the App Home have no response_url: their answer comes as a direct message.
    const here: Place = place.channel ? place : { ...place, channel: place.user };
    const to: ReplyTo = url ? { kind: 'response-url', url, ...(threadTs ? { threadTs } : {}) } : { kind: 'message' };

    if (kind === ASK_ACTION) {
      const asked = await pages.askOf(value);
      if (!asked) return conversation.tell(phrases.expired, here, to, id);
      return conversation.answer(await askFrom(id, here, asked.ask), here, to);
    }
    if (kind === PAGE_ACTION) {
      const part = await pages.turn(value);
      if (!part) return conversation.tell(phrases.expired, here, to, id);
      return conversation.show(part, here, to, { visibility: 'private', replace: true, key: id });
    }
    if (kind === SHARE_ACTION) {
      const part = await pages.share(value);
      if (!part) return conversation.tell(phrases.expired, here, to, id);
      if (!(await once(`share:${value}`))) return conversation.tell(phrases.sharedAlready, here, to, id);
      const name = textOf(looseOf(body.user).username) || textOf(looseOf(body.user).name);
      const shared = { text: part.text, blocks: [...part.blocks, ...(name ? [contextOf(phrases.sharedBy(toMrkdwn(name)))] : [])] };
      return conversation.show(shared, here, to, { visibility: 'channel', key: id });
    }
  };
}
