import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './scripts/browser.ts';

// Two kinds of test beside their source: `*.test.ts` runs in Node, `*.test.tsx` in real Chromium.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          environment: 'node',
          testTimeout: 20_000,
          // What has brought down starved processes of Node 24 (decisions 052 and 055).
          execArgv: ['--no-maglev', '--wasm-wrapper-tiering-budget=1000000000'],
          // The threads that tests start read what was compiled before.
          env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '.aisle/compiled') },
        },
      },
      {
        plugins: [react(), tailwindcss()],
        // Listed so that Vite does not find them half-way and reload the page.
        optimizeDeps: {
          include: [
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'react/jsx-runtime',
            '@tanstack/react-query',
            'zustand',
            'zustand/vanilla',
            'marked',
            'valibot',
            'eventsource-parser',
            'eventsource-parser/stream',
            'vitest-browser-react',
            'fast-check',
          ],
        },
        test: {
          name: 'browser',
          include: ['src/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
            screenshotFailures: false,
          },
        },
      },
    ],
  },
});
