// Runs every fuzzer, 60 seconds in all, from its seeds and from what earlier runs found.

import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPreset } from './cmake.mjs';
import { collect, logs, root } from './run.mjs';
import { inParallel } from './suites.mjs';

const kSecondsInAll = 60;

export async function fuzz() {
    const sum = { passed: 0, failed: 0, skipped: [], said: '' };
    await buildPreset('dev', 'build the fuzzers', ['fuzzers']);
    const folder = join(root, 'build', 'dev', 'bin');
    const programs = readdirSync(folder).filter((file) => /^fuzz_[a-z_]+$/.test(file));
    const seconds = Math.max(1, Math.floor(kSecondsInAll / programs.length));
    await inParallel(programs, async (program) => {
        const name = program.slice('fuzz_'.length);
        const corpus = join(root, 'build', 'corpus', name);
        const seeds = join(root, 'tests', 'fuzz', 'seeds', name);
        mkdirSync(corpus, { recursive: true });
        mkdirSync(logs, { recursive: true });
        const file = join(logs, `${program}.log`);
        const { code } = await collect(
            join(folder, program),
            [corpus, ...(existsSync(seeds) ? [seeds] : []), `-max_total_time=${seconds}`, '-rss_limit_mb=1024', '-timeout=20', `-artifact_prefix=${logs}/${name}-`],
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
