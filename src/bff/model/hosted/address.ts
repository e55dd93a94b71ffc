/**
 * The address of the chat-completions endpoint below a base URL; a query (Azure's `api-version`) stays.
 * @throws TypeError for anything but `https:`, or `http:` on this machine; and for a user or password in the URL.
 */
export function chatAddress(base_url: string): URL {
  const url = URL.canParse(base_url) ? new URL(base_url) : undefined;
  if (!url) throw new TypeError('the model base URL is not a URL');
  if (url.username !== '' || url.password !== '') throw new TypeError('the model base URL must not hold credentials');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw new TypeError('the model base URL must be https: (http: only on loopback)');
  }
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`;
  url.hash = '';
  return url;
}

/** `URL` has already written every spelling of an IPv4 address as four decimal numbers. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
