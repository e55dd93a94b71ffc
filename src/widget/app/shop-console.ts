/** Tells the shop's engineer, whose only window on an embedded script is the page's console. Never what a shopper wrote. */
export function tellShop(words: string): void {
  // biome-ignore lint/suspicious/noConsole: there is no other place to tell them
  console.warn(`Aisle ${words}`);
}
