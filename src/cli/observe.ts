/** What answers → the same, each ask under an id that its log lines bear up to the post, counted and timed by command. */
import type { Ask, ChatHandlers } from '#chat/chat.ts';
import type { Log } from '#lib/log.ts';
import { enterRequest } from '#lib/request-id.ts';
import type { Gauges } from './gauges.ts';

export type ObserveTools = {
  readonly log: Log;
  readonly answered?: Gauges['answered'] | undefined;
  /** Names of all commands: what else is asked counts as a question. */
  readonly commands: readonly string[];
  /** Whether the answer to this ask was a fault of ours. */
  readonly hasFailed: (ask: Ask) => boolean;
  readonly newId: () => string;
};

export function observe(handlers: ChatHandlers, { log, answered, commands, hasFailed, newId }: ObserveTools): ChatHandlers {
  const answer = async (ask: Ask): ReturnType<ChatHandlers['answer']> => {
    const begun = performance.now();
    const given = await handlers.answer(ask);
    const ms = performance.now() - begun;
    const command = commandOf(ask, commands);
    const outcome = hasFailed(ask) ? 'failed' : 'answered';
    answered?.(command, outcome, ms);
    log.info({ command, platform: platformOf(ask), outcome, ms: Math.round(ms) }, 'answered');
    return given;
  };
  return {
    ...handlers,
    // entered before anything is awaited, so that the adapter's posting of the answer runs under it too
    answer: (ask) => {
      enterRequest(newId());
      return answer(ask);
    },
  };
}

/** The command's first word, which is one of the list; "question" for anything else. */
export function commandOf({ body }: Ask, commands: readonly string[]): string {
  const first = (body.kind === 'command' ? body.name : body.text.trim().replace(/^\//, '')).split(/\s+/)[0]?.toLowerCase() ?? '';
  return commands.includes(first) ? first : 'question';
}

/** "slack:T1:C2" and "desk". */
const platformOf = ({ channel }: Ask): string => channel.split(':')[0] ?? '';
