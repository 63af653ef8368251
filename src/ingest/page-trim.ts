/** The blocks of an article → its body: without the lines above the first paragraph and below the last that are about the article and not of it. */
import type { Block } from './page-blocks.ts';

export function trimBlocks(blocks: readonly Block[], title: string): Block[] {
  const body = withoutLinkRuns(blocks.filter((block) => !isNoise(block)));
  const first = body.findIndex(isParagraph);
  const last = body.findLastIndex((block) => (isParagraph(block) || isPlainItem(block)) && !isClosing(block));
  if (first === -1) return body.filter((block) => !isTitle(block, title));
  return body.filter((block, index) => {
    if (index < first) return !isOpening(block, title);
    if (index > last) return !isClosing(block) && !isShortClosing(block);
    return true;
  });
}

const PARAGRAPH_LENGTH = 80;
const LINK_SHARE = 0.5;

/** Running text: long enough, not mostly links, with the end of a sentence in it. */
function isParagraph(block: Block): boolean {
  return (
    block.text.length >= PARAGRAPH_LENGTH &&
    linkShare(block) < LINK_SHARE &&
    /[.!?…。！？"”»]/.test(block.text) &&
    !/^h[1-6]$/.test(block.tag)
  );
}

/** A point of a list that belongs to the text: menus and related stories are all links. */
function isPlainItem(block: Block): boolean {
  return block.tag === 'li' && block.text.length >= 15 && linkShare(block) < 0.3;
}

/** Three lines in a row that are nothing but links are a menu or a list of other stories, unless they are most of what there is. */
const LINK_RUN = 3;
const MAX_RUN_SHARE = 0.3;

function withoutLinkRuns(blocks: readonly Block[]): Block[] {
  const total = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const kept: Block[] = [];
  for (let i = 0; i < blocks.length; ) {
    let end = i;
    let length = 0;
    for (let block = blocks[end]; block !== undefined && linkShare(block) >= 0.9; block = blocks[++end]) length += block.text.length;
    if (end - i < LINK_RUN || length > total * MAX_RUN_SHARE) kept.push(...blocks.slice(i, Math.max(end, i + 1)));
    i = Math.max(end, i + 1);
  }
  return kept;
}

function linkShare({ text, linkLength }: Block): number {
  return linkLength / (text.length || 1);
}

/** Anywhere in the article. */
function isNoise(block: Block): boolean {
  const { text } = block;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  return (
    isPointer(block) ||
    isShoutedLink(block) ||
    isCaption(text) ||
    SYNDICATION.test(text) ||
    (text.length < 60 && LABEL.test(text)) ||
    isMarkup(text)
  );
}

/** "Read more: …", "Related: …": a few words that lead elsewhere, and mostly a link where they are long. */
function isPointer(block: Block): boolean {
  const match = POINTER.exec(block.text);
  if (match === null) return false;
  return block.linkLength > 0
    ? block.text.length < 400 && (linkShare(block) > 0.4 || block.text.length < 160)
    : match[0] === block.text || /[:|]\s*$/.test(match[0]);
}

const POINTER =
  /^(?:[>»→•*[(\s]*)(?:read more|read also|also read|read next|read|more|more on this|more on this story|more from|see also|see more|also see|related|related (?:stories|articles?|posts?|content|coverage|links?|video|topics)|recommended|recommended reading|watch|watch also|watch now|listen|don['’]t miss|do not miss|also|further reading|you may also like|you might also like|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lee también|leer más|leggi anche|leia também|leia mais|lees ook|читайте также|читать также)(?:\s*[:|–—-]\s*|\s*$)/iu;

/** "SENATE PASSES BUDGET AFTER LONG NIGHT" as a link by itself: another story. */
function isShoutedLink({ text, linkLength }: Block): boolean {
  return (
    linkLength >= text.length * 0.95 && text.length >= 20 && text.length < 200 && text === text.toUpperCase() && text !== text.toLowerCase()
  );
}

const MAX_CAPTION = 320;

function isCaption(text: string): boolean {
  if (text.length > MAX_CAPTION) return false;
  return CAPTION_START.test(text) || CAPTION_END.test(text);
}

const CAPTION_START =
  /^[([]?(?:(?:image|photo|picture|photograph|video|file photo|file image|illustration|graphic|screenshot)s?(?: (?:credit|source|courtesy|by|via|caption))?s?\s*[:©]|(?:image|photo|picture|slide) \d+ (?:of|\/)|(?:photo|image|picture)s? (?:by|courtesy of|via) |credits?\s*:|caption\s*:?$|©|getty images?\b|\(?(?:ap|reuters|afp) photo)/i;
const CAPTION_END =
  /(?:[([](?:image|photo|picture|photograph|credit|pic|file photo|ap photo|reuters|afp|getty|courtesy)[^)\]]{0,80}[)\]]|\b(?:image|photo|picture) (?:credit|source)s?\s*:[^.]{1,60}|\bcredit\s*:[^.]{1,60}|\b(?:photo|image|picture|foto)s?\s*©[^.]{1,60}|\/(?:getty(?: images)?|afp|reuters|ap|epa|shutterstock)|getty images|shutterstock|ap photo)\.?$/i;

/** What WordPress puts below each article of a feed. */
const SYNDICATION = /^the post .{1,300} (?:appeared first|first appeared) on /i;

/** Single lines that are buttons, labels and marks, wherever they stand. */
const LABEL =
  /^(?:advertisement|advert|ad|sponsored(?: content)?|story continues(?: below.{0,30})?|continue reading.{0,30}|article continues.{0,30}|close|caption|share(?: this.{0,20})?|tweet|email|print|save|comments?|\d+ comments?|leave a comment|sign in|log in|subscribe(?: now)?|sign up|learn more|show more|load more|view all|view gallery|hide caption|toggle caption|enlarge(?: this image)?|play|play video|advertising|anzeige|publicité|publicidad|реклама|loading\.*|image|photo|video|gallery|skip|next|previous|back to top|copy link|click here.{0,30}|follow us.{0,40}|reply|report|link copied|for immediate release|(?:slide |photo |image )?\d{1,3} ?(?:\/|of|von|sur|de|di|van|из) ?\d{1,3}|zur startseite|zurück|nach oben|mehr lesen|weiterlesen|teilen|drucken|partager|imprimer|compartir|imprimir|condividi|stampa|delen)[.!:]?$/iu;

function isMarkup(text: string): boolean {
  return /^(?:https?:\/\/\S+|\/\*|\*\/|<!--.*|\{\{.*\}\}|\[\/?\w+[^\]]*\])$/.test(text);
}

/** Above the first paragraph: headline again, date, byline, section, menu. */
function isOpening(block: Block, title: string): boolean {
  const { text } = block;
  if (isTitle(block, title) || block.tag === 'h1') return true;
  if (linkShare(block) >= 0.9) return true;
  if (text.length >= PARAGRAPH_LENGTH * 2) return false;
  return (linkShare(block) >= LINK_SHARE && !/[.!?]$/.test(text)) || BYLINE.test(text) || isDateLine(text) || READING_TIME.test(text);
}

function isTitle({ text }: Block, title: string): boolean {
  const [a, b] = [folded(text), folded(title)];
  return (
    a !== '' &&
    b !== '' &&
    (a === b || (a.length > 20 && (b.startsWith(a) || (a.startsWith(b) && a.length < b.length + 30 && b.length > 20))))
  );
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const BYLINE =
  /^(?:by|von|par|por|di|da|автор|written by|posted by|reported by|story by|from|edited by|published by|words by|text by|publicado por|publié par|veröffentlicht von|geschrieben von|pubblicato da|escrito por)[\s:]+(?:[\p{Lu}\d@]|the\b)/iu;
const READING_TIME = /^\d+\s*[- ]?min(?:ute)?s?(?: read)?\b|\d{1,3}\s*[- ]?min(?:ute)?s? read/i;
const MONTH =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\b|\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|年|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря/i;

/** A line that is a date and hardly more: "Updated 10:01 pm PST, Tuesday, November 19, 2019". */
function isDateLine(text: string): boolean {
  if (text.length > 120 || !MONTH.test(text) || !/\d/.test(text)) return false;
  const rest = text
    .replace(DATE_WORDS, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return rest.length <= 20;
}

const DATE_WORDS =
  /\b(?:\d+(?:st|nd|rd|th)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|am|pm|[a-z]{1,2}[ds]t|gmt|utc|cet|cest|published|posted|updated|update|last|modified|first|on|at|of|the|date|ago|hours?|minutes?|days?|o'clock)\b/gi;

const MAX_CLOSING = 800;

/** Below the last paragraph: who wrote it, where to follow, rights, how to reach the desk. */
function isClosing(block: Block): boolean {
  const { text } = block;
  if (CLOSING.test(text) && text.length < MAX_CLOSING) return true;
  if (CLOSING_WITH_LINK.test(text) && block.linkLength > 0 && text.length < MAX_CLOSING / 2) return true;
  return text.length < 400 && (CONTACT.test(text) || BIO.test(text));
}

const CLOSING =
  /^(?:citation:|provided by |this document is subject to copyright|copyright|©|all rights reserved|(?:additional )?reporting by |editing by |our standards:|sources?:|follow (?:us|@|him|her|them)\b|got a (?:tip|question|story)|have a (?:tip|question|story)|join (?:us|our|the conversation|the discussion)|sign up|subscribe|want more\b|if you (?:enjoyed|liked) (?:this|our)|thanks for (?:reading|signing)|this (?:story|article|post|piece|content|report) (?:was|has been) (?:originally |first )?(?:published|posted|updated|corrected|produced|provided|created|written|syndicated|brought)|originally published|disclosure:|disclaimer:|editor['’]s note|tags?:|topics?:|filed under|posted in|more:|\[?via\b|click here|about the (?:author|writer)|(?:the )?(?:views|opinions) expressed|associated press writers? )/iu;
/** These also begin sentences of articles; with a link in them, and not much more, they do not. */
const CLOSING_WITH_LINK =
  /^(?:e-?mail |contact |send |follow |support |download |for more |to read more|please |get (?:our|the) |have you |do you |want to |if you |thank you for |you can |this (?:story|article|post|piece|report) )/iu;
const CONTACT = /@\w+\.\w|(?:on|via) (?:twitter|facebook|instagram|linkedin)\b|twitter: ?@|\(@\w+\)|\bfollow (?:him|her|them|us|me|@)/i;
const BIO =
  /^\p{Lu}[\p{L}.'’-]+ (?:\p{Lu}[\p{L}.'’-]* ){1,3}(?:is|was|covers|writes|reports|has been|joined) (?:an? |the |about |for |on |our |based |politics|business)?(?:.{0,80}\b)?(?:writer|reporter|correspondent|editor|journalist|author|columnist|contributor|contributing|freelance|producer|analyst|professor|fellow|lecturer|covers|covering)\b/u;

/** Headings and lone links that lead nowhere any more, since nothing of the body follows. */
function isShortClosing(block: Block): boolean {
  if (/^h[1-6]$/.test(block.tag) || linkShare(block) >= LINK_SHARE) return true;
  return block.text.length < PARAGRAPH_LENGTH && !/[.!?…。！？"”»)]$/.test(block.text) && block.tag !== 'li' && block.tag !== 'tr';
}
