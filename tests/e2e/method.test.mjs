// The page about the method, as npm run build makes it of docs/method.md.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { built } from './site.mjs';
import { served } from './visit.mjs';

describe('the page about the method', () => {
    const site = served(built());

    test('is read by axe, fits every width, runs nothing, and leads back to the map', async () => {
        const map = await site.newPage();
        for (const width of [1280, 320]) {
            await map.page.setViewportSize({ width, height: 800 });
            await map.page.goto(`${site.origin}/method.html`);
            assert.equal(await map.page.title(), 'How the figures are worked out');
            assert.ok(await map.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `nothing is wider than ${width} px`);
            assert.equal(await map.page.locator('script').count(), 0);
            assert.deepEqual(await violations(map.page), []);
            await map.shot(`method-${width}`);
        }
        await map.page.goto(`${site.origin}/method.html#how-steady-it-is`);
        assert.ok(await map.page.getByRole('heading', { name: 'How steady it is' }).isVisible());
        assert.equal(await map.page.getByRole('link', { name: 'Back to the map' }).getAttribute('href'), 'index.html');
        assert.deepEqual(map.complaints, []);
        await map.close();
    });
});
