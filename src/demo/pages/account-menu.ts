import { demoAccounts } from '../account/account.ts';
import { type Child, html } from './html.ts';
import { icon } from './marks.ts';
import type { PageContext } from './page.ts';

/** Sign in and out: a choice of made-up shoppers, plainly a demonstration. Nothing where the shop cannot sign tokens. */
export function accountMenu(context: PageContext): Child {
  const { account, visitor, words } = context;
  if (!account) return null;
  const accounts = demoAccounts(visitor.language);
  const current = accounts.find(({ user_id }) => user_id === visitor.shopper);
  return html`<details class="account${current && ' signed-in'}" id="account">
            <summary${current && html` aria-label="${words.account.signedInAs(current.name)}"`}>${icon.person}<span>${current?.name ?? words.account.signIn}</span></summary>
            <div class="account-menu">${current ? signedIn(current.name, context) : signedOut(accounts, context)}</div>
          </details>`;
}

function signedOut(accounts: ReturnType<typeof demoAccounts>, context: PageContext): Child {
  const { words } = context;
  return html`<p class="account-note">${words.account.note}</p>
              ${form(
                context,
                accounts.map(
                  ({ user_id, name, about }) =>
                    html`<button class="account-choice" name="shopper" value="${user_id}"><strong>${name}</strong><small>${about}</small></button>`,
                ),
              )}`;
}

function signedIn(name: string, context: PageContext): Child {
  const { words } = context;
  return html`<p class="account-note">${words.account.signedInAs(name)}</p>
              <button class="account-choice" type="button" data-ask="${words.account.parcelQuestion}">${words.account.parcel}</button>
              ${form(context, html`<button class="account-choice" name="shopper" value="" data-sign-out>${words.account.signOut}</button>`)}`;
}

/** Leads back to the page it stands on. */
const form = ({ url }: PageContext, buttons: Child): Child =>
  html`<form method="post" action="/account"><input type="hidden" name="back" value="${url.pathname}${url.search}">${buttons}</form>`;
