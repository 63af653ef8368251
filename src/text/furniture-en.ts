/** What stands around the body of English news pages: how captions, credits, teasers and notices begin and end. */

/**
 * The first word, or the first two, of every heading, prefix, notice and caption's opening below: letters only, small ones.
 * A line that begins otherwise needs none of those expressions, which take longer to compile than an article to read.
 * Whoever adds an expression adds its openings here.
 */
export const OPENINGS: ReadonlySet<string> = new Set(
  `related, recommended, suggested, further, latest, popular, other, top, editor, editors, read, see, trending, don, sponsored,
   promoted, watch, listen, photos, gallery, video, explainer, opinion, analysis, live, click, more stories, more story, more article,
   more articles, more content, more coverage, more topic, more topics, more news, more link, more links, more reading, more post,
   more posts, more read, more reads, more video, more videos, more pick, more picks, more from, more on, more headlines, also read,
   also in, also on, also see, most read, most popular, most viewed, most shared, most recent, up next, what to, you may, you might,
   in case, in pictures, in photos, around the, from our, from the, show, view, load, learn, find, continue, continues, advertisement,
   advertorial, ad, story, article, scroll, skip, loading, share, print, email, copy, comment, comments, leave, post, add, report,
   play, transcript, back, close, menu, getty, reuters, afp, ap, pa, ends, breaking, exclusive, premium, subscribe, sign, log,
   newsletter, newsletters, please, register, tap, follow, like, join, download, support, stay, contact, write, send, enter, thank,
   thanks, enjoying, this video, get our, get the, get all, never miss, want more, have a, have you, do you, got a, by signing,
   by subscribing, by clicking, your support, become a, already a, you have, you ve, you can, reporting, writing, editing, compiled,
   translated, written, edited, produced, photography, graphic, graphics, additional, with reporting, with writing, with editing,
   with compiled, with translated, with written, with edited, with produced, with photography, with graphic, with graphics,
   this story, this article, this report, this post, this page, this piece, this version, this is, the original, an earlier, note to,
   filed under, about the, correction, clarification, source, sources, credit, via, tag, tags, topic, topics, keyword, keywords,
   categories, location, file, filephoto, fileimage, filepicture, filepic, handout, undated, courtesy, illustrative, photo,
   photograph, image, picture, pictured, caption, illustration, figure, media playback, media caption, epa, rex, alamy, in this, a combination, a handout, a file, a combo,
   an undated, a undated, an combination, an handout, an file, an combo`.split(/,\s+/),
);

/** A date may stand right behind these: "PublishedMarch 3". */
export const DATED = /^(?:first |last )?(?:published|posted|updated|last updated|modified)/i;

