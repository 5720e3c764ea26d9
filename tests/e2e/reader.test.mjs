// From a place to its answer with a screen reader, by ear and keyboard alone: on the boroughs its transcript is a golden
// that a person has read; over London a postcode leads there, and rules are checked.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { announced, readUntil, startReader } from './reader.mjs';
import { atlases, root } from './site.mjs';
import { served } from './visit.mjs';

// Nobody hears a code without a name, a mark of our own or a sentence that was cut.
const kUnheard = /E0[0-9]{7}|undefined|NaN|[{}<>]|…/;

const goldenOf = (name) => join(root, 'tests', 'golden', `reader-${name}.txt`);

function isGolden(transcript, name) {
    if (process.env.DEX_UPDATE_GOLDENS) writeFileSync(goldenOf(name), transcript);
    assert.equal(transcript, readFileSync(goldenOf(name), 'utf8'));
}

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
            for (const phrase of [...toField, live, ...toCard, ...card]) assert.doesNotMatch(phrase, kUnheard, phrase);
            assert.match(toField.join('\n'), /heading, .+, level 1/);
            assert.match(live, isLondon ? /(highest|lowest) overall risk of/ : /^Southwark/);
            assert.match(card.join('\n'), isLondon ? /SW1A 2AA is in this small area/ : /heading, Southwark, level 2/);
            assert.match(card.join('\n'), /(highest|lowest) overall risk of [\d,]+ (small areas|boroughs) in London/);
            if (!isLondon) isGolden(transcript, 'boroughs');
        });
    });
}

describe('by screen reader, what is taken away', () => {
    const site = served(atlases()[0].folder);

    // The days and the sizes of files are another's on another day and in another browser.
    const lasting = (phrase) => phrase.replace(/\d+ kB/, 'N kB').replace(/Made on .*?(?=[,.]|$)/, 'Made on a day');

    test('each tab, from its name to its end', async () => {
        const map = await site.opened({ path: '/#v=1&area=borough:E09000028' });
        await map.act('card.picture');
        const said = [];
        for (const tab of ['Picture', 'Data', 'Briefing']) {
            await map.page.locator('dex-map >> .take nav').getByRole('button', { name: tab }).click();
            await map.page.locator('dex-map >> .take button.main:not([aria-disabled=true])').waitFor();
            await startReader(map.page, '.take');
            said.push(`# ${tab}`, ...(await readUntil(map.page, /^end of dialog/)), '');
            // Read on, pressed and answered, by ear alone.
            const wanted = { Picture: /^button, Copy alt text/, Data: /^button, Save CSV/, Briefing: /^button, Save briefing/ }[tab];
            await readUntil(map.page, wanted);
            await map.page.evaluate(() => window.reader.act());
            await map.page.locator('dex-map >> .take .said').filter({ hasText: /^(Saved as|Copied|Could not copy)/ }).waitFor();
            assert.equal(await map.page.locator('dex-map >> .take .said').getAttribute('role'), 'status');
            await map.page.evaluate(() => window.reader.stop());
        }
        assert.deepEqual(map.complaints, []);
        await map.close();
        // The first rows of a table hold the codes that will stand in the file, and of a list this reader says the value where
        // others say what is written in it.
        const isExempt = (phrase) => /^(end of )?(row|cell|combobox)|^E0\d+$/.test(phrase);
        for (const phrase of said.filter((phrase) => !isExempt(phrase))) assert.doesNotMatch(phrase, kUnheard, phrase);
        isGolden(said.map(lasting).join('\n'), 'take');
    });
});
