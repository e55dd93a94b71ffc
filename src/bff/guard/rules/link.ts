/** G14: a link may point to `https:` on a listed host, with no user in it and no port of its own unless that is listed too. */
export function allowedUrl(address: string, linkHosts: ReadonlySet<string>): boolean {
  if (address.length > 2000 || /[\s\\]/.test(address)) return false;
  // An address is judged as written: `https:host` and `https:/host` also parse, but readers of Markdown differ on them.
  if (!/^https:\/\/[^/]/i.test(address)) return false;
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  return linkHosts.has(url.host);
}
