import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { lexerOnlyPlugin } from './scripts/build/lexer-only.ts';
import { licensesPlugin } from './scripts/build/licenses.ts';
import { withStaticImports } from './scripts/build/one-file.ts';
import { ownKeysPlugin } from './scripts/build/own-keys.ts';
import { publishPlugin, readManifest, STAGING, typesPlugin } from './scripts/build/publish.ts';
import { shadowCssPlugin } from './scripts/build/shadow-css.ts';

const outDir = 'dist/public';

/** `vite build`: React, styles and lazy chunks under `/w/<version>/`, addresses that never change their contents. */
const widget = (): UserConfig => ({
  plugins: [
    react(),
    tailwindcss(),
    shadowCssPlugin(),
    ownKeysPlugin(),
    lexerOnlyPlugin(),
    licensesPlugin(`${STAGING}/licenses.txt`, ['node_modules/tailwindcss']),
    publishPlugin(outDir),
  ],
  publicDir: false,
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    outDir,
    emptyOutDir: true,
    // `lib` keeps Vite's preload helper out, which would put <link> elements into the shop's page.
    lib: { entry: 'src/widget/mount.tsx', formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension', // lazy chunks take what they share from the entry
      output: {
        entryFileNames: `${STAGING}/[name].js`,
        chunkFileNames: `${STAGING}/[name].js`,
        minify: true, // Vite leaves ES libraries unminified
        comments: false,
        postBanner: ({ isEntry }) => (isEntry ? '/*! Licences: licenses.txt */' : ''),
        codeSplitting: {
          groups: [
            { name: 'mount', tags: ['$initial'], priority: 2 }, // one file before the first sight, one hash
            { name: withStaticImports('src/widget/chat/answer-content.tsx'), debugName: 'answer-content', priority: 1 },
            { name: 'query-client', test: /@tanstack|queries\/query-client/, priority: 1 },
            { name: 'compare-tray', test: /\/src\/widget\/tray\// },
            { name: 'comparison', test: /\/src\/widget\/(?:compare|i18n\/compare|queries\/comparison)/ }, // one file, one hash
          ],
        },
      },
    },
  },
});

/** `vite build --mode loader`, after the widget: `/aisle.js`, which knows that build's address and hash, and `/aisle.d.ts`. */
const loader = (): UserConfig => {
  const { path, integrity } = readManifest(outDir).entry;
  return {
    publicDir: false,
    plugins: [typesPlugin(outDir)],
    define: { __AISLE_PATH__: JSON.stringify(path), __AISLE_INTEGRITY__: JSON.stringify(integrity) },
    build: {
      outDir,
      emptyOutDir: false,
      lib: { entry: 'src/loader/main.ts', formats: ['iife'], name: 'aisle', fileName: () => 'aisle.js' },
    },
  };
};

/** `vite build --mode console`: the operators' page, served by the BFF at `/console`. */
const operatorConsole = (): UserConfig => ({
  root: 'src/console',
  base: '/console/',
  publicDir: false,
  plugins: [react(), tailwindcss(), licensesPlugin('licenses.txt', ['node_modules/tailwindcss'])],
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    outDir: `../../${outDir}/console`,
    emptyOutDir: true,
    assetsInlineLimit: 0, // its Content-Security-Policy allows files of its own and nothing inline
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        postBanner: ({ isEntry }) => (isEntry ? '/*! Licences: /console/licenses.txt */' : ''),
        codeSplitting: { groups: [{ name: 'console', tags: ['$initial'] }] }, // the list of runs is one file
      },
    },
  },
});

const builds: Readonly<Record<string, () => UserConfig>> = { loader, console: operatorConsole };

export default defineConfig(({ mode }) => (builds[mode] ?? widget)());
