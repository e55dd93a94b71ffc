// All that this shop has to do with its copilot. It runs before the copilot's own script: calls wait in the queue until that
// one has come. What differs from page to page stands in the `data-*` of this script's tag, written by the shop's server.
(() => {
  const { item, cart, token } = document.currentScript.dataset;

  window.Aisle ??= function () {
    window.Aisle.q ??= [];
    // biome-ignore lint/complexity/noArguments: the documented queue holds the arguments objects themselves
    window.Aisle.q.push(arguments);
  };
  const { Aisle } = window;

  // The shop's colours: night ink by day, lamp light by night.
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const paint = () => window.Aisle('theme', { accent: dark.matches ? '#f2a53a' : '#1b2742' });
  paint();
  dark.addEventListener('change', paint);

  // What the shopper is looking at; a listing has nothing to say.
  if (item) Aisle('page', { item_id: item });
  if (cart) Aisle('page', { cart: JSON.parse(cart) });

  // Who the shopper is, in a token that the shop's server signed while it made the page; later ones are asked for.
  if (token) Aisle('identify', { token });
  Aisle('on', 'identify', async () => {
    const response = await fetch('/account/token');
    if (response.ok) window.Aisle('identify', await response.json());
  });
  document.querySelector('[data-sign-out]')?.form.addEventListener('submit', () => window.Aisle('identify', null));

  // The shop's own cart and router take over.
  Aisle('on', 'add-to-cart', (event) => {
    event.preventDefault();
    document.dispatchEvent(new CustomEvent('shop:add-to-cart', { detail: event.detail }));
  });
  Aisle('on', 'item-click', (event) => {
    event.preventDefault();
    location.assign(event.detail.url);
  });

  // Whoever wants a person writes a letter, in which the shop finds the conversation.
  const letters = document.querySelector('footer a[href^="mailto:"]')?.href;
  if (letters) {
    Aisle('on', 'handoff', (event) => {
      event.preventDefault();
      location.assign(`${letters}?subject=${encodeURIComponent(event.detail.conversation_id ?? '')}`);
    });
  }

  // A button of the shop that asks the copilot.
  for (const button of document.querySelectorAll('[data-ask]')) {
    button.addEventListener('click', () => window.Aisle('ask', button.dataset.ask));
  }
})();
