// Brings a machine to the point where the project builds: packages, compiler, sources, node modules.
// Looks first and asks the network only for what is missing; a complete machine needs no network.
//
//   node tools/setup.mjs [build|test|bench]      what `npm start` needs, what `npm test` needs besides, or `npm run bench`

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, installerPrefix, missingPackages } from './apt.mjs';
import { chooseToolchain, isAtLeast, isUnpacked, ownEmscripten, unpackEmscripten } from './emscripten.mjs';
import { hasImgui, unpackImgui } from './imgui.mjs';
import { setUpNginx } from './nginx.mjs';
import { asProgram, root, step, Stop, which } from './run.mjs';
import { setUpWordPress } from './wordpress.mjs';

const versions = JSON.parse(readFileSync(join(import.meta.dirname, 'versions.json'), 'utf8'));

// What only some tests need, which are skipped without it.
const kOptional = {
    browsers: 'browsers (not installed, and cannot be without root)',
    readers: "other people's programs that read what we make (not installed, and cannot be without root)",
};

// Without dpkg nobody can ask what is installed; these commands stand for the packages then.
const commandsWithoutApt = ['g++', 'cmake', 'ninja', 'glslangValidator', 'gdal-config', 'pyftsubset'];

// `purpose` is 'build', 'test' or 'bench', each with all of the one before. Returns what could not be installed and is only needed by some tests, each with the reason.
export async function setUp(purpose) {
    if (!isAtLeast(process.versions.node, versions.node)) {
        throw new Stop(`Node ${versions.node} or newer is needed; this is ${process.versions.node}.`);
    }
    const own = await ownEmscripten(versions.emscripten.atLeast);
    const optional = purpose === 'build' ? (await setUpPackages(purpose, own), []) : await setUpPackages(purpose, own);
    if (!own && !isUnpacked(versions.emscripten)) await unpackEmscripten(versions.emscripten);
    chooseToolchain(own?.folder);
    if (!hasImgui(versions.imgui)) await unpackImgui(versions.imgui);
    await setUpNodeModules();
    if (purpose !== 'test') return optional;
    if (!(await setUpNginx())) optional.push('nginx (apt could not download it)');
    if (!(await setUpWordPress())) optional.push('WordPress (apt could not download it)');
    return optional;
}

async function setUpPackages(purpose, own) {
    if (!which('dpkg-query')) {
        const missing = commandsWithoutApt.filter((command) => !which(command));
        if (!own) missing.push(`emcc ${versions.emscripten.atLeast} or newer`);
        if (!hasImgui(versions.imgui)) missing.push(`the sources of Dear ImGui ${versions.imgui.version} in deps/imgui`);
        if (missing.length > 0) refuse('This machine has no apt, and these are missing:', missing);
        return Object.values(kOptional);
    }
    const { apt } = versions;
    const forTests = purpose === 'build' ? [] : apt.test;
    const forFigures = purpose === 'bench' ? apt.bench : [];
    const missing = await missingPackages([...apt.build, ...(own ? [] : apt.compiler), ...forTests, ...forFigures]);
    const extra = {};
    for (const group of purpose === 'build' ? [] : Object.keys(kOptional)) extra[group] = await missingPackages(apt[group]);
    const lacking = Object.keys(extra).filter((group) => extra[group].length > 0);
    if (missing.length + lacking.length === 0) return [];
    const prefix = await installerPrefix();
    if (!prefix && missing.length > 0) {
        refuse('Neither root nor sudo can be used here. Please have these Debian packages installed:', [missing.join(' ')]);
    }
    if (!prefix) return lacking.map((group) => kOptional[group]);
    await installPackages([...missing, ...Object.values(extra).flat()], prefix);
    return [];
}

function refuse(sentence, list) {
    throw new Stop(`${sentence}\n${list.map((line) => `  ${line}`).join('\n')}\nNothing was changed.`);
}

// node_modules follows package-lock.json; npm's own copy of the lock inside it tells which one it follows. What is made for
// other machines alone stays out.
function followsTheLock() {
    const copy = join(root, 'node_modules', '.package-lock.json');
    if (!existsSync(copy)) return false;
    const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
    const installed = packagesOf(copy);
    const isThere = ([path, { integrity, optional }]) =>
        path === '' || (installed[path] ? installed[path].integrity === integrity : optional);
    return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(isThere);
}

async function setUpNodeModules() {
    if (followsTheLock()) return;
    await step('npm ci: the pinned node modules', 'npm', ['ci', '--no-audit', '--no-fund'], { log: 'npm-ci' });
}

if (process.argv[1] === import.meta.filename) {
    await asProgram(async () => {
        const optional = await setUp(process.argv[2] ?? 'test');
        console.log(optional.length ? `Ready, without: ${optional.join(', ')}.` : 'Ready.');
    });
}
