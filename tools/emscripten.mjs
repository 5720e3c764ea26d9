// The WebAssembly compiler: the user's own when it is new enough, else Debian's newer package unpacked
// into deps/emscripten, driven by this system's clang. What was chosen is written to
// deps/toolchain.cmake, which the wasm presets read.

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { realpathSync } from 'node:fs';
import { withSuite } from './apt.mjs';
import { collect, root, step, which } from './run.mjs';

const home = join(root, 'deps', 'emscripten');
const toolchain = join(root, 'deps', 'toolchain.cmake');

export function isAtLeast(version, min) {
    const [a, b] = [version, min].map((text) => text.split('.').map(Number));
    for (let i = 0; i < b.length; i += 1) {
        if (a[i] !== b[i]) return a[i] > b[i];
    }
    return true;
}

// The folder of the user's own Emscripten and its version, or undefined.
export async function ownEmscripten(min) {
    const found = [process.env.EMSDK && join(process.env.EMSDK, 'upstream/emscripten/emcc'), which('emcc')];
    for (const emcc of found) {
        if (!emcc || !existsSync(emcc)) continue;
        const { out } = await collect(emcc, ['--version']);
        const version = /\b(\d+\.\d+\.\d+)\b/.exec(out)?.[1];
        if (version && isAtLeast(version, min)) return { folder: dirname(realpathSync(emcc)), version };
    }
    return undefined;
}

export const isUnpacked = ({ packages }) => existsSync(join(home, `.done-${packages.emscripten}`));

// Unpacks the pinned packages. Everything happens in a folder beside the final one, which is renamed
// at the end: an interrupted run leaves nothing that looks finished.
export async function unpackEmscripten({ suite, packages, llvm }) {
    const fresh = `${home}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(join(fresh, 'bin'), { recursive: true });
    await withSuite(suite, 'deb', async (apt, got) => {
        const names = Object.entries(packages).map(([name, version]) => (version ? `${name}=${version}` : name));
        await step(`Emscripten ${packages.emscripten}: download, 250 MB`, 'apt-get', [...apt, 'download', ...names], {
            log: 'emscripten-download',
            cwd: got,
        });
        for (const file of readdirSync(got)) {
            const main = file.startsWith('emscripten_');
            await step(`unpack ${file.split('_')[0]}`, 'sh', ['-c', main ? unpackPruned : unpackWhole, 'sh', join(got, file), fresh], {
                log: 'emscripten-unpack',
            });
        }
    });
    wrapBinaryen(fresh);
    const tree = join(fresh, 'usr/share/emscripten');
    mkdirSync(join(tree, 'node_modules'), { recursive: true });
    symlinkSync('/usr/share/nodejs/acorn', join(tree, 'node_modules/acorn'));
    writeFileSync(join(tree, '.emscripten'), configText(llvm));
    // Its .js files are CommonJS; without this, our own package.json above would make them modules.
    writeFileSync(join(tree, 'package.json'), '{ "type": "commonjs" }\n');
    writeFileSync(join(fresh, `.done-${packages.emscripten}`), '');
    rmSync(home, { recursive: true, force: true });
    renameSync(fresh, home);
}

// Position-independent and 64-bit libraries, tests and documentation are half of the package.
const unpackPruned = `dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" \
  --exclude='*/wasm32-emscripten/pic' --exclude='*/wasm32-emscripten/lto-pic' --exclude='*/wasm32-emscripten/lto-pic/*' \
  --exclude='*/wasm64-emscripten' --exclude='./usr/share/emscripten/test' --exclude='./usr/share/doc'`;
const unpackWhole = 'mkdir -p "$2/rt" && dpkg-deb -x "$1" "$2/rt"';

// The newer suite's Binaryen needs its own C library, so each tool starts through that suite's loader.
function wrapBinaryen(folder) {
    for (const name of readdirSync(join(folder, 'rt/usr/bin')).filter((file) => file.startsWith('wasm'))) {
        const script = join(folder, 'bin', name);
        writeFileSync(
            script,
            `#!/bin/sh
rt=$(dirname "$0")/../rt/usr
exec "$rt/lib64/ld-linux-x86-64.so.2" --library-path "$rt/lib/x86_64-linux-gnu" "$rt/bin/${name}" "$@"
`,
        );
        chmodSync(script, 0o755);
    }
}

// Emscripten sets EM_CONFIG to this file's own path before it reads it, so the folder may be moved.
const configText = (llvm) => `import os
import shutil
EMSCRIPTEN_ROOT = os.path.dirname(os.path.abspath(os.environ['EM_CONFIG']))
BINARYEN_ROOT = os.path.abspath(EMSCRIPTEN_ROOT + '/../../..')
LLVM_ROOT = '/usr/bin'
LLVM_ADD_VERSION = '${llvm}'
CLANG_ADD_VERSION = '${llvm}'
NODE_JS = shutil.which('node')
FROZEN_CACHE = True
`;

// Tells CMake which Emscripten to use; leaves the file alone when it says so already. What another one
// has configured is configured again.
export function chooseToolchain(folder = join(home, 'usr/share/emscripten')) {
    const text = `include("${folder}/cmake/Modules/Platform/Emscripten.cmake")\n`;
    if (existsSync(toolchain) && readFileSync(toolchain, 'utf8') === text) return;
    for (const preset of ['wasm', 'wasm-dev', 'wasm-test']) {
        rmSync(join(root, 'build', preset, 'build.ninja'), { force: true });
        rmSync(join(root, 'build', preset, 'CMakeCache.txt'), { force: true });
    }
    mkdirSync(dirname(toolchain), { recursive: true });
    writeFileSync(toolchain, text);
}
