import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noticesOf, packageFolder, readPackage } from './licenses.ts';

describe('notices of bundled packages', () => {
  it('take a module to its own package, also one with a scope or inside another package', () => {
    expect(packageFolder('/a/node_modules/react/cjs/react.js')).toBe('/a/node_modules/react');
    expect(packageFolder('/a/node_modules/@tanstack/query-core/build/x.js')).toBe('/a/node_modules/@tanstack/query-core');
    expect(packageFolder('/a/node_modules/x/node_modules/y/i.js')).toBe('/a/node_modules/x/node_modules/y');
    expect(packageFolder('/a/src/widget/mount.tsx')).toBeUndefined();
  });

  it('carry name, version, licence and its whole text', () => {
    const react = readPackage(resolve('node_modules/react'));
    expect(react).toMatchObject({ name: 'react', license: 'MIT' });
    const text = noticesOf([react, { name: 'a', version: '1', license: 'MIT', text: 'words' }]);
    expect(text.indexOf('a 1')).toBeLessThan(text.indexOf(`react ${react.version}`));
    expect(text).toContain('THE SOFTWARE IS PROVIDED "AS IS"');
  });
});
