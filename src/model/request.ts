/** What a reader asks for, after parsing: times are instants, words are words. */
import type { Instant } from './article.ts';

export type Detail = 'short' | 'full';

export type BriefRequest = { readonly topic?: string; readonly since?: Instant; readonly detail: Detail };
/** `skip`: how many were shown already (paging). */
export type QuoteRequest = { readonly speaker?: string; readonly about?: string; readonly since?: Instant; readonly skip?: number };
export type FigureRequest = { readonly words?: string; readonly unit?: string; readonly since?: Instant; readonly skip?: number };
