/** The page that asks for the admin token. */
import { html } from 'hono/html';
import { phrases } from '#phrases/desk.ts';
import { code, type Html, words } from './html.ts';

export function signInPage(next: string, problem: string | null, needed: boolean): Html {
  return html`<div class="page-head"><h1>${phrases.signIn}</h1><p class="standfirst">${
    needed ? phrases.toRead : phrases.toChange
  }${phrases.whereTokenIs(code('WIREBRIEF_ADMIN_TOKEN'))}</p></div>
<form class="filters" action="/signin" method="post"><input type="hidden" name="next" value="${next}">
${problem ? html`<p class="problem" role="alert" id="problem">${words(problem)}</p>` : ''}
<div class="fields"><p class="wide"><label for="token">${phrases.token}</label><input id="token" name="token" type="password" required autocomplete="current-password" maxlength="300"${problem ? html` aria-describedby="problem" aria-invalid="true"` : ''}></p><p class="go"><button>${phrases.signIn}</button></p></div></form>`;
}

/** A path of this page, and nothing that leads elsewhere. */
export const safeNext = (next: string | undefined): string => (next && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/');
