// clang-tidy over every C++ file of ours that the native build compiles, tests apart, and headers through them. The build
// compiles the files of a room together, and so they are checked: most of the time goes into reading the same headers. They
// are checked again when one of them, a header of ours that they include, how they are compiled or the checks have changed.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { buildPreset } from './cmake.mjs';
import { collect, root } from './run.mjs';
import { inParallel } from './suites.mjs';

const build = join(root, 'build', 'dev');
const kIncludedFrom = [join(root, 'src'), root, join(build, 'generated')];

// Where clang-tidy reads how a file is compiled: without precompiled headers, which need not have been built.
const database = join(root, 'build', 'tidy');

// The entries of the compile database that are ours, as { file, command }.
function ours() {
    const all = JSON.parse(readFileSync(join(build, 'compile_commands.json'), 'utf8'));
    const found = all.filter(({ file }) => /^(build\/dev\/)?(src|wasm)\/(?!.*cmake_pch)/.test(relative(root, file)));
    for (const entry of found) entry.command = entry.command.replace(/ -Winvalid-pch| -Xclang -include(-pch)? -Xclang \S+/g, '');
    mkdirSync(database, { recursive: true });
    writeFileSync(join(database, 'compile_commands.json'), JSON.stringify(found));
    return found;
}

// A hash of the file and of all headers of ours below it; `known` remembers what includes what.
function hashOf(file, known) {
    const seen = new Set();
    const visit = (path) => {
        if (seen.has(path)) return;
        seen.add(path);
        if (!known.has(path)) {
            const text = readFileSync(path, 'utf8');
            const included = [...text.matchAll(/^\s*#include\s+"([^"]+)"/gm)].map(([, name]) => name);
            const found = included.map((name) => kIncludedFrom.map((folder) => resolve(folder, name)).find(existsSync));
            known.set(path, { text, below: found.filter(Boolean) });
        }
        known.get(path).below.forEach(visit);
    };
    visit(file);
    const hash = createHash('sha256');
    for (const path of [...seen].sort()) hash.update(`${path}\0${known.get(path).text}\0`);
    return hash.digest('hex');
}

export async function tidy() {
    await buildPreset('dev', 'make the generated headers', ['generated']);
    const { out: version } = await collect('clang-tidy-19', ['--version']);
    const checks = readFileSync(join(root, '.clang-tidy'), 'utf8');
    const known = new Map();
    let said = '';
    await inParallel(ours(), async ({ file, command }) => {
        const stamp = join(root, 'build', 'stamps', 'tidy', relative(root, file));
        const now = createHash('sha256').update([version, checks, command, hashOf(file, known)].join('\0')).digest('hex');
        if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
        rmSync(stamp, { force: true });
        const { code, out, err } = await collect('clang-tidy-19', ['-p', database, '--quiet', file]);
        if (code !== 0) return void (said += out || err);
        mkdirSync(dirname(stamp), { recursive: true });
        writeFileSync(stamp, now);
    });
    return { code: said === '' ? 0 : 1, out: said, err: '' };
}
