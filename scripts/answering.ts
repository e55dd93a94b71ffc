/** Resolves when the address answers. @throws Error after 30 seconds without. */
export async function answering(url: string): Promise<void> {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer`);
}
