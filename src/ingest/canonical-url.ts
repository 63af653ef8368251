/** An article's address → the key by which the same article is known again: without tracking, session and layout variants. */
import normalizeUrl from 'normalize-url';

/** Parameters that name a campaign, a referrer or a reader, and never an article, on whatever site they stand. */
const TRACKING: readonly (RegExp | string)[] = [
  /^utm[_-]/i,
  /^(?:at|pk|mtm|matomo|piwik|hsa|vero|oly|wt|mc|ml|sc|ns|bsft|trk|guce|guc|wicked|ito|dgclid|__twitter|_hs|_bta|_openstat|spm|xtor|xts|xtcr)(?:_|$)/i,
  /^(?:fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|yclid|ysclid|zanpid|wickedid|rb_clickid|s_cid|epik|mkt_tok|gad_source|srsltid)$/i,
  /^(?:cmp|cmpid|ocid|icid|cid_source|smid|smtyp|emc|ncid|nclid|partner|partnerid|ftag|taid|tsmid|mod|mbid|ssbid|esrc|rss|rssid|feedtype|feedname|fb_ref|fb_source|action_(?:object|type|ref)_map|soc_src|soc_trk)$/i,
  /^(?:guccounter|outputtype|amp|amp_js_v|amp_gsa|usqp|ampcf|_amp|sh|share|shared|sharedby|share_id|linkid|sref|reflink|via|wprss|wpisrc|algo|tpcc|intcmp|int_source|int_medium|int_campaign)$/i,
  /^(?:phpsessid|jsessionid|sid|sessionid|session_id|nocache|cachebuster|_ga|_gl|mc_cid|mc_eid)$/i,
];

/** Names that say nothing on these hosts and something on others. A host covers its subdomains. */
const TRACKING_BY_HOST: readonly { readonly host: string; readonly parameters: readonly string[] }[] = [
  {
    host: 'nytimes.com',
    parameters: ['ref', 'src', 'campaign_id', 'instance_id', 'segment_id', 'user_id', 'regi_id', 'unlocked_article_code'],
  },
  { host: 'theguardian.com', parameters: ['ref', 'page'] },
  { host: 'bbc.co.uk', parameters: ['ref', 'from', 'source'] },
  { host: 'bbc.com', parameters: ['ref', 'from', 'source'] },
  { host: 'ft.com', parameters: ['ref', 'source', 'segmentid'] },
  { host: 'bloomberg.com', parameters: ['source', 'srnd', 'in_source', 'embedded-checkout'] },
  { host: 'cnn.com', parameters: ['cid', 'source', 'iid'] },
  { host: 'aljazeera.com', parameters: ['cid', 'traffic_source'] },
  { host: 'dw.com', parameters: ['maca', 'ref'] },
  { host: 'cnbc.com', parameters: ['from', 'view'] },
  { host: 'medium.com', parameters: ['source', 'sk', 'gi'] },
  { host: 'substack.com', parameters: ['r', 's', 'showWelcome', 'publication_id'] },
  { host: 'news.google.com', parameters: ['hl', 'gl', 'ceid', 'oc'] },
  { host: 'washingtonpost.com', parameters: ['itid', 'tid', 'hpid', 'pwapi_token'] },
  { host: 'wsj.com', parameters: ['st', 'reflink', 'mod'] },
  { host: 'reuters.com', parameters: ['rpc', 'feedtype', 'feedname', 'il', 'virtualbrandchannel'] },
  { host: 'lemonde.fr', parameters: ['lmd_medium', 'lmd_campaign', 'lmd_creation', 'lmd_source', 'random'] },
  { host: 'spiegel.de', parameters: ['ref', 'sara_ref'] },
  { host: 'faz.net', parameters: ['printpagedarticle', 'service'] },
];

/** Hosts of the same site for phones and for AMP. */
const VARIANT_HOST = /^(?:www\d?|m|mobile|amp|touch|wap)\.(?=[^.]+\.[^.])/;

/**
 * http and https are one, a fragment says nothing unless it begins with "!", parameters are sorted. What is no http address comes back as it is.
 */
export function canonicalUrl(url: string): string {
  const parsed = URL.parse(url.trim());
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return url.trim();
  parsed.hostname = parsed.hostname.replace(/\.$/, '').replace(VARIANT_HOST, '');
  parsed.pathname = withoutVariant(parsed.pathname);
  if (!parsed.hash.startsWith('#!')) parsed.hash = '';
  try {
    return normalizeUrl(parsed.href, {
      forceHttps: true,
      stripWWW: true,
      stripAuthentication: true,
      removeDirectoryIndex: [/^(?:index|default)\.[a-z]{3,5}$/i],
      removeQueryParameters: [...TRACKING, ...ofHost(parsed.hostname)],
      sortQueryParameters: true,
      removeTrailingSlash: true,
    });
  } catch {
    // normalize-url refuses some addresses that a browser opens; the address itself is then the key.
    return parsed.href;
  }
}

/** The address as a reader opens it: only what tracks the reader is taken out, everything else stays as the feed gives it. */
export function withoutTracking(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return url;
  const tracks = (name: string) =>
    [...TRACKING, ...ofHost(parsed.hostname)].some((pattern) => (typeof pattern === 'string' ? pattern === name : pattern.test(name)));
  const names = [...new Set(parsed.searchParams.keys())].filter(tracks);
  if (names.length === 0) return url;
  for (const name of names) parsed.searchParams.delete(name);
  return parsed.href;
}

function ofHost(host: string): readonly string[] {
  return TRACKING_BY_HOST.filter((entry) => host === entry.host || host.endsWith(`.${entry.host}`)).flatMap(({ parameters }) => parameters);
}

/** "/amp/story", "/story/amp/", "/story.amp.html", "/story;jsessionid=1" → "/story", "/story.html". */
function withoutVariant(path: string): string {
  const plain = path
    .replace(/;jsessionid=[^/]*/i, '')
    .replace(/^\/amp(?:\/s)?\/(?=.)/i, '/')
    .replace(/\/amp\/?$/i, '')
    .replace(/\.amp(?=(?:\.html?)?$)/i, '');
  return plain === '' ? '/' : plain;
}
