// The element as an npm package, in build/package:
//
//   npm run package && npm pack ./build/package

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFaces } from './build.mjs';
import { buildPreset } from './cmake.mjs';
import { split, splitModule } from './split.mjs';
import { asProgram, progress, root } from './run.mjs';
import { setUp } from './setup.mjs';
import { buildTables } from './web.mjs';

export const folder = join(root, 'build', 'package');

// Who bundles the package finds the files that it needs by their addresses, spelled out and relative to the module. Vite
// itself must not: it would take them into the module.
const spellOut = {
    name: 'dex-spell-out',
    enforce: 'post',
    transform: (code, id) =>
        id.endsWith('/web/files.js') ? { code: code.replace(/beside\('([^']+)'\)/g, "new URL('./$1', import.meta.url).href"), map: null } : undefined,
};

/** Makes the folder from what has been built. */
export async function makePackage() {
    // Only now that the set-up has brought what these need.
    const [{ build: bundle }, { manifestOf }, { checksums, noSecondWasm }] = await Promise.all([import('vite'), import('./manifest.mjs'), import('./vite.config.mjs')]);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await bundle({
        root: join(root, 'web'),
        configFile: false,
        publicDir: false,
        define: checksums('build'),
        logLevel: 'warn',
        plugins: [noSecondWasm, spellOut],
        build: {
            outDir: folder,
            emptyOutDir: false,
            target: 'es2022',
            // Whoever bundles it makes it small; until then it can be read.
            minify: false,
            lib: { entry: join(root, 'web', 'dex-map.js'), formats: ['es'], fileName: () => 'dex-map.js' },
            rollupOptions: { output: { chunkFileNames: '[name].js' } },
        },
    });
    const given = join(root, 'web', 'package');
    for (const file of ['README.md', 'dex-map.d.ts']) cpSync(join(given, file), join(folder, file));
    cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
    cpSync(split, folder, { recursive: true });
    cpSync(join(root, 'build', 'faces'), join(folder, 'faces'), { recursive: true });
    const write = (file, value) => writeFileSync(join(folder, file), `${JSON.stringify(value, null, 2)}\n`);
    write('custom-elements.json', manifestOf());
    const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
    const { version, license } = read(join(root, 'package.json'));
    const { name, ...rest } = read(join(given, 'package.json'));
    write('package.json', { name, version, license, ...rest });
}

if (process.argv[1] === import.meta.filename) {
    await asProgram(async () => {
        await setUp('build');
        await buildPreset('wasm', 'build the module', ['dex_wasm']);
        await buildPreset('release', 'build the command line', ['dex']);
        await makeFaces();
        await splitModule();
        await buildTables();
        await progress('make the package', makePackage);
        console.log('Made build/package: npm pack ./build/package');
    });
}
