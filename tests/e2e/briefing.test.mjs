// A briefing as a councillor has it: on a screen, and on one sheet of A4, of more than two areas on two at most.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { launch } from './chromium.mjs';
import { atlas } from '../../tools/atlas.mjs';
import { shots } from './site.mjs';

const root = resolve(import.meta.dirname, '..', '..');

// The embedded boroughs have some thirty files, small areas hundreds.
const kMinFiles = 50;
const hasSmallAreas = existsSync(atlas) && readdirSync(atlas).filter((file) => file.endsWith('.dex')).length >= kMinFiles;

// All but the first are about areas that only London's atlas has.
const kPages = [
    { name: 'briefing', asked: ['--area', 'E09000028'], says: /Southwark[\s\S]*What the figures cannot say[\s\S]*Open Government Licence/ },
    {
        name: 'briefing-compared',
        asked: ['--compared', '--view', 'compare=borough:E09000028,borough:E09000022'],
        says: /Southwark\s+and\s+Lambeth\s+compared[\s\S]*Side by side[\s\S]*Highest-risk small areas[\s\S]*What the figures cannot say[\s\S]*Open Government Licence/,
    },
    {
        // A place beside them, and small areas with long names in both.
        name: 'briefing-wards',
        asked: ['--compared', '--view', 'compare=ward:E05011104,ward:E05011100'],
        says: /London\s+Bridge[\s\S]*Side by side[\s\S]*Highest-risk small areas[\s\S]*What the figures cannot say[\s\S]*Open Government Licence/,
    },
    { name: 'briefing-small', asked: ['--area', 'E01000001'], says: /City of London 001A[\s\S]*What the figures cannot say[\s\S]*Open Government Licence/ },
    {
        // Long names that differ in their brackets alone, and a place beside them.
        name: 'briefing-alike',
        asked: ['--compared', '--view', 'compare=small-area:E01000001,small-area:E01000003'],
        says: /City of London 001A[\s\S]*Side by side[\s\S]*How steady[\s\S]*What the figures cannot say[\s\S]*Open Government Licence/,
    },
    {
        name: 'briefing-mixed',
        asked: ['--compared', '--view', 'compare=borough:E09000028,ward:E05011095,small-area:E01003987,small-area:E01000001'],
        sheets: 2,
        says: /Southwark[\s\S]*Side by side[\s\S]*How steady[\s\S]*What the figures cannot say[\s\S]*Open Government Licence/,
    },
];

for (const [i, { name, asked: options, says, sheets = 1 }] of kPages.entries()) {
    describe(name, { skip: i > 0 && !hasSmallAreas && 'the boroughs alone are here' }, () => {
        let work, browser, html;
        before(async () => {
            work = mkdtempSync(join(tmpdir(), 'dex-briefing-'));
            const file = join(work, 'southwark.html');
            execFileSync(join(root, 'build', 'dex'), ['briefing', atlas, ...options, '--date', '2026-11-29', '--address', 'https://maps.example.org/', '--out', file]);
            html = readFileSync(file, 'utf8');
            browser = await launch();
        });
        after(async () => {
            await browser?.close();
            rmSync(work, { recursive: true, force: true });
        });

        async function open(width) {
            const page = await browser.newPage({ viewport: { width, height: 1000 } });
            const asked = [], complaints = [];
            page.on('console', (message) => complaints.push(message.text()));
            await page.route('**', (route) => (asked.push(route.request().url()), route.fulfill({ contentType: 'text/html', body: html })));
            await page.goto('http://briefing.example/');
            return { page, asked, complaints };
        }

        test('asks for nothing, is read by axe and fits every width', async () => {
            for (const width of [1000, 320]) {
                const { page, asked, complaints } = await open(width);
                assert.deepEqual(asked, ['http://briefing.example/']);
                assert.deepEqual(complaints, []);
                assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `nothing is wider than ${width} px`);
                mkdirSync(shots, { recursive: true });
                await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
                assert.deepEqual(await violations(page), []);
                await page.close();
            }
        });

        test(`is no more than ${sheets} of A4`, async () => {
            const { page } = await open(1000);
            const file = join(shots, `${name}.pdf`);
            writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
            const about = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
            assert.ok(Number(about.match(/^Pages: +(\d+)$/m)[1]) <= sheets, about);
            assert.match(about, /A4/);
            const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
            assert.match(text, says);
            await page.close();
        });
    });
}
