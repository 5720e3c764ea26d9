// The table of budgets against what stands in dist/ and build/atlas/, in brotli unless said.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { atlas } from './atlas.mjs';
import { asProgram, collect, root, Stop } from './run.mjs';
import { filesBelow } from './stamp.mjs';
import { dataSize } from './wasm_data.mjs';
import { brotli, dist } from './web.mjs';

const small = (file) => brotli(readFileSync(file)).length;
const sum = (files) => files.reduce((total, file) => total + small(file), 0);
const kB = 1000;

// A script and all that it imports before it runs.
function importsOf(file) {
    if (extname(file) !== '.js') return [file];
    const named = [...readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g)];
    return [file, ...named.map(([, path]) => join(dirname(file), path)).filter((path) => path !== file && !path.endsWith('dex-map.js')).flatMap(importsOf)];
}

// What the atlas says of itself: { head, first, tiles of the finest level of detail, indicator columns, … }.
async function describeAtlas() {
    const { code, out, err } = await collect(join(root, 'build', 'dex'), ['check', atlas, '--json']);
    if (code !== 0) throw new Stop(`dex check failed on build/atlas: ${err}`);
    return JSON.parse(out);
}

// Rows of { what, budget, measured, unit }.
async function measure() {
    if (!existsSync(join(dist, 'index.html'))) throw new Stop('dist/ has not been built: npm run build');
    const shipped = filesBelow(dist).filter((file) => extname(file) !== '.br' && !/^(demo|atlas|data)\//.test(relative(dist, file)));
    const having = (...extensions) => shipped.filter((file) => extensions.includes(extname(file)));
    const about = JSON.parse(readFileSync(join(atlas, 'atlas.json'), 'utf8'));
    const told = await describeAtlas();
    const files = (names) => names.map((name) => join(atlas, name));

    const [wasm, rest] = ['dex.wasm', 'dex.rest.wasm'].map((name) => join(dist, name));
    const scripts = having('.js', '.css').filter((file) => !/(^|\/)host\.js$/.test(file));
    // By how they come: with the page, after the first picture, when they are asked for; host.js is for other people's pages.
    const before = scripts.filter((file) => !/assets\/(?:.*\.js|method-.*)$/.test(file) || /assets\/embed-/.test(file)).flatMap(importsOf);
    const without = (files, others) => [...new Set(files)].filter((file) => !others.includes(file));
    const after = without(scripts.filter((file) => /interaction-[^/]*\.js$/.test(file)).flatMap(importsOf), before);
    // What is asked for by itself, with all that it brings.
    const asked = (name) => without(scripts.filter((file) => name.test(file)).flatMap(importsOf), [...before, ...after]);
    const shell = sum(without(before, []));
    const faces = sum(having('.otf'));
    const first = sum(files(['atlas.json', about.head, ...about.first]));
    const columns = told.indicators.filter(({ isNeed }) => isNeed).map(({ column }) => small(join(atlas, column)));
    const finest = told.lods.at(-1);
    const posters = filesBelow(join(dist, 'atlas', 'posters')).filter((file) => extname(file) === '.png').map((file) => statSync(file).size);
    const postcodes = told.postcodes.map((file) => small(join(atlas, file)));
    return [
        { what: 'dex.wasm, what the first picture needs', budget: 120 * kB, measured: small(wasm) },
        { what: 'its data, as it stands', budget: 32 * kB, measured: dataSize(readFileSync(wasm)) },
        { what: 'dex.rest.wasm with its words', budget: 160 * kB, measured: small(rest) },
        { what: "shell before the first picture, with Emscripten's glue", budget: 20 * kB, measured: shell },
        { what: 'shell after it', budget: 12 * kB, measured: sum(after) },
        { what: 'besides: the Text view, when asked for', budget: 4 * kB, measured: sum(asked(/text_view-[^/]*\.js$/)) },
        { what: 'besides: the dialog for sharing, when asked for', budget: 6 * kB, measured: sum(asked(/dialog-[^/]*\.js$/)) },
        { what: 'besides: about the figures, when asked for', budget: 4 * kB, measured: sum(asked(/about-[^/]*\.js$/)) },
        { what: 'besides: what is taken away, when asked for', budget: 10 * kB, measured: sum(asked(/take-[^/]*\.js$/)) },
        { what: 'text faces', budget: 28 * kB, measured: faces },
        { what: 'data of the first picture', budget: 60 * kB, measured: first },
        { what: 'code and data of the first picture', budget: 230 * kB, measured: small(wasm) + shell + faces + first },
        { what: `a poster, the largest of ${posters.length}`, budget: 40 * kB, measured: Math.max(0, ...posters) },
        { what: `all tiles at full detail (${finest.tiles.length})`, budget: 220 * kB, measured: sum(files(finest.tiles)) },
        { what: 'an indicator, mean', budget: 9 * kB, measured: columns.reduce((a, b) => a + b, 0) / columns.length },
        { what: 'an indicator, the largest', budget: 12 * kB, measured: Math.max(...columns) },
        { what: `postcodes of an outward code, the largest of ${postcodes.length}`, budget: 8 * kB, measured: Math.max(0, ...postcodes) },
        { what: 'triangles of the overview', budget: 45_000, measured: told.lods[0].triangles, unit: '' },
    ];
}

export async function size() {
    const rows = await measure();
    for (const { what, budget, measured, unit = 'B' } of rows) {
        const number = (value) => `${Math.round(value).toLocaleString('en-GB')} ${unit}`.padStart(12);
        console.log(`  ${measured > budget ? 'ABOVE ' : '      '}${what.padEnd(52)}${number(measured)} of ${number(budget)}`);
    }
    const failed = rows.filter(({ measured, budget }) => !(measured <= budget)).length;
    return { passed: rows.length - failed, failed, skipped: [], said: '' };
}

if (process.argv[1] === import.meta.filename) {
    await asProgram(async () => {
        const { failed } = await size();
        if (failed > 0) throw new Stop(`${failed} above the budget.`);
    });
}
