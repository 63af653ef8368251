/** What was asked → folded topic words, and how much a text is about them. */
import { fold, stem, wordsOf } from './words.ts';

/** "putin-xi" → putin, xi; a title or free words likewise. */
export const topicWords = (topic: string): string[] => [...new Set(wordsOf(topic.replace(/-/g, ' ')).map(stem))];

/** 0..1: the share of the topic's words that the text holds; 0 without a topic. */
export function topicFit(words: readonly string[], text: string): number {
  if (words.length === 0) return 0;
  const wanted = words.map((word) => stem(fold(word)));
  const missing = new Set(wanted);
  for (const word of wordsOf(text)) if (missing.delete(stem(word)) && missing.size === 0) break;
  return wanted.filter((word) => !missing.has(word)).length / words.length;
}
