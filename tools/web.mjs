// The web product: Vite bundles web/ into dist/, the atlas goes beside it, and every file that gains by it
// stands there a second time as brotli.

import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { atlas, posters, previews, published } from './atlas.mjs';
import { progress, root, step } from './run.mjs';
import { filesBelow, whenChanged } from './stamp.mjs';
import { writePages } from './pages.mjs';
import { split } from './split.mjs';

export const dist = join(root, 'dist');
// What the page has of the tables of words and looks: what it says at once, what its search and its dialogs say, and
// the colours of the element and of the pages themselves.
const tables = [
    { of: 'words', kind: 'shell', makes: 'shell_words.mjs' },
    { of: 'words', kind: 'search', makes: 'search_words.mjs' },
    { of: 'words', kind: 'share', makes: 'share_words.mjs' },
    { of: 'words', kind: 'tabs', makes: 'tabs_words.mjs' },
    { of: 'words', kind: 'about', makes: 'about_words.mjs' },
    { of: 'words', kind: 'away', makes: 'away_words.mjs' },
    { of: 'looks', kind: 'shell', makes: 'looks.mjs' },
    { of: 'looks', kind: 'css', makes: 'looks.css' },
].map((table) => ({ ...table, makes: join(root, 'build', table.makes) }));
const sources = { words: 'src/words/en.json', looks: 'src/look/looks.json' };

export async function buildTables() {
    for (const { of, kind, makes } of tables) {
        const tool = `tools/${of}.mjs`;
        const reads = [sources[of], tool].map((path) => join(root, path));
        await whenChanged(`${kind}-${of}`, { reads, makes }, () =>
            step(`the ${of} for the page`, process.execPath, [tool, `--${kind}`, makes], { log: `${kind}-${of}` }),
        );
    }
}

export async function bundleWeb() {
    await buildTables();
    const glue = join(root, 'build', 'wasm', 'bin', 'dex.mjs');
    const faces = join(root, 'build', 'faces');
    const reads = [join(root, 'web'), join(root, 'tools', 'vite.config.mjs'), faces, ...tables.map(({ makes }) => makes), glue, split, atlas, posters, previews, published, join(root, 'tools', 'pages.mjs'), join(root, 'tools', 'page_head.mjs'), join(root, 'tools', 'text.mjs'), join(root, 'tools', 'method.mjs'), join(root, 'docs', 'method.md')];
    await whenChanged('web', { reads, makes: join(dist, 'index.html') }, async () => {
        rmSync(dist, { recursive: true, force: true });
        const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
        await step('bundle the page', process.execPath, [vite, 'build', '--config', 'tools/vite.config.mjs'], { log: 'vite' });
        cpSync(split, dist, { recursive: true });
        cpSync(join(root, 'tools', 'set-origin.mjs'), join(dist, 'set-origin.mjs'));
        cpSync(join(root, 'web', 'serve'), dist, { recursive: true });
        cpSync(faces, join(dist, 'faces'), { recursive: true });
        cpSync(atlas, join(dist, 'atlas'), { recursive: true });
        await progress('what the pages say by themselves', () => writePages(dist));
        await progress('compress', async () => filesBelow(dist).forEach(compress));
        // Thousands of small files that no page asks for: a host compresses what somebody does ask for.
        cpSync(published, join(dist, 'data'), { recursive: true });
    });
}

// Which distances back have codes of their own is left to whoever compresses (RFC 7932, section 4); brotli guesses from the first
// bytes. Programs and text differ in what suits them, so these are tried and the shortest is kept: NPOSTFIX, NDIRECT.
const kDistanceCodes = [[0, 0], [0, 15], [2, 60]];

export function brotli(bytes) {
    const tried = kDistanceCodes.map(([postfix, direct]) =>
        brotliCompressSync(bytes, {
            params: {
                [constants.BROTLI_PARAM_QUALITY]: 11,
                [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
                [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
                [constants.BROTLI_PARAM_NDIRECT]: direct,
            },
        }),
    );
    return tried.reduce((best, one) => (one.length < best.length ? one : best));
}

const compressible = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.wasm', '.otf', '.dex']);

function compress(file) {
    if (!compressible.has(extname(file)) || statSync(file).size < 256) return;
    const bytes = readFileSync(file);
    const small = brotli(bytes);
    if (small.length < bytes.length) writeFileSync(`${file}.br`, small);
}
