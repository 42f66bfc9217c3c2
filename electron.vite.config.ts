import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { noticesOf, packageFolderOf, productionPackages } from './scripts/third-party-notices.mjs';
import { windowAlias } from './scripts/window-alias.mjs';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Both entry points serve the window from an origin of its own, so its files have absolute URLs, which also work when a
 * page deep inside the app is opened or reloaded.
 */
const ownOrigin: Plugin = { name: 'own-origin', config: () => ({ base: '/' }) };

/** The packages that any part of the bundle includes; complete once the window is built, which is last. */
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

/** Writes the notices of all third-party software that ships to the window's files, where they can be read offline. */
const writeNotices: Plugin = {
  name: 'third-party-notices',
  generateBundle() {
    const source = noticesOf([...productionPackages(), ...bundled]);
    this.emitFile({ type: 'asset', fileName: 'third-party-notices.txt', source });
  },
};

/**
 * Packages that package.json lists as dependencies ship unbundled, beside the bundle: native ones, and those that load
 * their own files or drivers at run time. Packages that it lists as devDependencies are bundled (and tree-shaken).
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
          'reading-worker': at('src/main/reading-worker.ts'),
          'drawing-worker': at('src/main/drawing-worker.ts'),
        },
        // Shared chunks are in the folder of the entry points, so that import.meta.dirname is the same in all files.
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
      // The browser entry point also runs in other browsers than Electron's.
      target: 'es2023',
      minify: true,
      // The window's files come from this machine, so another file would cost more than a larger one.
      chunkSizeWarningLimit: 4096,
    },
    worker: { format: 'es', plugins: () => [noteBundled()] },
    plugins: [react(), ownOrigin, noteBundled(), writeNotices],
  },
});
