/** The text of an answer → the guard that stands before the site, where it is its test page and not the site's own. */

const MAX_LENGTH = 200_000;

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
  const head = text.slice(0, MAX_LENGTH);
  return MARKS.find(([, mark]) => mark.test(head))?.[0];
};
