// The list of what ships: every part with version and licence, and nothing that only builds or tests.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, test } from 'node:test';
import { billOfMaterials } from '../../tools/sbom.mjs';

const root = resolve(import.meta.dirname, '..', '..');
let bill;

before(async () => {
    bill = await billOfMaterials();
});

test('Sbom.NamesEveryPartWithItsLicence', () => {
    assert.equal(bill.bomFormat, 'CycloneDX');
    assert.equal(bill.metadata.component.name, 'dex');
    for (const part of bill.components) {
        assert.ok(part.name && part.version, JSON.stringify(part));
        const [licence] = part.licenses;
        assert.ok(licence.expression || licence.license.name || licence.license.id, part.name);
    }
    const names = bill.components.map(({ name }) => name).join('\n');
    for (const part of ['Dear ImGui', 'stb_truetype', 'Emscripten', 'Inter', 'GDAL', 'JSON for Modern C++', 'CLI11', 'libpng', 'zlib']) {
        assert.ok(names.includes(part), part);
    }
});

test('Sbom.NamesTheSourcesOfTheFigures', () => {
    const data = bill.components.filter(({ type }) => type === 'data');
    assert.ok(data.length >= 5);
    for (const { publisher, copyright } of data) assert.ok(publisher && copyright);
});

test('Sbom.LeavesOutWhatOnlyBuildsAndTests', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const { purl = '' } of bill.components) {
        for (const name of Object.keys(devDependencies)) assert.ok(!purl.startsWith(`pkg:npm/${name}@`), purl);
    }
});

test('Sbom.RefersToEachPartOnceAndIsTheSameEachTime', async () => {
    const refs = bill.components.map((part) => part['bom-ref']);
    assert.equal(new Set(refs).size, refs.length);
    const known = new Set([...refs, bill.metadata.component['bom-ref']]);
    for (const { ref, dependsOn } of bill.dependencies) for (const one of [ref, ...dependsOn]) assert.ok(known.has(one), one);
    assert.deepEqual(await billOfMaterials(), bill);
});
