// clang-format, clang-tidy and ESLint over all that is ours; with --format it formats the C++ instead.

import { execFileSync } from 'node:child_process';
import { asProgram, collect, progress, root } from './run.mjs';
import { setUp } from './setup.mjs';
import { tidy } from './tidy.mjs';

export const ourFiles = (...patterns) =>
    execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...patterns], { cwd: root, encoding: 'utf8' })
        .split('\n')
        .filter((file) => file !== '');

export const format = (...flags) => collect('clang-format-19', [...flags, ...ourFiles('*.h', '*.cpp')]);

const eslint = () =>
    collect(process.execPath, ['node_modules/eslint/bin/eslint.js', '--config', 'tools/eslint.config.mjs', '.']);

const checks = { 'clang-format': () => format('--dry-run', '-Werror'), eslint, 'clang-tidy': tidy };

export async function lint() {
    const sum = { passed: 0, failed: 0, skipped: [], said: '' };
    for (const [name, check] of Object.entries(checks)) {
        const { code, out, err } = await progress(name, check);
        if (code === 0) sum.passed += 1;
        else {
            sum.failed += 1;
            sum.said += `--- ${name}\n${(out + err).slice(0, 20_000)}\n`;
        }
    }
    return sum;
}

if (process.argv[1] === import.meta.filename) {
    await asProgram(async () => {
        await setUp('test');
        if (process.argv[2] === '--format') return void (await format('-i'));
        const { passed, failed, said } = await lint();
        if (said) console.log(said);
        console.log(`${passed} passed, ${failed} failed`);
        if (failed > 0) process.exitCode = 1;
    });
}
