// Runs every fuzzer, 60 seconds in all, from its seeds, from files as people have them (../shared/cases) and from what
// earlier runs found.
//
//   node tools/fuzz.mjs SECONDS     so long in all

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildPreset } from './cmake.mjs';
import { collect, logs, root } from './run.mjs';
import { inParallel } from './suites.mjs';

const kSecondsInAll = 60;
const kMaxSeed = 64 << 10;
// These go through GDAL, whose leaks are not ours.
const throughGdal = new Set(['zip', 'workbook']);

// Which files of the cases are seeds of a fuzzer.
const ofCases = {
    recipe: /(^|\/)recipe[^/]*\.json$/,
    table: /\.(csv|tsv|txt)$/,
    zip: /\.zip$/,
    workbook: /\.(xlsx|xls|ods)$/,
};

// A folder of its own for what is no file under tests/fuzz/seeds.
function gatherSeeds(name) {
    const folder = join(root, 'build', 'corpus', `${name}.seeds`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const cases = join(root, '..', 'shared', 'cases');
    if (ofCases[name] && existsSync(cases)) {
        for (const file of readdirSync(cases, { recursive: true })) {
            const from = join(cases, file);
            if (!ofCases[name].test(file) || statSync(from).size > kMaxSeed) continue;
            cpSync(from, join(folder, `${basename(dirname(file))}-${basename(file)}`));
        }
    }
    // A workbook is a zip, too.
    if (name === 'zip') cpSync(join(root, 'tests', 'fuzz', 'seeds', 'workbook'), folder, { recursive: true });
    if (name === 'recipe') cpSync(join(root, 'tests', 'data', 'mini', 'recipe.json'), join(folder, 'mini.json'));
    if (name === 'view') {
        const { read } = JSON.parse(readFileSync(join(root, 'tests', 'map', 'views.json'), 'utf8'));
        read.forEach(({ text }, i) => writeFileSync(join(folder, String(i)), text));
    }
    return folder;
}

export async function fuzz(secondsInAll = kSecondsInAll) {
    const sum = { passed: 0, failed: 0, skipped: [], said: '' };
    await buildPreset('dev', 'build the fuzzers', ['fuzzers']);
    const folder = join(root, 'build', 'dev', 'bin');
    const programs = readdirSync(folder).filter((file) => /^fuzz_[a-z_]+$/.test(file));
    const seconds = Math.max(1, Math.floor(secondsInAll / programs.length));
    await inParallel(programs, async (program) => {
        const name = program.slice('fuzz_'.length);
        const corpus = join(root, 'build', 'corpus', name);
        const seeds = join(root, 'tests', 'fuzz', 'seeds', name);
        mkdirSync(corpus, { recursive: true });
        mkdirSync(logs, { recursive: true });
        const file = join(logs, `${program}.log`);
        const { code } = await collect(
            join(folder, program),
            [corpus, gatherSeeds(name), ...(existsSync(seeds) ? [seeds] : []), `-max_total_time=${seconds}`, '-rss_limit_mb=1024', '-timeout=20', ...(throughGdal.has(name) ? ['-detect_leaks=0'] : []), `-artifact_prefix=${logs}/${name}-`],
            { file },
        );
        const log = readFileSync(file, 'utf8');
        console.log(`    ${program}: ${/Done (\d+) runs/.exec(log)?.[1] ?? '?'} runs in ${seconds} s`);
        if (code === 0) sum.passed += 1;
        else {
            sum.failed += 1;
            sum.said += `--- ${program}\n${log.slice(-8_000)}\n`;
        }
    });
    return sum;
}

if (process.argv[1] === import.meta.filename) {
    const { failed, said } = await fuzz(Number(process.argv[2]) || kSecondsInAll);
    console.log(said);
    process.exitCode = failed > 0 ? 1 : 0;
}
