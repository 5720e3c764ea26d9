// Every suite there is, cheap ones first. The last line is the sum; exit 1 on any failure.
//
//   node tools/test.mjs [SUITE…]      only these: house native wasm web data e2e lint size fuzz

import { compileAtlas } from './atlas.mjs';
import { build, makeFaces } from './build.mjs';
import { buildPreset } from './cmake.mjs';
import { lint } from './lint.mjs';
import { asProgram, progress, Stop } from './run.mjs';
import { setUp } from './setup.mjs';
import { size } from './size.mjs';
import { splitModule } from './split.mjs';
import { googleTests, nodeTests } from './suites.mjs';
import { fuzz } from './fuzz.mjs';
import { buildTables } from './web.mjs';

// Each answers { passed, failed, skipped: [name], said: what failed in its own words }.
const suites = {
    house: () => nodeTests('tests/house', 'house'),
    native: async () => {
        await makeFaces();
        await buildPreset('dev', 'build the native tests');
        return googleTests('dev');
    },
    wasm: async () => {
        await buildPreset('wasm-test', 'build the tests as wasm');
        return googleTests('wasm-test');
    },
    web: async () => {
        await buildPreset('release', 'build the command line', ['dex']);
        await buildPreset('wasm', 'build the module', ['dex_wasm']);
        await makeFaces();
        await splitModule();
        // The first file has to do for London, too.
        await compileAtlas();
        await buildTables();
        return nodeTests('tests/web', 'web');
    },
    data: async () => {
        await buildPreset('release', 'build the command line', ['dex']);
        return nodeTests('tests/data', 'data');
    },
    e2e: async () => {
        await build();
        return e2e();
    },
    lint,
    size: async () => {
        await build();
        return size();
    },
    fuzz,
};

// Most of a browser's time is spent waiting, so that two files run side by side, in one browser and on the same atlases.
async function e2e() {
    // Only now that the set-up has brought what these need.
    const [{ launchServer }, { prepareAtlases }] = await Promise.all([import('../tests/e2e/chromium.mjs'), import('../tests/e2e/site.mjs')]);
    const browser = await launchServer();
    try {
        return await nodeTests('tests/e2e', 'e2e', { env: { DEX_BROWSER: browser.address, DEX_ATLASES: prepareAtlases() } });
    } finally {
        await browser.close();
    }
}

await asProgram(async () => {
    const asked = process.argv.slice(2);
    const unknown = asked.filter((name) => !(name in suites));
    if (unknown.length > 0) throw new Stop(`No suite ${unknown.join(', ')}; there are: ${Object.keys(suites).join(' ')}`);
    const without = await setUp('test');
    const sum = { passed: 0, failed: 0, skipped: 0 };
    const skip = (name) => {
        sum.skipped += 1;
        console.log(`skipped: ${name}`);
    };
    without.forEach(skip);
    for (const [name, run] of Object.entries(suites)) {
        if (asked.length > 0 && !asked.includes(name)) continue;
        const { passed, failed, skipped, said } = await progress(name, () => run().catch(brokenSuite));
        sum.passed += passed;
        sum.failed += failed;
        if (said) console.log(said);
        skipped.forEach(skip);
        console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped.length} skipped`);
    }
    if (sum.failed > 0) process.exitCode = 1;
    console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
});

// A suite that cannot even be built is one failure; the others still run.
function brokenSuite(error) {
    return { passed: 0, failed: 1, skipped: [], said: error instanceof Stop ? error.message : error.stack };
}
