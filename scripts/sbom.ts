/**
 * `npm run sbom [-- <file>]`: a CycloneDX list of everything that ships: the packages that run in production, as npm tells them
 * from the lockfile, and those that are bundled into the widget, marked `aisle:bundled`. Default: dist/sbom.json.
 */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly properties: { readonly name: string; readonly value: string }[];
}
interface Bom {
  readonly metadata: { readonly component: { name: string } };
  components: Component[];
}
interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** Packages that the browser's files import, with all that those need. */
function bundledPackages(lock: Lock): Set<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    const entry = lock.packages[`node_modules/${name}`];
    if (!entry || found.has(name)) return;
    found.add(name);
    for (const needed of Object.keys(entry.dependencies ?? {})) add(needed);
  };
  for (const path of globSync('src/{widget,loader,protocol}/**/*.{ts,tsx}')) {
    if (/\.test\.|testing|gallery/.test(path)) continue;
    for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(/from '((?:@[\w-]+\/)?[\w-]+)[/']/g)) add(name);
  }
  return found;
}

const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
const options = { encoding: 'utf8', maxBuffer: 2 ** 26, shell: process.platform === 'win32' } as const;
const bom = JSON.parse(execFileSync('npm', args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] })) as Bom;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const { name } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string };

// Not by npm's `--omit dev`: that leaves out what a development package needs too, though production needs it as well.
const production = new Set(
  Object.entries(lock.packages).flatMap(([path, { version, dev, optional }]) => {
    const found = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    return found && !dev && !optional ? [`${found}@${version}`] : [];
  }),
);
const bundled = bundledPackages(lock);
bom.components = bom.components.filter((each) => {
  if (bundled.has(each.name)) each.properties.push({ name: 'aisle:bundled', value: 'widget' });
  return bundled.has(each.name) || production.has(`${each.name}@${each.version}`);
});
bom.components.sort((a, b) => (a.purl < b.purl ? -1 : 1));
bom.metadata.component.name = name; // npm takes the folder's

const file = process.argv[2] ?? 'dist/sbom.json';
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
console.log(`${file}: ${bom.components.length} components, ${bundled.size} of them in the widget`);
