// A short part of what soak.mjs does for hours.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kCard } from './chromium.mjs';
import { atlases } from './site.mjs';
import { loseCards, soakTwice } from './soak.mjs';
import { served } from './visit.mjs';

const kActions = 60;
const kCycles = 4;
// What the browser compiles on the way counts among scripts.
const kMaxGrowth = { scripts: 1.2, nodes: 1.05, listeners: 1.05 };
// The program's memory never shrinks, and grows by a fifth at a time: as much as it came to in thousands of actions, and a step more.
const kMaxProgram = 72_600_000;
const { name, folder } = atlases().at(-1);

describe(`used for long, ${name}`, () => {
    const site = served(folder);

    test(`${kActions} actions, and the same again: no more is held the second time`, async (t) => {
        const { before, after } = await soakTwice(site.browser, site.origin, kActions);
        t.diagnostic(`${JSON.stringify(before)}, then ${JSON.stringify(after)}`);
        for (const [key, growth] of Object.entries(kMaxGrowth)) assert.ok(after[key] <= before[key] * growth, `${key}: ${before[key]}, then ${after[key]}`);
        assert.ok(after.program <= kMaxProgram, `${after.program} bytes`);
    });
});

describe(`a card that goes away, ${name}`, () => {
    const site = served(folder, kCard);

    test(`${kCycles} times: the same pixels after each`, async () => {
        await loseCards(site.browser, site.origin, kCycles);
    });
});
