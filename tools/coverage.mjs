// Which branches of what reads foreign bytes the tests take: the decoders, the view string, recipes and tables.
//
//   node tools/coverage.mjs      a line for each file, and every branch that no test takes
//
// Each of those stands in tests/uncovered.json with its reason, or this fails. The failing side of a DEX_CHECK is left
// out: nothing may reach it.

import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildPreset } from './cmake.mjs';
import { asProgram, collect, progress, root, step, Stop } from './run.mjs';

const programs = ['test_archive', 'test_table', 'test_map', 'test_compile'];
const measured = /^src\/(archive\/[^/]+|table\/[^/]+|map\/view_(state|pairs)|compile\/(read_recipe|recipe_parts|json_place))\.(cpp|h|inl)$/;
// Compilers alone write by these, and no foreign byte reaches them.
const writers = /(_encode\.(cpp|h)|geometry_build\.(cpp|h)|range_encoder\.cpp|tile_audit\.(cpp|h)|tiling\.(cpp|h))$/;
const build = join(root, 'build', 'coverage');

// Runs the tests and returns the file that says what they went through.
async function profile() {
    const folder = join(build, 'profiles');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const program of programs) {
        const env = { LLVM_PROFILE_FILE: join(folder, `${program}.profraw`) };
        await step(program, join(build, 'bin', program), ['--gtest_brief=1'], { log: `coverage-${program}`, env });
    }
    const all = join(folder, 'all.profdata');
    await step('merge', 'llvm-profdata-19', ['merge', '-sparse', ...readdirSync(folder).map((file) => join(folder, file)), '-o', all], { log: 'coverage-merge' });
    return all;
}

// How often each branch of a file was taken, whichever program did: an inline function stands in several.
function branchesOf(list, lines) {
    const places = new Map();
    for (const [line, column, endLine, endColumn, taken, passed] of list) {
        const text = lines[line - 1];
        if (text.includes('DEX_CHECK')) continue;
        const condition = line === endLine ? text.slice(column - 1, endColumn - 1) : text.trim();
        // No condition at all, and what the compiler writes for us.
        if (condition === 'true' || text.includes('= default;')) continue;
        const place = places.get(`${line}:${column}`) ?? { line, condition, true: 0, false: 0 };
        place.true += taken;
        place.false += passed;
        places.set(`${line}:${column}`, place);
    }
    return [...places.values()];
}

// [{ file, count, missing: [{ line, key }] }]
async function coverage(all) {
    const [first, ...others] = programs.map((program) => join(build, 'bin', program));
    const args = ['export', first, ...others.flatMap((program) => ['-object', program]), `-instr-profile=${all}`, '-skip-functions', '-skip-expansions'];
    const { code, out, err } = await progress('read the profiles', () => collect('llvm-cov-19', args));
    if (code !== 0) throw new Stop(err);
    return JSON.parse(out)
        .data[0].files.map(({ filename, branches }) => ({ file: relative(root, filename), filename, branches }))
        .filter(({ file }) => measured.test(file) && !writers.test(file))
        .map(({ file, filename, branches }) => {
            const found = branchesOf(branches, readFileSync(filename, 'utf8').split('\n'));
            const missing = found.flatMap(({ line, condition, ...taken }) =>
                ['true', 'false'].filter((side) => taken[side] === 0).map((side) => ({ line, key: `${condition}: never ${side}` })),
            );
            return { file, count: 2 * found.length, missing };
        })
        .sort((a, b) => (a.file < b.file ? -1 : 1));
}

await asProgram(async () => {
    await buildPreset('coverage', 'build the tests', programs);
    const reasons = JSON.parse(readFileSync(join(root, 'tests', 'uncovered.json'), 'utf8'));
    const used = new Set();
    const unexplained = [];
    let [all, open] = [0, 0];
    for (const { file, count, missing } of await coverage(await profile())) {
        if (count === 0) continue;
        all += count;
        open += missing.length;
        console.log(`${((100 * (count - missing.length)) / count).toFixed(1).padStart(6)}%  ${count - missing.length} of ${count}  ${file}`);
        for (const { line, key } of missing) {
            const reason = reasons[file]?.[key];
            console.log(`          line ${line}, ${key}${reason ? `\n            ${reason}` : ''}`);
            if (reason) used.add(`${file}: ${key}`);
            else unexplained.push(`${file}:${line}`);
        }
    }
    console.log(`${((100 * (all - open)) / all).toFixed(1)}% of ${all} branches`);
    const stale = Object.entries(reasons).flatMap(([file, keys]) => Object.keys(keys).map((key) => `${file}: ${key}`)).filter((one) => !used.has(one));
    if (unexplained.length > 0) throw new Stop(`${unexplained.length} branches have neither a test nor a reason in tests/uncovered.json: ${unexplained.join(', ')}`);
    if (stale.length > 0) throw new Stop(`tests/uncovered.json gives reasons for branches that tests take, or that are no more:\n${stale.join('\n')}`);
});