/** A heading over links to other stories: alone on its line. */
export const RELATED_HEADING =
  /^(?:(?:related|recommended|suggested|further|more|latest|popular|other|top|editor(?:['’]?s)?)[ -](?:stories|story|articles?|content|coverage|topics?|news|links?|reading|posts?|reads?|videos?|picks?|from [\p{L}\p{N} .'’&-]{2,40}|on this(?: story| topic)?|headlines)|related|read (?:more|next|also|on|this next|more on this)|see also|also read|also in(?: the)? news|also on [\p{L}\p{N} .'’&-]{2,30}|most (?:read|popular|viewed|shared)|trending(?: now)?|don['’]t miss|up next|what to read next|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|more stories(?: like this| from [\p{L}\p{N} .'’&-]{2,40})?|in case you missed it|sponsored(?: stories| content)?|promoted(?: stories| content)?|around the web|from our partners|from the archives?)\s*[:.…>»-]*$/iu;

/** A link to another story, named in the same line: "READ MORE: …". */
export const RELATED_PREFIX =
  /^[\W_]{0,4}(?:read (?:more|also|next|on|the full story|our full story)|related(?: stor(?:y|ies)| articles?| coverage| content| news)?|see also|also read|also see|see more|more on this(?: story)?|more from [\p{L}\p{N} .'’&-]{2,40}|recommended|don['’]t miss|up next|watch(?: live| now| more)?|listen(?: now)?|in pictures|in photos|photos|gallery|video|explainer|opinion|analysis|from the archives?|live updates?|click here)\s?[:|»>→]\s*\S/iu;

/**
 * What a reader is asked to do, or told about the page, and never about the world. All expressions of one row must hold: what takes
 * milliseconds to compile stands behind its opening.
 */
export const NOTICE: readonly (readonly RegExp[])[] = [
  [
    /^(?:\[?\.{2,}\]?\s*)?(?:read|see|show|view|load|learn|find out|continue) (?:more|all|less|on|reading(?: the main story| below)?|the full (?:story|article|report|statement|text)(?: here)?|full (?:story|article|report))\W{0,6}(?:here)?\W{0,4}$/iu,
  ],
  [
    /^(?:advertisement|advertorial|ad|sponsored|story continues(?: below)?(?: advertisement)?|article continues (?:below|after)[\p{L} ]{0,40}|continue(?:s)? (?:below|after)[\p{L} ]{0,40}|scroll down[\p{L} ]{0,40}|skip (?:to|past)[\p{L} ]{0,40}|loading|share|share (?:this|on|via)[\p{L} ,/]{0,60}|print|email|copy link|comments?|(?:view|leave|post|add) (?:a |your )?comments?|report this ad|play video|transcript|back to top|close|menu|getty|reuters|afp|ap|pa media|ends|breaking news|live|exclusive|premium|subscribe(?: now)?|sign (?:in|up)(?: now)?|log in|most recent|newsletters?|listen to this article|this video (?:can ?not|is not|isn['’]t)[\p{L} ]{0,60})[\s.!…:>»]*$/iu,
  ],
  [
    /^(?:please )?(?:sign up|subscribe|register|click|tap|follow us|like us|join (?:us|our)|download (?:our|the)|get (?:our|the|all the) (?:latest|top|best|day['’]s|morning|daily|free)|support (?:our|independent)|stay (?:up to date|informed|on top)|never miss|want more|have (?:a|you got a) (?:tip|story|news)|do you have a (?:tip|story)|got a (?:tip|story)|contact (?:us|the (?:reporter|author|writer|newsroom))|email (?:us|the (?:reporter|author|writer|newsroom))|write to us|send (?:us )?(?:your )?(?:tips|letters)|enter your email|thanks? (?:you )?for (?:reading|signing up|subscribing)|by (?:signing up|subscribing|clicking)|your support|become a (?:member|subscriber)|already a subscriber|you(?: have|['’]ve) (?:reached|read)|enjoying this)\b(?=.{0,160}\b(?:newsletter|email|e-mail|inbox|app|twitter|facebook|instagram|whatsapp|telegram|youtube|x|threads|channel|page|here|subscri\w+|journalism|articles?|updates|alerts?|podcast|account|tips?|news|headlines|story|reporter|author|writer|newsroom|letters|terms|us|interested)\b)/iu,
  ],
  [
    /^(?:you can )?follow /iu,
    /^(?:you can )?follow (?:(?:me|him|her|us|them|the author)|@\w+|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3})(?: and @?[\p{L}\p{N}_ ]{2,30})? (?:on|at|@)\b/iu,
  ],
  [
    /^[([]?(?:(?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|Compiled|Translated|Written|Edited|Produced|Photography|Graphics?)(?: and (?:writing|editing|reporting))?) by \p{Lu}/u,
  ],
  [
    /^(?:this (?:story|article|report|post|page|piece|version) (?:has been|was|is|will be) (?:(?:first |originally |also |last |automatically )?(?:updated|corrected|amended|published|edited|generated|produced|translated|supported|being updated|part of|developing|available))|this is a (?:developing|breaking)|the original version of this|an earlier version of this|correction\s?:|clarification\s?:|editor['’]?s['’]? note\s?:|note to (?:readers|editors)\s?:)/iu,
  ],
  [
    /^(?:first |last )?(?:published|posted|updated|last updated|modified)/iu,
    /^(?:first |last )?(?:published|posted|updated|last updated|modified)(?: on| at)?\s?:?\s?(?:\p{L}{3,9}\.?,? )?(?:\d{1,2}[ :./-]|\p{L}{3,9}\.? \d{1,2})/iu,
  ],
  [
    /^(?:source|sources|credit|image credits?|photo credits?|picture credits?|via|tags?|topics?|filed under|keywords?|categories|location|about the author)\s?:/iu,
  ],
];

/** The same without words to begin with, or cheap. */
export const PLAIN_NOTICE = [
  /^(?:©|\(c\)\s|copyright\b|all rights reserved|this material may not be)/iu,
  /\ball rights reserved\.?\s?$/iu,
  /^our standards:|^the thomson reuters trust principles/iu,
  /^(?:just watched|must watch|hide caption)\b|\breplay more videos\b|\b(?:enlarge this image|toggle caption)\b/iu,
  /^(?:the )?(?:opinions?|views?) expressed (?:by|in|here|are)\b/iu,
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^@\w{2,30}\.?$/u,
  /^[_*=~•·—–\-#.\s]{1,80}$/u,
  /^-?\s?(?:ends|30|###)\s?-?$/iu,
];

/** Who helped with the report. Both hold one of these words, and early: most lines need no closer look. */
export const CONTRIBUTION_WORD = /contribut|assisted/iu;
export const MAX_CHARS_TO_CONTRIBUTION = 140;
export const CONTRIBUTION = [
  /^[\p{L} .'’-]{3,60} (?:contributed|also contributed|assisted) (?:to|with) (?:this|the) (?:report|story|article|piece|post|reporting)\b/iu,
  /^(?:[\p{L}\p{N}.'’,& -]{3,120}\s)?(?:contributed|contributing) (?:to (?:this|the) (?:report|story|article)|reporting)[^.]{0,60}\.?$/iu,
];

/** AFP's and other desks' tags at the end: "abc-def/gh/ij". */
export const DESK_TAG = /^(?:[a-z]{2,5}(?:-[a-z]{2,5}){0,3})(?:\/[a-z]{2,5}(?:-[a-z]{2,5}){0,3}){1,4}$/u;

/** In front of the next one, which takes longer to compile than an article to read. */
export const BYLINE_OPENING = /^(?:[Bb]y|BY|[Ww]ords by|[Ss]tory by|[Tt]ext by|[Ff]rom)[\s:]/u;
/** "By Ana Ruiz and Tom Ashby, Political Editor". */
export const BYLINE =
  /^(?:[Bb]y|BY|[Ww]ords by|[Ss]tory by|[Tt]ext by|[Ff]rom)\s?:?\s+(?:(?:our|the) )?(?:\p{Lu}[\p{L}.'’-]*|[A-Z]\.)(?:\s+(?:\p{Lu}[\p{L}.'’-]*|and|&|de|van|von|der|bin|al|of|the|in|for|at|\|))*(?:\s?[,|·•/–—-]\s?[\p{L}\p{N}][\p{L}\p{N} .,'’@:|/&+()–-]{0,100})?$/u;

export const CAPTION_START =
  /^[\s([]*(?:image (?:copyright|source)\b|media (?:playback is|caption)\b|(?:getty(?: images)?|reuters|afp|ap|pa|epa|rex|alamy)(?:\s[-–]\s?(?:contributor|handout|pool)\b|:(?:getty|reuters|afp|associated press|press association|epa|rex|alamy)\b)|file\s?(?:photo|image|picture|pic)?\s?[:–—-]|(?:file|handout|undated|courtesy|illustrative) (?:photo|image|picture|photograph)\b|(?:photo|photograph|image|picture|pictured|caption|illustration|graphic|figure|video)\s?(?:\d+\s?)?[:|]\s|in this (?:(?:\p{L}+ )?(?:file |handout |undated |aerial |combination )*(?:photo|image|picture|photograph|frame grab|screengrab)\b|[\p{L}.]{3,9}\.? \d{1,2}, \d{4},?(?: file)? (?:photo|image))|(?:a|an) (?:combination (?:picture|of pictures)|(?:handout|file|undated|combo) (?:photo|picture|image)))/iu;

/** Each credit below holds one of these: most lines need no closer look. */
export const CREDIT_WORD =
  /Caption|REUTERS|AFP|AP|EPA|EFE|ANSA|DPA|Xinhua|TASS|Sputnik|Getty|Shutterstock|Bloomberg|PA|Alamy|Photo|Anadolu|Kyodo|Yonhap|Handout|Pool|iStock|Unsplash|Pexels|Wikimedia|Reuters|Image|Picture|Credit/;
/** Credits as agencies and picture desks write them, at the end of a caption. */
export const CAPTION_END =
  /(?:\bHide Caption(?: \d+ of \d+)?|(?:\bvia |\/|\bby |\| ?|©\s?|\bcredit:? |\bphoto(?:graph)?:? |\bpicture:? |\bimage:? |^|[.:;(] ?)(?:[\p{L}.'’ -]{0,40}\/)?(?:REUTERS|AFP|AP|EPA|EFE|ANSA|DPA|Xinhua|TASS|Sputnik|Getty(?: Images)?|Shutterstock|Bloomberg|AAP|PA(?: Media| Wire| Images)?|Alamy|NurPhoto|Anadolu(?: Agency)?|Kyodo|Yonhap|Handout|Pool|Getty Images\/iStockphoto|iStock|Unsplash|Pexels|Wikimedia(?: Commons)?)(?: (?:Photo|Images|file photo|via [\p{Lu}][\p{L} ]{1,20}|Pictures?))?(?:\/[\p{L}.'’ -]{2,40})?(?:\/(?:File|File Photo|Handout|Pool))?|\((?:AP|AFP|Reuters|EPA|PA|Getty|Xinhua|TASS|Bloomberg|Photo|Image|Picture|Credit|Photograph)[^()]{0,80}\)|\bREUTERS\/[\p{L}.'’ -]{2,40}|\b(?:Photo|Photograph|Picture|Image|Credit)s?(?: credit| by| courtesy(?: of)?)?\s?: ?[^.:]{2,80}|\b(?:Photo|Photograph|Image|Picture)s? (?:by|courtesy(?: of)?|credit) [\p{L}][^.]{1,80})\s?[.)\]]{0,2}$/u;
