import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A package of which a build carries code. */
export interface Bundled {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly license: string;
  /** What its licence file and notices say. */
  readonly text: string;
}

const IN_PACKAGE = /^(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/;
const NOTICE = /^(licen[cs]e|notice|copying)(\.(md|txt))?$/i;

/** The folder of the package a module belongs to; undefined for our own. */
export const packageFolder = (module: string): string | undefined => IN_PACKAGE.exec(module.replace(/^\0/, ''))?.[1];

/** @throws Error when a package names no licence, so that none is shipped unseen. */
export function readPackage(folder: string): Bundled {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} names no licence in its package.json`);
  const files = readdirSync(folder)
    .filter((file) => NOTICE.test(file))
    .sort();
  return { name, version, license, text: files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n') };
}

/** All notices as one text, by name. */
export function noticesOf(packages: readonly Bundled[]): string {
  const sections = [...packages]
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ name, version, license, text }) => `${name} ${version}\nLicence: ${license}\n\n${text}`.trim());
  return `Aisle carries code of these packages.\n\n${sections.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

/**
 * Writes the licences of all bundled packages to one file beside the bundle.
 * @param fileName in the output folder.
 * @param also folders of packages that reach the bundle otherwise than as modules, such as a stylesheet's.
 */
export function licensesPlugin(fileName: string, also: readonly string[]): Plugin {
  return {
    name: 'aisle:licenses',
    generateBundle(_, bundle) {
      const folders = Object.values(bundle).flatMap((output) =>
        output.type === 'chunk' ? output.moduleIds.flatMap((module) => packageFolder(module) ?? []) : [],
      );
      const packages = [...new Set([...folders, ...also])].filter((folder) => existsSync(join(folder, 'package.json'))).map(readPackage);
      this.emitFile({ type: 'asset', fileName, source: noticesOf(packages) });
    },
  };
}
