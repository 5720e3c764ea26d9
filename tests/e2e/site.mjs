// What the browsers open: dist/ (or $DEX_DIST) as it is, and a second copy of it that shows the embedded boroughs.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serve } from '../../tools/serve.mjs';
import { setOrigin } from '../../tools/set-origin.mjs';

export const root = resolve(import.meta.dirname, '..', '..');
export const shots = join(root, 'build', 'shots');
export const dist = process.env.DEX_DIST ?? join(root, 'dist');
export const command = process.env.DEX_COMMAND ?? join(root, 'build', 'dex');
// Of this process alone, so that two runs do not meet.
export const work = join(root, 'build', 'e2e', String(process.pid));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

function copyOfDist(name, atlas) {
    const folder = join(work, name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(dist)) {
        // Pages are changed when they are served: each server's own.
        if (/\.html(\.br)?$|^(_headers|nginx\.conf|oembed$|places$)/.test(file)) cpSync(join(dist, file), join(folder, file), { recursive: true });
        // What the pages of one server say of their address must not be written into what all of them share.
        else if (file !== 'atlas' && file !== 'data') symlinkSync(join(dist, file), join(folder, file));
    }
    symlinkSync(atlas, join(folder, 'atlas'));
    return folder;
}

const recipes = {
    boroughs: ['data/recipes/london-boroughs.json', 'data'],
    mini: ['tests/data/mini/recipe.json', 'tests/data/mini'],
};

// The atlases that a run has compiled for all its files; a file that runs alone compiles its own.
const prepared = process.env.DEX_ATLASES;

function compile(out, recipe, from) {
    execFileSync(command, ['compile', recipe, '--from', from, '--out', out], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Compiles the atlases of this repository for all files of a run: the folder to hand over as DEX_ATLASES. */
export function prepareAtlases() {
    const folder = join(root, 'build', 'e2e', 'atlases');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [name, recipe] of Object.entries(recipes)) compile(join(folder, name), ...recipe);
    return folder;
}

/** A recipe compiled, and a copy of dist/ that shows it. */
export function compiled(name, recipe, from) {
    const out = join(work, `${name}-atlas`);
    mkdirSync(work, { recursive: true });
    if (prepared && name in recipes) cpSync(join(prepared, name), out, { recursive: true });
    else compile(out, recipe, from);
    // The pages name the posters of the atlas that was built, and any will do here.
    const posters = join(dist, 'atlas', 'posters');
    if (existsSync(posters) && !existsSync(join(out, 'posters'))) symlinkSync(posters, join(out, 'posters'));
    return copyOfDist(name, out);
}

/** A copy of dist/ as it was built. */
export const built = () => copyOfDist('built', join(dist, 'atlas'));
export const boroughs = () => compiled('boroughs', ...recipes.boroughs);
export const miniTown = () => compiled('mini', ...recipes.mini);

const titleOf = (atlas) => JSON.parse(readFileSync(join(atlas, 'atlas.json'), 'utf8')).title;
const bytesOf = (atlas) => readdirSync(atlas).filter((file) => file.endsWith('.dex')).length;

/** The atlases to test on: [{ name, folder }], the boroughs always, and what `npm start` serves where it is another. */
export function atlases() {
    const ours = boroughs();
    const found = [{ name: 'boroughs', folder: ours }];
    const served = join(dist, 'atlas');
    if (existsSync(served) && bytesOf(served) > bytesOf(join(ours, 'atlas'))) found.push({ name: `London (${titleOf(served)})`, folder: copyOfDist('london', served) });
    return found;
}

/** Serves a folder on a free port, its pages made for that. */
export async function open(folder) {
    const server = await serve(folder, 0);
    setOrigin(folder, server.origin);
    return server;
}
