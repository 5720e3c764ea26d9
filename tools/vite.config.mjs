// How Vite bundles web/: one page for now, into dist/, with relative addresses so that dist/ can lie in any folder.

import { join, resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '..');

export default defineConfig(({ command }) => ({
    root: join(root, 'web'),
    base: './',
    publicDir: false,
    resolve: {
        alias: {
            '#words': join(root, 'build', 'generated', 'words.mjs'),
            '#core': join(root, 'build', command === 'serve' ? 'wasm-dev' : 'wasm', 'bin'),
            '#faces': join(root, 'build', 'faces'),
        },
    },
    build: {
        outDir: join(root, 'dist'),
        emptyOutDir: false,
        target: 'es2022',
        // Inlined files and the preload polyfill are stopped by the page's own policy.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
    },
    server: { fs: { allow: [root] } },
}));
