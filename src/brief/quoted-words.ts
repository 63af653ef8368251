/** A story's briefing → the same with no more words of any one article than may be quoted: its sentences first, then its quotes in their order. */
import type { ArticleId } from '#model/article.ts';
import type { BriefQuote, StoryBriefing } from '#model/briefing.ts';

export function withinQuotedWords(story: StoryBriefing, maxWords: number): StoryBriefing {
  const printed = new Map<ArticleId, number>();
  const fits = ({ text, source }: Pick<BriefQuote, 'text' | 'source'>): boolean => {
    const sum = (printed.get(source.articleId) ?? 0) + countWords(text);
    // A long one is passed over; a short one behind it may still have room.
    if (sum > maxWords) return false;
    printed.set(source.articleId, sum);
    return true;
  };
  return { ...story, summary: story.summary.filter(fits), quotes: story.quotes.filter(fits), moreQuotes: story.moreQuotes.filter(fits) };
}

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
