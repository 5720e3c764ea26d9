// Everything that ships: the command line build/dex, the module, the faces, the atlas, dist/.
//
//   node tools/build.mjs [--from DIR]

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileAtlas, drawPosters, drawPreviews, publishData } from './atlas.mjs';
import { buildPreset } from './cmake.mjs';
import { asProgram, root, step } from './run.mjs';
import { setUp } from './setup.mjs';
import { splitModule } from './split.mjs';
import { whenChanged } from './stamp.mjs';
import { bundleWeb } from './web.mjs';

// Returns the sentence that says which data is shown.
export async function build({ from } = {}) {
    await setUp('build');
    await buildPreset('release', 'build the command line', ['dex']);
    await buildPreset('wasm', 'build the module', ['dex_wasm']);
    await makeFaces();
    await splitModule();
    const shown = await compileAtlas(from);
    await drawPosters();
    await drawPreviews();
    await publishData();
    await bundleWeb();
    return shown;
}

export async function makeFaces() {
    const faces = join(root, 'build', 'faces');
    const script = join(root, 'tools', 'faces.py');
    await whenChanged('faces', { reads: [script], makes: join(faces, 'semibold.otf') }, () =>
        // Debian's own Python: fonttools is installed for that one.
        step('subset the faces', '/usr/bin/python3', [script, faces], { log: 'faces' }),
    );
}

export const buildArguments = () => parseArgs({ options: { from: { type: 'string' }, port: { type: 'string' } } }).values;

if (process.argv[1] === import.meta.filename) {
    await asProgram(async () => {
        const shown = await build(buildArguments());
        console.log(`Built: build/dex and dist/ with ${shown}.`);
    });
}
