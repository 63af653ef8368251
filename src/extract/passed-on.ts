/** A cue in its sentence → does its subject only pass on what another wrote? "Ruiz shared a post that claimed: “Q”", "read from a letter by Holm". */
import type { Token } from '#text/tokens.ts';
import type { Cue } from './cues.ts';

const PASSES_ON = /^(?:share|repost|retweet|link|forward|circulate|read|recite|quote|cite|display|hold|post|tweet)$/;
const WRITING =
  /^(?:website|site|page|post|link|video|clip|message|letter|article|statement|meme|image|photo|story|tweet|note|email|e-mail|poem|book|verse|passage|sign|banner|screenshot|thread|comment|quote|line)s?$/;
const MAX_TOKENS_TO_OWNER = 3;

export function isPassedOn(tokens: readonly Token[], cue: Cue, quote: number): boolean {
  if (!PASSES_ON.test(tokens[cue.from]?.verb?.lemma ?? '') || cue.from > quote) return false;
  for (let i = cue.to; i < quote; i++) {
    if (tokens[i]?.tag === 'quote') return false;
    if (WRITING.test(tokens[i]?.low ?? '') && isOfAnother(tokens, i + 1, quote)) return true;
  }
  // "quoted from the Bible"
  return (
    /^(?:quote|recite|read)$/.test(tokens[cue.from]?.verb?.lemma ?? '') && tokens.slice(cue.to, quote).some(({ low }) => low === 'from')
  );
}

/** "which contains", "that claimed", "by Holm", "from Holm". */
function isOfAnother(tokens: readonly Token[], from: number, quote: number): boolean {
  for (let i = from; i < Math.min(quote, from + MAX_TOKENS_TO_OWNER); i++) {
    const token = tokens[i];
    if (token?.tag === 'relative' && tokens[i + 1]?.tag === 'verb') return true;
    if (/^(?:by|from|of)$/.test(token?.low ?? '') && tokens.slice(i + 1, i + 3).some(({ tag }) => tag === 'name')) return true;
  }
  return false;
}
