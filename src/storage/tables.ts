/**
 * The tables as Kysely sees them. Both engines have the same ones; how each is made stands in migrations/.
 *
 * `no` is a chronological number (numbers.ts): newest first is `order by no desc`, a window of time is a range of `no`.
 * `owner` is a tenant for what is private, and '' (SHARED) for what is everybody's.
 */
import type { Generated } from 'kysely';

/** The owner of feeds and articles that are shared below the tenants. Not null, so that it may stand in a unique key. */
export const SHARED = '';

/** 0 or 1: SQLite has no boolean, and one form for both engines keeps the queries the same. */
export type Flag = 0 | 1;

/** A JSON text; parsed and written by the module that reads the column. */
export type Json = string;

export type Tables = {
  tenant: { id: string; added_at: number };
  feed: {
    id: string;
    url: string;
    title: string;
    owner: string;
    everybody: Flag;
    validators: Json;
    polled_at: number | null;
    /** When its first poll was done; what it carried then is its backlog. */
    first_polled_at: number | null;
    next_poll_at: number | null;
    failures: number;
    problem: Json | null;
    /** A process polls it, and has the word until then. */
    claimed_until: number | null;
    pace: Json;
    paused_at: number | null;
    page: 'auto' | 'never';
  };
  subscription: { tenant: string; feed_id: string; added_at: number };
  story: { id: string; owner: string };
  story_change: {
    no: Generated<number>;
    owner: string;
    at: number;
    kind: 'merge' | 'split';
    from_id: string;
    into_id: string;
    article_id: string;
  };
  article: {
    no: number;
    id: string;
    owner: string;
    /** The feed that brought it first; it may be gone. */
    feed_id: string;
    key: string;
    story_id: string;
    outlet: string;
    url: string;
    title: string;
    byline: string | null;
    language: string | null;
    published_at: number;
    fetched_at: number;
    /** Why it stands in its story (a Joining); null for a story's first. */
    joining: Json | null;
  };
  /** Apart from `article`, so that its rows stay small and lists are read without the texts. */
  body: {
    article_no: number;
    /** Null once it has expired. */
    text: string | null;
    /** After expiry: the paragraphs that hold quotes and figures; all spans point into it then. */
    excerpt: string | null;
    /** Of the whole text, also after expiry. */
    text_hash: string;
  };
  feed_article: { feed_id: string; article_no: number; guid: string | null };
  extraction: {
    article_no: number;
    version: number;
    /** Start, end and paragraph of each, in one flat list. */
    sentences: Json;
    names: Json;
    cluster_keys: Json;
    /** 1 once the body has expired: no rules can read it again. */
    frozen: Flag;
  };
  quote: { no: number; article_no: number; position: number; confidence: number; text_hash: string; quote: Json };
  figure: {
    no: number;
    article_no: number;
    position: number;
    printed: Flag;
    unit: string | null;
    text_hash: string;
    sentence_start: number;
    sentence_end: number;
    figure: Json;
  };
  /** `heat` (heat.ts): how much they said lately. People and organisations by folded name; a description ("a spokesman") is nobody and stands in its quote only. */
  speaker: { no: Generated<number>; folded: string; name: string; kind: 'person' | 'organisation'; heat: number };
  speaker_word: { word: string; speaker_no: number };
  quote_speaker: { speaker_no: number; quote_no: number };
  topic: { tenant: string; slug: string; topic: Json };
  mute: { tenant: string; channel: string; kind: 'word' | 'speaker' | 'outlet'; what: string };
  told: { tenant: string; channel: string; kind: 'story' | 'quote' | 'figure'; key: string; detail: string; at: number };
  audit: { no: Generated<number>; tenant: string; at: number; who: string; what: string; detail: string };
  /** `next_slot` and `next_at` are a Slot; null while it is paused. */
  schedule: {
    id: string;
    tenant: string;
    channel: string;
    schedule: Json;
    next_slot: string | null;
    next_at: number | null;
    added_at: number;
  };
  delivery: { id: string; tenant: string; schedule_id: string; slot: string; state: string; due_at: number; delivery: Json };
  report: { id: string; tenant: string; state: string; at: number; report: Json };
  job: { no: Generated<number>; queue: string; id: string; lane: string; payload: string; run_at: number; attempts: number };
  lease: { name: string; holder: string; until: number };
  forgotten: { id: string; entry: Json; at: number };
  keyv: { namespace: string; key: string; value: string; expires_at: number | null };
};
