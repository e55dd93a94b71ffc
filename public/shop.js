// The shop's own script: cart, rental lengths, gallery, menu. What it has to do with the copilot stands in `copilot.js`.
import { cookieOf, countOf, readLines, withLine, withQuantity } from './cart.js';

/** @param {(lines: import('./cart.js').Line[]) => readonly import('./cart.js').Line[]} change */
function changeCart(change) {
  const lines = change(readLines(document.cookie));
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
  document.cookie = cookieOf(lines);
  const count = document.getElementById('cart-count');
  if (count) {
    count.textContent = String(countOf(lines));
    count.hidden = lines.length === 0;
  }
}

let hideToast = 0;

function sayAdded() {
  const toast = document.getElementById('toast');
  if (!toast) return;
  const link = document.createElement('a');
  link.href = '/cart';
  link.className = 'toast-link';
  link.textContent = toast.dataset.link ?? '';
  toast.replaceChildren(toast.dataset.added ?? '', ' ', link);
  toast.classList.add('shown');
  clearTimeout(hideToast);
  hideToast = setTimeout(() => toast.classList.remove('shown'), 5000);
}

/** @param {import('./cart.js').Line} line */
function addToCart(line) {
  changeCart((lines) => withLine(lines, line));
  if (location.pathname === '/cart') location.reload();
  else sayAdded();
}

// What the copilot hands to the cart (`copilot.js`).
document.addEventListener('shop:add-to-cart', ({ detail: { item_id, offer_id, quantity, rental_days } }) => {
  addToCart(rental_days === undefined ? [item_id, offer_id, quantity] : [item_id, offer_id, quantity, rental_days]);
});

/** Days that a rental form has chosen; undefined for a sale. @param {HTMLFormElement} form */
function chosenDays(form) {
  const chosen = new FormData(form);
  if (!chosen.has('days')) return undefined;
  return Number(chosen.get('days') === 'other' ? chosen.get('other') : chosen.get('days'));
}

/** Shows what another length costs; the sum is the server's. @param {HTMLFormElement} form */
async function showQuote(form) {
  const days = chosenDays(form);
  if (!days || !form.checkValidity()) return;
  const query = new URLSearchParams({ item: form.dataset.item ?? '', offer: form.dataset.offer ?? '', days: String(days) });
  const response = await fetch(`/quote?${query}`);
  if (!response.ok || days !== chosenDays(form)) return;
  for (const [name, text] of Object.entries(await response.json())) {
    const place = form.querySelector(`[data-say="${name}"]`);
    if (place) place.textContent = text;
  }
}

for (const form of document.querySelectorAll('form[data-cart]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const days = chosenDays(form);
    const { item = '', offer = '' } = form.dataset;
    addToCart(days === undefined ? [item, offer, 1] : [item, offer, 1, days]);
  });
  const other = form.querySelector('[name="other"]');
  other?.addEventListener('focus', () => {
    const choice = form.querySelector('[value="other"]');
    if (choice) choice.checked = true;
  });
  form.addEventListener('input', () => {
    if (other) other.required = new FormData(form).get('days') === 'other';
    void showQuote(form);
  });
}

for (const line of document.querySelectorAll('[data-line]')) {
  const index = Number(line.dataset.line);
  const reload = () => location.reload();
  line.querySelector('[data-remove]')?.addEventListener('click', () => {
    changeCart((lines) => lines.filter((_, n) => n !== index));
    reload();
  });
  line.querySelector('[data-quantity]')?.addEventListener('change', (event) => {
    changeCart((lines) => lines.map((each, n) => (n === index ? withQuantity(each, Number(event.target.value)) : each)));
    reload();
  });
}

const drop = document.querySelector('[data-drop]');
drop?.addEventListener('click', () => {
  const gone = new Set(drop.dataset.drop.split(','));
  changeCart((lines) => lines.filter((_, n) => !gone.has(String(n))));
  location.reload();
});

// On a phone the filters scroll sideways: the chosen one comes into sight.
for (const chip of document.querySelectorAll('.filters [aria-current]')) {
  const row = chip.closest('ul');
  if (row) row.scrollLeft = chip.offsetLeft - row.offsetLeft - 16;
}

for (const thumb of document.querySelectorAll('.thumbs a')) {
  thumb.addEventListener('click', (event) => {
    event.preventDefault();
    const view = document.querySelector(thumb.hash);
    view?.parentElement?.scrollTo({ left: view.offsetLeft - view.parentElement.offsetLeft });
  });
}

// The account menu closes like any menu: by a click elsewhere, by Escape, and when what it offers was chosen.
const account = document.getElementById('account');
document.addEventListener('click', (event) => {
  if (account && (!account.contains(event.target) || event.target.closest('[data-ask]'))) account.open = false;
});
account?.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  account.open = false;
  account.querySelector('summary').focus();
});
