// clang-format, clang-tidy and ESLint over all that is ours; with --format it formats the C++ instead.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPreset } from './cmake.mjs';
import { asProgram, collect, progress, root } from './run.mjs';
import { setUp } from './setup.mjs';
import { inParallel } from './suites.mjs';

export const ourFiles = (...patterns) =>
    execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...patterns], { cwd: root, encoding: 'utf8' })
        .split('\n')
        .filter((file) => file !== '');

export const format = (...flags) => collect('clang-format-19', [...flags, ...ourFiles('*.h', '*.cpp')]);

// The files that the native tests compile, tests apart, and headers through them.
async function tidy() {
    const made = ['generate_shader_sources', 'generate_words_en'];
    await buildPreset('dev', 'make the generated headers', made);
    const commands = JSON.parse(readFileSync(join(root, 'build', 'dev', 'compile_commands.json'), 'utf8'));
    const files = commands.map(({ file }) => file).filter((file) => /\/(src|wasm)\//.test(file.slice(root.length)));
    let said = '';
    await inParallel([...new Set(files)], async (file) => {
        const { code, out } = await collect('clang-tidy-19', ['-p', 'build/dev', '--quiet', file]);
        if (code !== 0) said += out;
    });
    return { code: said === '' ? 0 : 1, out: said, err: '' };
}

const eslint = () =>
    collect(process.execPath, ['node_modules/eslint/bin/eslint.js', '--config', 'tools/eslint.config.mjs', '.']);

const quick = { 'clang-format': () => format('--dry-run', '-Werror'), eslint };

// What `npm test` holds everybody to; `npm run lint` also runs clang-tidy, which takes as long as a build.
export async function lint(checks = quick) {
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
        const { passed, failed, said } = await lint({ ...quick, 'clang-tidy': tidy });
        if (said) console.log(said);
        console.log(`${passed} passed, ${failed} failed`);
        if (failed > 0) process.exitCode = 1;
    });
}
