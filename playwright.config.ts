import { defineConfig } from '@playwright/test';
import { ARCHIVE, CONSOLE_TOKEN, DEMO, GALLERY, HOSTED, MODEL, SHOP } from './e2e/fixtures/servers.ts';
import { launchOptions } from './scripts/browser.ts';
import { startFlags } from './scripts/start-command.ts';

const quiet = { LOG_LEVEL: 'warn', RATE_LIMIT: 'off', CONSOLE_TOKEN, ARCHIVE_URL: ARCHIVE };

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.tmp/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: DEMO.origin,
    launchOptions: launchOptions(),
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
  },
  // One set for every machine: what may differ between builds of Chromium stays below the tolerance.
  snapshotPathTemplate: '{testDir}/snapshots/{testFileName}/{arg}{ext}',
  webServer: [
    { name: 'difficult shops', command: 'node e2e/fixtures/hosts-server.ts', url: SHOP.origin },
    {
      name: 'demo shop, built-in planner',
      command: 'npm start --silent',
      url: `${DEMO.origin}/readyz`,
      env: { ...quiet, PORT: DEMO.port },
    },
    {
      name: 'gallery of cards',
      command: `vite build --config src/widget/gallery/vite.config.ts --logLevel warn && vite preview --config src/widget/gallery/vite.config.ts --host 127.0.0.1 --port ${GALLERY.port}`,
      url: GALLERY.origin,
    },
    {
      name: 'a hosted model that invents products',
      command: 'node e2e/fixtures/inventing-model.ts',
      port: Number(MODEL.port),
      env: { PORT: MODEL.port },
    },
    {
      name: 'demo shop, hosted model',
      command: `node ${startFlags().join(' ')} src/bff/main.ts`,
      url: `${HOSTED.origin}/readyz`,
      env: { ...quiet, PORT: HOSTED.port, MODEL_BASE_URL: `${MODEL.origin}/v1`, MODEL_NAME: 'inventing', MODEL_FALLBACKS: '[]' },
    },
  ],
});
