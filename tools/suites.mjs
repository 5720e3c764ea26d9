// Runs GoogleTest's programs and node's test files, and counts.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { collect, logs, root } from './run.mjs';

const nothing = () => ({ passed: 0, failed: 0, skipped: [], said: '' });

function add(sum, one) {
    sum.passed += one.passed;
    sum.failed += one.failed;
    sum.skipped.push(...one.skipped);
    sum.said += one.said;
}

// Calls `work` for each item, as many at once as there are cores that CI has.
export async function inParallel(items, work) {
    const left = [...items];
    const lane = async () => {
        while (left.length > 0) await work(left.shift());
    };
    await Promise.all([lane(), lane()]);
}

// All test programs of a preset, each one process: sanitizers and node start once a room, not once a test.
export async function googleTests(preset) {
    const folder = join(root, 'build', preset, 'bin');
    const isTest = (file) => /^test_[a-z]+(\.cjs)?$/.test(file);
    const sum = nothing();
    await inParallel(readdirSync(folder).filter(isTest), async (file) => add(sum, await googleTest(preset, join(folder, file))));
    return sum;
}

async function googleTest(preset, program) {
    const name = basename(program, '.cjs');
    mkdirSync(logs, { recursive: true });
    const report = join(logs, `${preset}-${name}.json`);
    const log = join(logs, `${preset}-${name}.log`);
    rmSync(report, { force: true });
    const call = program.endsWith('.cjs') ? [process.execPath, program] : [program];
    const { code } = await collect(call[0], [...call.slice(1), '--gtest_brief=1', `--gtest_output=json:${report}`], {
        // Eight calls say where a block came from; to note thirty for each block takes a seventh of the time.
        env: { UBSAN_OPTIONS: 'print_stacktrace=1', ASAN_OPTIONS: 'malloc_context_size=8' },
        file: log,
    });
    const sum = nothing();
    if (existsSync(report)) {
        for (const suite of JSON.parse(readFileSync(report, 'utf8')).testsuites) {
            for (const test of suite.testsuite) {
                if (test.failures) sum.failed += 1;
                else if (test.result === 'SKIPPED' || test.status === 'NOTRUN') sum.skipped.push(`${preset}: ${suite.name}.${test.name}`);
                else sum.passed += 1;
            }
        }
    }
    // A crash, a leak found at the end, or no report at all.
    if (code !== 0 && sum.failed === 0) sum.failed = 1;
    if (sum.failed > 0) sum.said = `--- ${preset}: ${name}\n${readFileSync(log, 'utf8').slice(-20_000)}\n`;
    return sum;
}

// All `*.test.mjs` of a folder, under node's own runner; `files` at once, `env` besides ours.
export async function nodeTests(folder, name, { files = 2, env = {} } = {}) {
    const path = join(root, folder);
    const found = existsSync(path) ? readdirSync(path, { recursive: true }).filter((file) => file.endsWith('.test.mjs')) : [];
    if (found.length === 0) return { ...nothing(), failed: 1, said: `${folder} holds no tests.` };
    mkdirSync(logs, { recursive: true });
    const log = join(logs, `${name}.log`);
    const { out, err } = await collect(process.execPath, [
        '--test',
        `--test-concurrency=${files}`,
        '--test-reporter=tap',
        '--test-reporter-destination=stdout',
        '--test-reporter=spec',
        `--test-reporter-destination=${log}`,
        ...found.sort().map((file) => join(path, file)),
    ], { env });
    const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(out)?.[1] ?? 0);
    const sum = { ...nothing(), passed: count('pass'), failed: count('fail') + count('cancelled') };
    for (const [, test, why] of out.matchAll(/^\s*ok \d+ - (.*?) # SKIP ?(.*)$/gm)) {
        sum.skipped.push(`${name}: ${test}${why ? ` (${why})` : ''}`);
    }
    if (sum.passed + sum.failed + sum.skipped.length === 0) sum.failed = 1;
    if (sum.failed > 0) {
        const said = readFileSync(log, 'utf8');
        const failing = said.indexOf('failing tests:');
        sum.said = `--- ${name}\n${(failing < 0 ? said : said.slice(failing)).slice(0, 20_000)}\n${err.slice(-4_000)}`;
    }
    return sum;
}
