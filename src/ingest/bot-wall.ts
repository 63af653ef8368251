/** The text of an answer → the guard that stands before the site, where it is its test page and not the site's own. */
import { htmlToText } from './html-text.ts';

const MAX_LENGTH = 200_000;
/** A test page says a sentence or two. The guards leave the same marks in the pages that they let through. */
const MAX_TEXT = 1_200;
const NAMES_FEED = /<link\b[^<>]{0,300}\bapplication\/(?:rss|atom|feed)\+/i;

const MARKS: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Cloudflare', /\/cdn-cgi\/challenge-platform\/|_cf_chl_opt|cf-browser-verification|id="cf-error-details"/],
  ['DataDome', /captcha-delivery\.com|dd_cookie_test|var dd\s*=\s*\{/],
  ['PerimeterX', /window\._pxAppId|px-captcha/],
  ['Imperva', /_Incapsula_Resource|Incapsula incident ID/],
  ['Akamai', /errors\.edgesuite\.net|ak_bmsc|_abck/],
  ['Sucuri', /Sucuri WebSite Firewall|sucuri_cloudproxy_js/],
  ['AWS WAF', /awswaf\.com\/|AwsWafIntegration/],
  ['Anubis', /\.within\.website\/x\/cmd\/anubis/],
];

export const botWallIn = (text: string): string | undefined => {
  if (text.length > MAX_LENGTH) return undefined;
  const name = MARKS.find(([, mark]) => mark.test(text))?.[0];
  return name !== undefined && !NAMES_FEED.test(text) && htmlToText(text).length <= MAX_TEXT ? name : undefined;
};
