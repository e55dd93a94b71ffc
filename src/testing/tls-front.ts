import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, getCACertificates, setDefaultCACertificates } from 'node:tls';

/** Certificates are made by it. */
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** An `https:` address of a server on loopback. */
export interface TlsFront {
  readonly url: string;
  /** Whether this process trusts its certificate; at first it does. */
  trust(trusted: boolean): void;
  close(): void;
}

/**
 * Ends TLS before a server that has none.
 * @param target such as `http://127.0.0.1:8080/v1`.
 */
export async function startTlsFront(target: string): Promise<TlsFront> {
  const { port, pathname } = new URL(target);
  const { key, cert } = certificate();
  const others = getCACertificates('default');
  const trust = (trusted: boolean): void => setDefaultCACertificates(trusted ? [...others, cert] : others);
  trust(true);
  const server = createServer({ key, cert }, (outside) => {
    const inside = connect(Number(port), '127.0.0.1');
    outside.pipe(inside).pipe(outside);
    for (const [one, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}${pathname}`,
    trust,
    close() {
      trust(false);
      server.close();
    },
  };
}

/** Made anew each time: no key is kept in the project. */
function certificate(): { readonly key: string; readonly cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', ...subject];
  try {
    execFileSync('openssl', [...made, '-keyout', key, '-out', cert], { stdio: 'pipe' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
