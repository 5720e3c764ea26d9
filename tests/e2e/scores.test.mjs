// What the browser computes is what the command line computes, bit for bit.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, newPage } from './chromium.mjs';
import { atlases, command, open } from './site.mjs';


// Ten views, and the same for the command line.
const views = [
    ['', []],
    ['score=min-max', ['--method', 'minmax']],
    ['score=winsorised', ['--method', 'winsorised']],
    ['score=iod', ['--method', 'iod']],
    ['weights=N2:0', ['--weights', 'N2=0']],
    ['weights=N1:10,N2.income:0,N5.age75:7', ['--weights', 'N1=10,N2.income=0,N5.age75=7']],
    ['within=borough:E09000028', ['--scope', 'E09000028']],
    ['within=borough:E09000028&score=iod&weights=N4:9', ['--scope', 'E09000028', '--method', 'iod', '--weights', 'N4=9']],
    ['by=borough', ['--level', 'borough']],
    ['by=borough&score=winsorised&weights=N3:1', ['--level', 'borough', '--method', 'winsorised', '--weights', 'N3=1']],
];

const number = (text) => (text === '' ? NaN : Number(text));

function tableOf(csv) {
    const cells = (line) => [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)|([^,]*)(?:,|$)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    const [header, ...rows] = csv.split('\r\n').filter(Boolean);
    const names = cells(header);
    return rows.map((row) => Object.fromEntries(cells(row).map((cell, i) => [names[i], cell])));
}

let browser;
before(async () => {
    browser = await launch();
});
after(() => browser?.close());

for (const atlas of atlases()) {
    test(`ten views score as the command line does: ${atlas.name}`, async () => {
        const server = await open(atlas.folder);
        const map = await newPage(browser);
        try {
            for (const [view, args] of views) {
                await map.page.goto('about:blank'); // Else another hash alone would load nothing again.
                await map.open(server.origin, `/#v=1&${view}`);
                await map.event('dex-detail');
                const page = await map.page.evaluate(() => {
                    const { codes, overall, rank, band, coverage, leader, second, needs } = document.querySelector('dex-map').scores();
                    const plain = (numbers) => [...numbers];
                    return { codes, overall: plain(overall), rank: plain(rank), band: plain(band), coverage: plain(coverage), leader: plain(leader), second: plain(second), needs: needs.map(plain) };
                });
                const csv = execFileSync(command, ['score', join(atlas.folder, 'atlas'), ...args, '--exact'], { encoding: 'utf8', maxBuffer: 1 << 28 });
                const rows = new Map(tableOf(csv).map((row) => [row.code, row]));
                let compared = 0;
                page.codes.forEach((code, i) => {
                    const row = rows.get(code);
                    if (!row) return assert.ok(Number.isNaN(page.overall[i]), `${view}: ${code} is out of scope`);
                    const same = (name, value) => assert.ok(Object.is(number(row[name]), value), `${view}: ${code} ${name} ${row[name]} is ${value} on the page`);
                    same('overall', page.overall[i]);
                    same('rank', page.rank[i]);
                    same('band', page.band[i]);
                    same('coverage', page.coverage[i]);
                    page.needs.forEach((need, n) => same(`N${n + 1}`, need[i]));
                    const led = [page.leader[i], page.second[i]].filter((need) => !Number.isNaN(need)).map((need) => `N${need + 1}`);
                    assert.equal(row.dominant, led.join(' '), `${view}: ${code}`);
                    compared += 1;
                });
                assert.equal(compared, rows.size, view);
                assert.ok(compared > 0, view);
            }
        } finally {
            await map.close();
            await server.close?.();
        }
    });
}
