// How Vite bundles web/ into dist/: pages with relative addresses, so that dist/ can lie in any folder, and
// dex-map.js, the element alone, under a name that stays.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'vite';
import { checksum } from '../web/fetch.js';
import { methodHtml } from './method.mjs';
import { readWords } from './words.mjs';

const root = resolve(import.meta.dirname, '..');
const web = join(root, 'web');
const pages = ['index.html', 'embed.html', 'method.html', 'demo/index.html'].map((page) => join(web, page)).filter((page) => existsSync(page));

// %html.pageTitle% in a page is the text of that key.
const words = {
    name: 'dex-words',
    transformIndexHtml(html) {
        const table = new Map(readWords());
        const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
        return html.replace(/%((?:shell|html)\.[a-zA-Z0-9.-]+)%/g, (_, key) => {
            if (!table.has(key)) throw new Error(`${key} is not in src/words/en.json`);
            return escape(table.get(key));
        });
    },
};

// The page about the method is docs/method.md.
const ofMethod = { name: 'dex-method', transformIndexHtml: (html) => html.replace('<!-- method -->', () => methodHtml()) };

const built = (...path) => readFileSync(join(root, 'build', ...path));
const sumOf = (...path) => checksum(built(...path));
// As the engine itself names files (src/base/hash.h).
const kNameDigits = 32;
const nameOf = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, kNameDigits);

/** The checksums of what stands beside the script; none while that is being worked on. */
export const checksums = (command) => {
    const face = (name) => sumOf('faces', `${name}.otf`);
    const sums = () => ({ wasm: sumOf('split', 'dex.wasm'), rest: nameOf(built('split', 'dex.rest.wasm')), regular: face('regular'), semibold: face('semibold') });
    return { DEX_CHECKSUMS: JSON.stringify(command === 'build' ? sums() : {}) };
};

// web/program.js fetches dex.wasm itself, from beside dex-map.js: the glue's own address must not become a second copy.
export const noSecondWasm = {
    name: 'dex-no-second-wasm',
    enforce: 'pre',
    transform: (code, id) =>
        id.endsWith('/dex.mjs') ? { code: code.replace(/new URL\(["']dex\.wasm["'],\s*import\.meta\.url\)(\.href)?/g, '""'), map: null } : undefined,
};

// Vite wraps each import() to preload style sheets and chunks that come with it. Ours bring none, and the wrapper is 600 bytes.
const plainImports = {
    name: 'dex-plain-imports',
    enforce: 'pre',
    load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : undefined),
};

// What a page with a map wants as soon as its script runs is asked for before that.
const early = {
    name: 'dex-early',
    apply: 'build',
    transformIndexHtml: {
        order: 'post',
        handler: (_, { path }) =>
            (path === '/method.html' ? [] : ['dex.wasm', 'atlas/atlas.json']).map((file) => ({
                tag: 'link',
                attrs: { rel: 'preload', as: 'fetch', crossorigin: '', href: (path.startsWith('/demo/') ? '../' : './') + file },
                injectTo: 'head',
            })),
    },
};

export default defineConfig(({ command }) => ({
    root: web,
    define: checksums(command),
    base: './',
    publicDir: false,
    plugins: [words, ofMethod, noSecondWasm, plainImports, early],
    build: {
        outDir: join(root, 'dist'),
        emptyOutDir: false,
        target: 'es2022',
        // The page's own policy stops inlined files and the preload polyfill.
        assetsInlineLimit: 0,
        modulePreload: false,
        rollupOptions: {
            input: ['dex-map.js', 'host.js', 'embed/poster.js', ...pages].map((file) => resolve(web, file)),
            preserveEntrySignatures: 'allow-extension',
            output: {
                entryFileNames: ({ facadeModuleId }) => /\/web\/(?:embed\/)?((?:dex-map|host|poster)\.js)$/.exec(facadeModuleId ?? '')?.[1] ?? 'assets/[name]-[hash].js',
            },
        },
    },
    server: { fs: { allow: [root] } },
}));
