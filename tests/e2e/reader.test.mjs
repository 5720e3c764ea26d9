// From a place to its answer with a screen reader, by ear and keyboard alone: on the boroughs its transcript is a golden
// that a person has read; over London a postcode leads there, and rules are checked.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { announced, readUntil, startReader } from './reader.mjs';
import { atlases, root } from './site.mjs';
import { served } from './visit.mjs';

const golden = join(root, 'tests', 'golden', 'reader-boroughs.txt');

for (const { name, folder } of atlases()) {
    const isLondon = name !== 'boroughs';
    describe(`by screen reader, ${name}`, () => {
        const site = served(folder);

        test('from a place to its answer', async () => {
            const map = await site.newPage();
            const { page } = map;
            await map.open(site.origin);
            await map.event('dex-detail');
            await map.loaded();
            await startReader(page);
            const toField = await readUntil(page, /Find a place/);
            await page.getByRole('combobox', { name: 'Find a place' }).focus();
            await page.keyboard.type(isLondon ? 'SW1A 2AA' : 'Southwark');
            await page.keyboard.press('Enter');
            await map.event('dex-select');
            await map.settled();
            const live = await announced(page);
            const toCard = await readUntil(page, /^region, Selected area/);
            const card = await readUntil(page, /^end of region, Selected area/);
            assert.deepEqual(map.complaints, []);
            await map.close();

            const transcript = [...toField, '', `announced: ${live}`, '', ...toCard, ...card].join('\n') + '\n';
            // Nobody hears a code without a name, a mark of our own or a sentence that was cut.
            for (const phrase of [...toField, live, ...toCard, ...card]) assert.doesNotMatch(phrase, /E0[0-9]{7}|undefined|NaN|[{}<>]|…/, phrase);
            assert.match(toField.join('\n'), /heading, .+, level 1/);
            assert.match(live, isLondon ? /(highest|lowest) overall risk of/ : /^Southwark/);
            assert.match(card.join('\n'), isLondon ? /SW1A 2AA is in this small area/ : /heading, Southwark, level 2/);
            assert.match(card.join('\n'), /(highest|lowest) overall risk of [\d,]+ (small areas|boroughs) in London/);
            if (isLondon) return;
            if (process.env.DEX_UPDATE_GOLDENS) writeFileSync(golden, transcript);
            assert.equal(transcript, readFileSync(golden, 'utf8'));
        });
    });
}
