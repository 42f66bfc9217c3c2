import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { noticesOf, packageFolderOf, productionPackages } from './scripts/third-party-notices.mjs';
import { windowAlias } from './scripts/window-alias.mjs';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Both entries serve the window from an origin of its own, so its files have absolute addresses: a page
 * opened or loaded anew deep inside the app finds them too.
 */
const ownOrigin: Plugin = { name: 'own-origin', config: () => ({ base: '/' }) };

/** The packages that any part of the bundle was made of; the window is built last. */
const bundled = new Set<string>();

const noteBundled = (): Plugin => ({
  name: 'note-bundled-packages',
  buildEnd() {
    for (const id of this.getModuleIds()) {
      const folder = packageFolderOf(id);
      if (folder !== undefined) bundled.add(folder);
    }
  },
});

/** Puts the notices of all software of others that ships beside the window, where it can be read offline. */
const writeNotices: Plugin = {
  name: 'third-party-notices',
  generateBundle() {
    const source = noticesOf([...productionPackages(), ...bundled]);
    this.emitFile({ type: 'asset', fileName: 'third-party-notices.txt', source });
  },
};

/**
 * What package.json calls a dependency ships as it is, beside the bundle: what is native, what loads its
 * own files or drivers when it runs. What it calls a dev dependency is bundled (and shaken) where used.
 */
export default defineConfig({
  main: {
    plugins: [noteBundled()],
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          main: at('src/main/main.ts'),
          serve: at('src/main/serve.ts'),
          'backup-worker': at('src/main/features/stores/backup-worker.ts'),
          'damage-check-worker': at('src/main/platform/database/damage-check-worker.ts'),
        },
        // Shared chunks lie beside the entries: a file's neighbours are the same from wherever it is asked.
        output: { format: 'es', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [noteBundled()],
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
    resolve: { alias: windowAlias },
    build: {
      outDir: at('out/renderer'),
      rolldownOptions: { input: at('src/renderer/index.html') },
      // The browser entry meets other browsers than Electron's own.
      target: 'es2023',
      minify: true,
      // The window's files come from this machine: one file more would cost more than a big one.
      chunkSizeWarningLimit: 4096,
    },
    worker: { format: 'es', plugins: () => [noteBundled()] },
    plugins: [react(), ownOrigin, noteBundled(), writeNotices],
  },
});
