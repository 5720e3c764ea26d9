// clang-tidy over every C++ file of ours that the native build compiles, tests apart, and headers through them. Most of its time
// goes into the same standard headers again and again, so it reads as many files at once as can stand together. They are checked
// again when one of them, a header of ours that they include, how they are compiled or the checks have changed.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { buildPreset } from './cmake.mjs';
import { collect, root } from './run.mjs';
import { inParallel } from './suites.mjs';

const build = join(root, 'build', 'dev');
const kIncludedFrom = [join(root, 'src'), root, join(build, 'generated')];

// Where clang-tidy reads what is checked together, and how it is compiled: without precompiled headers, which need not have been
// built.
const database = join(root, 'build', 'tidy');

// The entries of the compile database that are ours, each file once, as { file, flags: how it is compiled, places: where it finds
// headers, and macros }.
function ours() {
    const found = new Map();
    for (const { file, command } of JSON.parse(readFileSync(join(build, 'compile_commands.json'), 'utf8'))) {
        if (found.has(file) || !/^(build\/dev\/)?(src|wasm)\/(?!.*cmake_pch)/.test(relative(root, file))) continue;
        const kForMachineCode = / -Winvalid-pch| -Xclang -include(-pch)? -Xclang \S+| -f(no-)?sanitize\S+| -M[DTF]\b( \S+\.o(\.d)?)?| -[oc] \S+/g;
        const how = command.replace(kForMachineCode, '');
        const kPlace = / (-I|-isystem |-D)\S+/g;
        found.set(file, { file, flags: how.replace(kPlace, ''), places: how.match(kPlace) ?? [] });
    }
    return [...found.values()];
}

// The text of a file of ours and the files of ours that it includes; `known` remembers them.
function read(path, known) {
    if (!known.has(path)) {
        const text = readFileSync(path, 'utf8');
        const included = [...text.matchAll(/^\s*#include\s+"([^"]+)"/gm)].map(([, name]) => name);
        const found = included.map((name) => kIncludedFrom.map((folder) => resolve(folder, name)).find(existsSync));
        known.set(path, { text, below: found.filter(Boolean) });
    }
    return known.get(path);
}

// The file and all of ours below it.
function reach(file, known, seen = new Set()) {
    if (seen.has(file)) return seen;
    seen.add(file);
    read(file, known).below.forEach((path) => reach(path, known, seen));
    return seen;
}

// The names that a file and those below it declare, and which of them stand in a namespace without a name.
function namesOf(file, known) {
    const kDeclared = /^(?:struct|class|enum(?: class)?|using) (\w+)|^[A-Za-z[][^={;()]*?[ &*>](\w+)(?:\[\w*\])*\s*[={;(]/gm;
    const declaredIn = (text) => [...text.matchAll(kDeclared)].map(([, type, other]) => type ?? other);
    const texts = [...reach(file, known)].map((path) => read(path, known).text);
    const unnamed = texts.flatMap((text) => [...text.matchAll(/^namespace \{$(.*?)^\}  \/\/ namespace$/gms)].map(([, inside]) => inside));
    return { all: new Set(texts.flatMap(declaredIn)), unnamed: unnamed.flatMap(declaredIn) };
}

// What is compiled alike and can stand together: nothing that one of them calls so for itself alone is a name of another.
function groupsOf(entries, known) {
    const groups = [];
    for (const entry of entries) {
        const one = { ...entry, ...namesOf(entry.file, known) };
        const agrees = (other) =>
            other.flags === one.flags && !one.unnamed.some((name) => other.all.has(name)) && !other.unnamed.some((name) => one.all.has(name));
        const group = groups.find((others) => others.every(agrees));
        if (group) group.push(one);
        else groups.push([one]);
    }
    return groups;
}

// An entry for clang-tidy. That a name of one file hides one of another is for the compiler to say, which sees them apart.
const entryOf = (file, { flags, places }) => ({ directory: build, file, command: `${flags} -Wno-shadow${places.join('')} -c ${file}` });

// The entry of a file that includes all of a group.
function unite(group, index) {
    const file = join(database, `${index}.cpp`);
    writeFileSync(file, group.map((one) => `// NOLINTNEXTLINE(bugprone-suspicious-include)\n#include "${one.file}"\n`).join(''));
    const places = [...new Set(group.flatMap((one) => one.places))];
    return { group, entry: entryOf(file, { flags: group[0].flags, places }) };
}

// A hash of the files of a group and of all headers of ours below them.
function hashOf(group, known) {
    const hash = createHash('sha256');
    const paths = new Set(group.flatMap(({ file }) => [...reach(file, known)]));
    for (const path of [...paths].sort()) hash.update(`${path}\0${read(path, known).text}\0`);
    return hash.digest('hex');
}

export async function tidy() {
    await buildPreset('dev', 'make the generated headers', ['generated']);
    const { out: version } = await collect('clang-tidy-19', ['--version']);
    const checks = readFileSync(join(root, '.clang-tidy'), 'utf8');
    const known = new Map();
    rmSync(database, { recursive: true, force: true });
    mkdirSync(database, { recursive: true });
    const files = ours();
    const united = groupsOf(files, known).map(unite);
    const entries = [...united.map(({ entry }) => entry), ...files.map((one) => entryOf(one.file, one))];
    writeFileSync(join(database, 'compile_commands.json'), JSON.stringify(entries));
    const check = (...paths) => collect('clang-tidy-19', ['-p', database, '--quiet', ...paths]);
    let said = '';
    await inParallel(united, async ({ group, entry: { file, command } }) => {
        const stamp = join(root, 'build', 'stamps', 'tidy', relative(database, file));
        const now = createHash('sha256').update([version, checks, command, hashOf(group, known)].join('\0')).digest('hex');
        if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
        rmSync(stamp, { force: true });
        let { code, out, err } = await check(file);
        // Two names that this file did not see to be one: each file is read by itself.
        if (group.length > 1 && out.includes('clang-diagnostic-error')) ({ code, out, err } = await check(...group.map((one) => one.file)));
        if (code !== 0) return void (said += out || err);
        mkdirSync(dirname(stamp), { recursive: true });
        writeFileSync(stamp, now);
    });
    return { code: said === '' ? 0 : 1, out: said, err: '' };
}
