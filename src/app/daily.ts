/** The desk's briefing of the moment → its document, and the record that it was told. */
import { asShown, present } from '#brief/present.ts';
import { toldBy } from '#brief/told.ts';
import type { Instant } from '#model/article.ts';
import type { Asker } from '#model/command.ts';
import type { Config } from '#model/config.ts';
import type { MessageDocument } from '#model/document.ts';
import type { Detail } from '#model/request.ts';
import type { Storage } from '#storage/storage.ts';
import { answerBrief } from './answer-brief.ts';
import { readerFor } from './reader.ts';
import type { Rewriter } from './rewrite.ts';
import { toldOf } from './told-of.ts';

export type Daily = {
  readonly document: MessageDocument /** Call it once the document has been shown. */;
  readonly recordTold: () => Promise<void>;
};

/** Null where there is nothing to brief about. */
export async function dailyBriefing(
  asker: Asker,
  detail: Detail,
  storage: Storage,
  config: Config,
  now: Instant,
  rewriter?: Rewriter,
): Promise<Daily | null> {
  const reader = await readerFor(asker.tenant, storage, config, now);
  const answer = await answerBrief({ detail }, asker, reader, storage, config);
  if (answer.kind !== 'briefing') return null;
  const { told, library } = storage.tenant(reader.tenant);
  return {
    document: present(await (rewriter?.rewrite(answer.briefing, detail) ?? answer.briefing), detail),
    recordTold: async () => {
      const before = await toldOf(asker.channel, { told }, library);
      await told.record(toldBy(asShown(answer.briefing, detail), before).map((telling) => ({ ...telling, channel: asker.channel })));
    },
  };
}
