// The web product: Vite bundles web/ into dist/, the atlas goes beside it, and every file that gains by it
// stands there a second time as brotli.

import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { atlas } from './atlas.mjs';
import { progress, root, step } from './run.mjs';
import { filesBelow, whenChanged } from './stamp.mjs';
import { htmlOf, textOfAtlas } from './text.mjs';

export const dist = join(root, 'dist');
const words = join(root, 'build', 'words.mjs');

export async function makeWords() {
    const reads = ['src/words/en.json', 'tools/words.mjs'].map((path) => join(root, path));
    await whenChanged('words', { reads, makes: words }, () =>
        step('the words for the page', process.execPath, ['tools/words.mjs', '--js', words], { log: 'words' }),
    );
}

export async function bundleWeb() {
    await makeWords();
    const core = ['dex.mjs', 'dex.wasm'].map((name) => join(root, 'build', 'wasm', 'bin', name));
    const faces = join(root, 'build', 'faces');
    const reads = [join(root, 'web'), join(root, 'tools', 'vite.config.mjs'), faces, words, ...core, atlas];
    await whenChanged('web', { reads, makes: join(dist, 'index.html') }, async () => {
        rmSync(dist, { recursive: true, force: true });
        const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
        await step('bundle the page', process.execPath, [vite, 'build', '--config', 'tools/vite.config.mjs'], { log: 'vite' });
        cpSync(core[1], join(dist, 'dex.wasm'));
        cpSync(join(root, 'tools', 'set-origin.mjs'), join(dist, 'set-origin.mjs'));
        cpSync(join(root, 'web', 'serve'), dist, { recursive: true });
        cpSync(faces, join(dist, 'faces'), { recursive: true });
        cpSync(atlas, join(dist, 'atlas'), { recursive: true });
        await progress('the text of the default view', writeText);
        await progress('compress', async () => filesBelow(dist).forEach(compress));
    });
}

async function writeText() {
    const nodes = await textOfAtlas(atlas);
    writeFileSync(join(dist, 'atlas', 'text.json'), JSON.stringify(nodes));
    for (const page of ['index.html', 'embed.html'].map((name) => join(dist, name)))
        writeFileSync(page, readFileSync(page, 'utf8').replace('<!-- text -->', () => htmlOf(nodes)));
}

export const brotli = (bytes) =>
    brotliCompressSync(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });

const compressible = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.wasm', '.otf', '.dex']);

function compress(file) {
    if (!compressible.has(extname(file)) || statSync(file).size < 256) return;
    const bytes = readFileSync(file);
    const small = brotli(bytes);
    if (small.length < bytes.length) writeFileSync(`${file}.br`, small);
}
