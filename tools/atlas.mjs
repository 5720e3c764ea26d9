// Compiles the atlas that is served: London where its tables are found, else the embedded boroughs.

import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { collect, progress, root, step, Stop } from './run.mjs';
import { whenChanged } from './stamp.mjs';

export const atlas = join(root, 'build', 'atlas');
export const posters = join(root, 'build', 'posters');
export const previews = join(root, 'build', 'previews');
export const published = join(root, 'build', 'data');

// The folder of the published tables: --from, $DEX_DATA, ../shared/data; undefined when there is none.
export function findData(from) {
    for (const asked of [from, process.env.DEX_DATA]) {
        if (!asked) continue;
        if (!existsSync(asked)) throw new Stop(`There is no folder ${asked} to read the data from.`);
        return resolve(asked);
    }
    const beside = resolve(root, '..', 'shared', 'data');
    return existsSync(beside) ? beside : undefined;
}

/** Compiles a recipe over the tables of a folder. */
export const compileTo = (out, recipe, tables, log = 'atlas') =>
    step('compile the atlas', join(root, 'build', 'dex'), ['compile', recipe, '--from', tables, '--out', out], { log });

// Returns the sentence that says which data the atlas shows.
export async function compileAtlas(from) {
    const found = findData(from);
    const recipe = join(root, 'data', 'recipes', found ? 'london.json' : 'london-boroughs.json');
    const tables = found ?? join(root, 'data');
    const dex = join(root, 'build', 'dex');
    await whenChanged('atlas', { reads: [dex, recipe, tables], makes: join(atlas, 'atlas.json') }, async () => {
        rmSync(join(root, 'build', 'stamps', 'web'), { force: true });
        await compileTo(atlas, recipe, tables);
    });
    return found
        ? `London's small areas, from ${relative(process.cwd(), found) || found}`
        : "London's 33 boroughs, the embedded default (docs/data.md lists the tables for the small areas)";
}

// Pictures of the default view, for the time before there is a map.
export async function drawPosters() {
    const dex = join(root, 'build', 'dex');
    const faces = join(root, 'build', 'faces');
    await whenChanged('posters', { reads: [dex, atlas, faces], makes: posters }, async () => {
        rmSync(posters, { recursive: true, force: true });
        mkdirSync(posters, { recursive: true });
        const { code, err } = await progress('draw the posters', () => collect(dex, ['poster', atlas, '--faces', faces, '--out', posters]));
        if (code !== 0) throw new Stop(`${err.trim()}\n\ndraw the posters: failed (exit ${code}).`);
    });
}

// Pictures for previews of links, and pictures.json with their texts: of each place, and of the whole, which has no code.
export async function drawPreviews() {
    const dex = join(root, 'build', 'dex');
    const faces = join(root, 'build', 'faces');
    await whenChanged('previews', { reads: [dex, atlas, faces], makes: previews }, async () => {
        rmSync(previews, { recursive: true, force: true });
        // Sixteen colours are as many as the smallest files have; without a date the same atlas gives the same bytes.
        const usual = ['--whole', '--size', 'social', '--colours', '16', '--date', 'none', '--faces', faces];
        const { levels } = JSON.parse((await collect(dex, ['check', atlas, '--json'])).out);
        const { code, err } = await progress('draw the previews', () => collect(dex, ['picture', atlas, '--each', levels.at(-1).id, ...usual, '--out', previews]));
        if (code !== 0) throw new Stop(`${err.trim()}\n\ndraw the previews: failed (exit ${code}).`);
    });
}

/** Until set-origin.mjs puts the real address of the pages in its place. */
export const kAnywhere = 'https://maps.example.org/';

// The same figures for other systems (docs/api.md).
export async function publishData() {
    const dex = join(root, 'build', 'dex');
    const api = join(root, 'docs', 'openapi.json');
    await whenChanged('data', { reads: [dex, atlas, api], makes: published }, async () => {
        rmSync(published, { recursive: true, force: true });
        await step('publish the figures', dex, ['publish', atlas, '--address', kAnywhere, '--out', published], { log: 'publish' });
        cpSync(api, join(published, 'openapi.json'));
    });
}
