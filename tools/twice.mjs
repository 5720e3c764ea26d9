// Builds everything that ships twice, from two fresh copies of the last commit in folders of different names, and compares
// every byte of dist/: module, atlas, posters, previews, pages, figures.
//
//   node tools/twice.mjs             nothing is taken from a compiler's cache: half an hour on two cores
//   node tools/twice.mjs --cached    with ccache, where it is set up: what is compiled is the same, the rest is made twice
//
// What a clone has besides the commit (Emscripten, Dear ImGui, node modules, tables) is the same for both.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findData } from './atlas.mjs';
import { asProgram, root, step, Stop } from './run.mjs';
import { filesBelow } from './stamp.mjs';

const work = join(root, 'build', 'twice');

// Returns what is in its dist/: { file: hash of its bytes }.
async function build(name, env) {
    const folder = join(work, name);
    mkdirSync(folder, { recursive: true });
    await step('copy the commit', 'sh', ['-c', 'git archive HEAD | tar -x -C "$0"', folder], { log: 'twice-copy' });
    for (const shared of ['deps', 'node_modules']) symlinkSync(join(root, shared), join(folder, shared));
    const tables = findData();
    await step(`build ${name}`, process.execPath, ['tools/build.mjs', ...(tables ? ['--from', tables] : [])], { log: 'twice-build', cwd: folder, env });
    const dist = join(folder, 'dist');
    return new Map(filesBelow(dist).map((file) => [relative(dist, file), createHash('sha256').update(readFileSync(file)).digest('hex')]));
}

await asProgram(async () => {
    const env = process.argv.includes('--cached') ? {} : { CCACHE_DISABLE: '1' };
    rmSync(work, { recursive: true, force: true });
    try {
        const one = await build('one', env);
        const two = await build(join('further', 'down', 'two'), env);
        if (one.size === 0) throw new Stop('There is nothing in dist/.');
        const names = new Set([...one.keys(), ...two.keys()]);
        const different = [...names].filter((name) => one.get(name) !== two.get(name));
        if (different.length > 0) throw new Stop(`${different.length} of ${names.size} files differ:\n${different.join('\n')}`);
        console.log(`${names.size} files, with the same bytes in both.`);
    } finally {
        rmSync(work, { recursive: true, force: true });
    }
});
