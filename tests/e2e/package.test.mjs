// The npm package: what is in it, what the checkers say, and the three examples, built and driven.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { manifestOf } from '../../tools/manifest.mjs';
import { folder as made, makePackage } from '../../tools/package.mjs';
import { launch, newPage } from './chromium.mjs';
import { boroughs, open, root, work } from './site.mjs';

const run = promisify(execFile);
const place = join(work, 'package');
const unpacked = join(place, 'node_modules', 'dex-map');
const bin = (name, file) => join(root, 'node_modules', name, file);
const node = (...args) => run(process.execPath, args, { cwd: place });

before(async () => {
    await makePackage();
    mkdirSync(unpacked, { recursive: true });
    const { stdout } = await run('npm', ['pack', made, '--json', '--offline'], { cwd: place });
    await run('tar', ['-xzf', join(place, JSON.parse(stdout)[0].filename), '-C', unpacked, '--strip-components=1']);
});

const files = () => readdirSync(unpacked, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name).sort();
const read = (name) => JSON.parse(readFileSync(join(unpacked, name), 'utf8'));

test('it holds the module, what that needs, and no atlas', () => {
    const always = ['LICENSE', 'README.md', 'custom-elements.json', 'dex-map.d.ts', 'dex-map.js', 'dex.rest.wasm', 'dex.wasm', 'package.json', 'regular.otf', 'semibold.otf'];
    assert.deepEqual(always.filter((name) => !files().includes(name)), []);
    assert.deepEqual(files().filter((name) => !always.includes(name) && !name.endsWith('.js')), []);
    const { dependencies, peerDependencies, version } = read('package.json');
    assert.deepEqual([dependencies, peerDependencies], [undefined, undefined]);
    assert.equal(version, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
});

test('publint has nothing to say', async () => {
    assert.deepEqual((await publint({ pkgDir: unpacked, strict: true, pack: false })).messages, []);
});

test('the types are found by every way of resolving a module of today', async () => {
    const { stdout } = await node(bin('@arethetypeswrong/cli', 'dist/index.js'), '--pack', unpacked, '--profile', 'esm-only', '--format', 'ascii');
    assert.match(stdout, /node16 \(from ESM\): .*ESM/);
});

test('the manifest names all that the types name, and no more', () => {
    const manifest = read('custom-elements.json');
    assert.deepEqual(manifest, JSON.parse(JSON.stringify(manifestOf())));
    const element = manifest.modules[0].declarations.find(({ tagName }) => tagName === 'dex-map');
    const types = readFileSync(join(unpacked, 'dex-map.d.ts'), 'utf8');
    const body = /class DexMap[^{]*\{([^]*?)\n\}/.exec(types)[1];
    const typed = [...body.matchAll(/^ {4}(?:get )?(\w+)[(:]/gm)].map(([, name]) => name).filter((name) => !name.endsWith('EventListener'));
    assert.deepEqual(element.members.map(({ name }) => name).sort(), [...new Set(typed)].sort());
    assert.deepEqual(element.events.map(({ name }) => name), [...types.matchAll(/'(dex-[a-z]+)': CustomEvent/g)].map(([, name]) => name));
    assert.ok(element.members.every(({ kind, type }) => kind === 'method' || type.text));
    assert.deepEqual(element.attributes.filter(({ description, fieldName }) => !description || !fieldName), []);
    const readme = readFileSync(join(unpacked, 'README.md'), 'utf8');
    const named = [...element.attributes, ...element.events, ...element.cssProperties, ...element.cssParts.map(({ name }) => ({ name: `part(${name})` }))];
    assert.deepEqual(named.map(({ name }) => name).filter((name) => !readme.includes(name)), []);
});

test('a host in TypeScript gets types for properties and events', async () => {
    writeFileSync(
        join(place, 'host.ts'),
        `import { DexMap, type View } from 'dex-map';
        const map: DexMap = document.createElement('dex-map');
        const view: View = { place: 'borough:E09000028', at: [51.5, -0.1, 10], weights: { N1: 3 } };
        map.view = view;
        const text: string = map.view;
        map.addEventListener('dex-select', ({ detail }) => console.log(detail?.name.toUpperCase(), text));
        map.addEventListener('dex-error', ({ detail: { sentence, status } }) => console.log(sentence.length + status));
        // @ts-expect-error
        map.addEventListener('dex-view', ({ detail }) => detail.place);
        // @ts-expect-error
        map.locked = 'yes';
        // @ts-expect-error
        map.view = { theme: 'pink' };
        `,
    );
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--typeRoots', 'none'];
    const { stdout } = await node(bin('typescript', 'bin/tsc'), ...options, 'host.ts').catch((error) => error);
    assert.equal(stdout, '');
});

test('a server that renders pages can import it', async () => {
    const { stdout } = await node('--input-type=module', '-e', "import { DexMap } from 'dex-map'; console.log(typeof DexMap)");
    assert.equal(stdout.trim(), 'function');
});

describe('the examples', () => {
    const examples = { html: (folder) => folder, vite: built, react: built };
    const atlas = join(boroughs(), 'atlas');
    let browser;
    before(async () => {
        for (const name of ['react', 'react-dom', 'scheduler', 'vite']) symlinkSync(join(root, 'node_modules', name), join(place, 'node_modules', name));
        browser = await launch();
    });
    after(() => browser?.close());

    async function built(folder) {
        await run(process.execPath, [bin('vite', 'bin/vite.js'), 'build', folder, '--logLevel', 'warn']);
        return join(folder, 'dist');
    }

    for (const [name, make] of Object.entries(examples)) {
        test(`${name}: the map stands, takes an object for its view, and says what is selected`, async () => {
            const folder = join(place, name);
            cpSync(join(root, 'docs', 'examples', name), folder, { recursive: true });
            if (name === 'html') symlinkSync(unpacked, join(folder, 'dex-map'));
            const served = await make(folder);
            symlinkSync(atlas, join(served, 'atlas'));
            const server = await open(served);
            const map = await newPage(browser, { viewport: { width: 900, height: 800 } });
            await map.open(server.origin);
            await map.event('dex-detail');
            await map.settled();
            await map.page.locator('button', { hasText: 'Show Southwark' }).first().click();
            await map.page.waitForFunction(() => document.querySelector('dex-map').view.includes('place='));
            await map.settled();
            assert.equal(await map.page.evaluate(() => document.querySelector('dex-map').core.view), 'v=1&place=borough:E09000028');
            assert.match((await map.node('headline')).name, /Southwark/);
            const { x, y } = await map.page.locator('dex-map').boundingBox();
            const free = await map.free();
            await map.after('dex-select', () => map.hand.click(x + free.x, y + free.y));
            assert.match(await map.page.locator('output').textContent(), /^.{4,} is selected\.$/);
            assert.deepEqual(map.complaints, []);
            assert.deepEqual(await map.page.evaluate(() => window.violations), []);
            assert.deepEqual(map.requests.filter((url) => !url.startsWith(server.origin) && !url.startsWith('data:')), []);
            await map.close();
            await server.close();
        });
    }
});
