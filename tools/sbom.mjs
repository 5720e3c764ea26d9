// What ships, and whose it is: a CycloneDX list of parts, in build/sbom.cdx.json.
//
//   npm run sbom
//
// npm says which of its packages ship (none so far: they build and test). What is compiled in comes from Debian's packages
// and from the compiler, and the figures from the sources that the recipe of the atlas names.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asProgram, collect, root, Stop } from './run.mjs';

const read = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

// In dist/ and the npm package; the last word is Debian's package that it is taken from.
const compiledIn = [
    ['Dear ImGui', 'MIT', 'https://github.com/ocornut/imgui', 'imgui'],
    ['stb_truetype, stb_rect_pack', 'MIT OR Unlicense', 'https://github.com/nothings/stb', 'libstb-dev'],
    ['Emscripten runtime: musl, compiler-rt, libc++', 'MIT AND Apache-2.0 WITH LLVM-exception', 'https://emscripten.org', 'emscripten'],
    ['Inter', 'OFL-1.1', 'https://rsms.me/inter/', 'fonts-inter'],
];
// In the command line build/dex, beside the first two.
const ofCommand = [
    ['JSON for Modern C++', 'MIT', 'https://github.com/nlohmann/json', 'nlohmann-json3-dev'],
    ['CLI11', 'BSD-3-Clause', 'https://github.com/CLIUtils/CLI11', 'libcli11-dev'],
    ['GDAL', 'MIT', 'https://gdal.org', 'libgdal-dev'],
    ['libpng', 'libpng-2.0', 'http://www.libpng.org', 'libpng-dev'],
    ['zlib', 'Zlib', 'https://zlib.net', 'zlib1g-dev'],
];

// Of those that are unpacked and not installed, tools/versions.json names the version.
async function versionsOf(packages) {
    const { emscripten, imgui } = read('tools', 'versions.json');
    const versions = new Map([['imgui', imgui.version], ['emscripten', emscripten.packages.emscripten]]);
    const asked = packages.filter((name) => !versions.has(name));
    const { out } = await collect('dpkg-query', ['-W', '-f', '${Package} ${Version}\n', ...asked]);
    for (const line of out.trim().split('\n')) versions.set(...line.split(' '));
    return versions;
}

const partOf = (versions, where) => ([name, expression, url, debian]) => {
    const version = versions.get(debian);
    const purl = `pkg:deb/debian/${debian}${version ? `@${encodeURIComponent(version)}` : ''}`;
    return {
        type: name === 'Inter' ? 'file' : 'library',
        'bom-ref': purl,
        name,
        ...(version && { version }),
        licenses: [{ expression }],
        purl,
        externalReferences: [{ type: 'website', url }],
        properties: [{ name: 'dex:part-of', value: where }],
    };
};

const dataOf = ({ id, publisher, title, date, licence, attribution }) => ({
    type: 'data',
    'bom-ref': `data:${id}`,
    publisher,
    name: title,
    version: date,
    licenses: [{ license: { name: licence } }],
    copyright: attribution,
    properties: [{ name: 'dex:part-of', value: 'dist/atlas' }],
});

// The recipe of the atlas that was built, or of the one that every clone has.
async function recipe() {
    const atlas = join(root, 'dist', 'atlas');
    const command = join(root, 'build', 'dex');
    if (existsSync(join(atlas, 'atlas.json')) && existsSync(command)) {
        const { code, out } = await collect(command, ['recipe', atlas]);
        if (code === 0) return JSON.parse(out);
    }
    return read('data', 'recipes', 'london-boroughs.json');
}

/** The list as an object: the same each time for the same tree and packages. */
export async function billOfMaterials() {
    const { code, out, err } = await collect('npm', ['sbom', '--sbom-format=cyclonedx', '--omit=dev', '--package-lock-only']);
    if (code !== 0) throw new Stop(`npm sbom: ${err}`);
    const bill = JSON.parse(out);
    // These two differ each time, and no reader needs them.
    delete bill.serialNumber;
    delete bill.metadata.timestamp;
    // npm takes the name from the folder.
    bill.metadata.component.name = read('package.json').name;
    const versions = await versionsOf([...compiledIn, ...ofCommand].map((part) => part[3]));
    const { sources } = await recipe();
    const parts = [
        ...compiledIn.map(partOf(versions, 'dist')),
        ...ofCommand.map(partOf(versions, 'build/dex')),
        ...sources.map(dataOf),
    ];
    bill.components.push(...parts);
    const own = bill.dependencies.find(({ ref }) => ref === bill.metadata.component['bom-ref']);
    own.dependsOn.push(...parts.map((part) => part['bom-ref']));
    bill.dependencies.push(...parts.map((part) => ({ ref: part['bom-ref'], dependsOn: [] })));
    return bill;
}

if (process.argv[1] === import.meta.filename) {
    await asProgram(async () => {
        const bill = await billOfMaterials();
        mkdirSync(join(root, 'build'), { recursive: true });
        writeFileSync(join(root, 'build', 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
        console.log(`Wrote build/sbom.cdx.json, CycloneDX ${bill.specVersion}: ${bill.components.length} parts.`);
    });
}
