import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Both entries serve the window from an origin of its own, so its files have absolute addresses: a page
 * opened or loaded anew deep inside the app finds them too.
 */
const ownOrigin: Plugin = { name: 'own-origin', config: () => ({ base: '/' }) };

/**
 * What package.json calls a dependency ships as it is, beside the bundle: what is native, what loads its
 * own files or drivers when it runs. What it calls a dev dependency is bundled (and shaken) where used.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          main: at('src/main/main.ts'),
          serve: at('src/main/serve.ts'),
          'backup-worker': at('src/main/features/stores/backup-worker.ts'),
          'damage-check-worker': at('src/main/database/damage-check-worker.ts'),
        },
        // Shared chunks lie beside the entries: a file's neighbours are the same from wherever it is asked.
        output: { format: 'es', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: at('src/main/preload.ts') },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    build: {
      outDir: at('out/renderer'),
      rolldownOptions: { input: at('src/renderer/index.html') },
      // The browser entry meets other browsers than Electron's own.
      target: 'es2023',
      minify: true,
      // The window's files come from this machine: one file more would cost more than a big one.
      chunkSizeWarningLimit: 4096,
    },
    worker: { format: 'es' },
    plugins: [react(), ownOrigin],
  },
});
