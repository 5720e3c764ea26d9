// The index as a person uses it: needs, groups, scope, own weights and back, comparison, need × group, the ranked list.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

const kWide = { width: 1280, height: 820 };
const kNarrow = { width: 390, height: 844 };

for (const { name, folder } of atlases()) {
    for (const [shape, viewport] of Object.entries({ wide: kWide, narrow: kNarrow })) {
        describe(`index, ${name}, ${shape}`, () => {
            const site = served(folder);
            const map = site.visit({ viewport });
            before(async () => {
                if (shape === 'narrow') await map.choose('sheet.size', 'full');
            });

            const texts = async () => (await map.tree()).map(({ name, value }) => `${name} ${value ?? ''}`).join('\n');
            // A list of measures, or a select where the panel is low.
            async function show(measure) {
                if (await map.node(`measure.${measure}`)) await map.press(`measure.${measure}`);
                else await map.choose('measure', measure);
            }
            async function toView() {
                if (await map.node('page.back')) await map.press('page.back');
            }
            const headline = async () => (await map.node('headline')).name;
            const first = async (prefix) => {
                const tree = await map.tree();
                const row = tree.find(({ id }) => id.startsWith(`measure.${prefix}`));
                return row ? row.id.slice('measure.'.length) : tree.find(({ id }) => id === 'measure').options.find(({ value }) => value.startsWith(prefix)).value;
            };

            test('opens with the overall score', async () => {
                assert.match(await headline(), /highest/);
                assert.equal(await map.view(), 'v=1');
            });

            test('a need, and which need stands out', async () => {
                await show('N2');
                assert.match(await map.view(), /show=N2(&|$)/);
                await show('standout');
                assert.match(await headline(), /is the biggest need in [\d,]+ of London’s/);
                const rows = (await map.tree()).filter(({ id }) => /^legend\.\d$/.test(id));
                if (shape === 'wide') assert.equal(rows.length, 6);
            });

            test('need × group: a cell is chosen and said', async () => {
                await map.press('tabs.more');
                await show(await first('N1/'));
                assert.match(await map.view(), /show=N1\/G\./);
                await map.choose('two-way.need', 'N2');
                assert.match(await map.view(), /show=N2\/G\./);
                const cell = (await map.tree()).find(({ id, role }) => /^(legend|strip)\.8$/.test(id) && role === 'button').id;
                await map.choose(cell);
                assert.match(await map.view(), /class=9/);
                assert.match(await texts(), /High need, high share of older people: [\d,]+ /);
                await map.shot(`index-two-way-${shape}`);
                await map.choose(cell);
            });

            test('own weights change the map, say so, show what changed, and go back', async () => {
                await map.press('tabs.need');
                await show('overall');
                await map.press('page.adjust');
                const before = (await map.page.evaluate(() => document.querySelector('dex-map').scores().overall.slice(0, 20))).toString();
                await map.press('weight.N2.less');
                await map.press('weight.N2.less');
                assert.match(await map.view(), /weights=N2:4/);
                await map.choose('weight.N5', '10');
                assert.match(await map.view(), /weights=N2:4,N5:10/);
                const own = (await map.page.evaluate(() => document.querySelector('dex-map').scores().overall.slice(0, 20))).toString();
                assert.notEqual(own, before);
                assert.match(await texts(), /Your own weights/);
                assert.match(await texts(), /moved by a tenth of the ranking or more/);
                await map.shot(`index-adjust-${shape}`);
                await map.press('banner.changed');
                assert.match(await map.view(), /show=moved/);
                assert.match(await headline(), /tenth of the ranking or more/);
                await map.page.reload();
                await map.event('dex-detail');
                await map.loaded();
                assert.match(await map.view(), /show=moved.*weights=N2:4,N5:10/, 'a reload keeps them');
                await map.press('banner.reset');
                assert.equal(await map.view(), 'v=1');
                assert.doesNotMatch(await texts(), /Your own weights/);
            });

            test('another arithmetic and another scope', async () => {
                if (shape === 'narrow') await map.choose('sheet.size', 'full');
                await toView();
                await map.choose('where', (await map.node('where')).options.find(({ label }) => label === 'Southwark').value);
                const within = (await map.node('scope')).options.find(({ label }) => label === 'Southwark').value;
                await map.choose('scope', within);
                assert.match(await map.view(), /within=borough:E09000028/);
                assert.match(await texts(), /Compared within Southwark/);
                await map.shot(`index-within-${shape}`);
                await map.press('page.adjust');
                await map.press('arithmetic.min-max');
                assert.match(await map.view(), /score=min-max/);
                await map.press('banner.reset');
                await toView();
                await map.choose('where', '*');
                assert.equal(await map.view(), 'v=1');
            });

            test('the ranked list turns its pages and selects', async () => {
                await toView();
                await map.press('page.ranked');
                const rows = await map.rows();
                const { areas } = await map.page.evaluate(() => ({ areas: document.querySelector('dex-map').scores().codes.length }));
                assert.equal(rows.length, Math.min(areas, 40));
                assert.match(await texts(), /anks are (by .*, )?among /);
                if (areas > 40) {
                    await map.press('ranked.next');
                    const more = await map.rows();
                    assert.notEqual(more[0].id, rows[0].id);
                }
                await map.press('order.lowest');
                const [lowest] = await map.rows();
                assert.notEqual(lowest.id, rows[0].id);
                await map.choose(lowest.id);
                assert.ok((await map.view()).includes(`area=${lowest.id.slice('ranked.'.length)}`));
                assert.match(await texts(), /(biggest need|need stands out) here/);
                await map.shot(`index-ranked-${shape}`);
            });

            test('a name is found in the ranked list', async () => {
                await toView();
                await map.press('page.ranked');
                const listed = async () => (await map.rows()).map(({ name }) => name);
                const all = await listed();
                const field = map.page.locator('dex-map >> .twin input[type=search]');
                await field.click();
                await map.page.keyboard.type('Ham');
                await map.loaded();
                const found = await listed();
                assert.ok(found.length > 0 && found.every((name) => /ham/i.test(name)), found.join('\n'));
                assert.equal((await map.node('ranked.find')).value, 'Ham');
                await map.shot(`index-ranked-found-${shape}`);
                await map.page.keyboard.type('zz<b>');
                await map.loaded();
                assert.deepEqual(await listed(), []);
                assert.equal((await map.node('ranked.page')).name, 'No matches for “Hamzz<b>” in this list.');
                await map.page.keyboard.press('Escape');
                await map.loaded();
                assert.equal(await field.inputValue(), '');
                assert.deepEqual(await listed(), all, 'Escape empties the field and leaves the list');
            });

            test('three areas stand side by side', async () => {
                await toView();
                const level = (await map.node('by')).options[0].value;
                for (let i = 1; i <= 3; i += 1) {
                    await map.page.evaluate(
                        ([of, at]) => {
                            const element = document.querySelector('dex-map');
                            const kept = /&compare=[^&]*/.exec(element.view)?.[0] ?? '';
                            element.view = `v=1&area=${of}:${element.scores().codes[at]}${kept}`;
                        },
                        [level, i * 5],
                    );
                    await map.loaded();
                    await map.press('card.compare');
                }
                assert.equal((await map.view()).match(/compare=([^&]*)/)[1].split(',').length, 3);
                assert.match(await texts(), /Risk scores from 0 to 10/);
                await map.shot(`index-compare-${shape}`);
                await map.choose('compare.close');
                assert.equal(await map.node('compare.row0'), undefined);
                assert.match(await map.view(), /compare=/, 'closing keeps the areas');
                await map.press('compare.toggle');
                assert.ok(await map.node('compare.row0'));
                await map.choose('compare.clear');
                assert.doesNotMatch(await map.view(), /compare=/);
            });

            test('nobody complained, nobody else was asked', () => {
                assert.deepEqual(map.complaints, []);
                assert.ok(map.requests.every((url) => url.startsWith(site.origin)), map.requests.join('\n'));
            });
        });
    }
}
