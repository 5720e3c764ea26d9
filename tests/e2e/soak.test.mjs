// A short part of what soak.mjs does for hours.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kCard } from './chromium.mjs';
import { atlases } from './site.mjs';
import { kMeasured, loseCards, soakTwice } from './soak.mjs';
import { served } from './visit.mjs';

const kActions = 150;
const kCycles = 4;
const kMaxGrowth = 1.05;
const { name, folder } = atlases().at(-1);

describe(`used for long, ${name}`, () => {
    const site = served(folder);

    test(`${kActions} actions, and the same again: no more memory the second time`, async (t) => {
        const { before, after } = await soakTwice(site.browser, site.origin, kActions);
        t.diagnostic(`${JSON.stringify(before)}, then ${JSON.stringify(after)}`);
        for (const key of kMeasured) assert.ok(after[key] <= before[key] * kMaxGrowth, `${key}: ${before[key]}, then ${after[key]}`);
    });
});

describe(`a card that goes away, ${name}`, () => {
    const site = served(folder, kCard);

    test(`${kCycles} times: the same pixels after each`, async () => {
        await loseCards(site.browser, site.origin, kCycles);
    });
});
