/** A quote's words as the article has them → as they are shown: without the comma that only leads on to "she said". Still a span of the article. */
export const shownWords = (text: string): string => text.replace(/[,\s]+$/, '');
