import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { shadowCssPlugin } from '../../../scripts/build/shadow-css.ts';

// Every card and every state of the panel from typed fixtures: `vite --config src/widget/gallery/vite.config.ts`.
export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'pictures',
  plugins: [react(), tailwindcss(), shadowCssPlugin()],
  build: { outDir: '../../../.tmp/gallery', emptyOutDir: true },
  server: { port: 5199, strictPort: true },
  preview: { strictPort: true },
});
