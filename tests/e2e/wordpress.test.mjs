// WordPress as Debian ships it: what an administrator and an author, who may not add HTML, make of the map's codes in the
// block editor, and what their readers see.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { elementCode, fittingCode, frameCode, pictureCode } from '../../web/share/snippets.js';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';
import { missing, wordpress } from './wordpress.mjs';

const [{ folder }] = atlases();
const view = 'v=1&place=borough:E09000028&theme=light';
const codes = { frame: frameCode, fitting: fittingCode, element: elementCode, picture: pictureCode };

// What the dialog gives for the place.
function codesOf(origin) {
    const at = (file) => `${origin}/${file}`;
    const addresses = { page: at('index.html'), frame: at('embed.html'), hostScript: at('host.js'), element: at('dex-map.js'), atlas: at('atlas/atlas.json') };
    const { width, height, posters } = JSON.parse(readFileSync(join(folder, 'atlas', 'posters', 'posters.json'), 'utf8'));
    const { file, alt } = posters.find(({ place }) => place === 'Southwark');
    const poster = { url: at(`atlas/posters/${file}`), alt, width, height };
    const setting = { view, title: 'Digital exclusion in Southwark', locked: false, theme: 'light', width: '100%', height: 640, poster };
    return Object.entries(codes).map(([kind, code]) => [kind, code(setting, addresses)]);
}

// In the editor: a heading that names what follows, and that as a block; without one, an empty paragraph that the keyboard is in.
const addBlock = ([id, type, attributes]) => {
    const { createBlock } = window.wp.blocks;
    const blocks = [createBlock('core/heading', { content: id, anchor: id }), createBlock(type ?? 'core/paragraph', attributes)];
    window.wp.data.dispatch('core/block-editor').insertBlocks(blocks);
    return blocks[1].clientId;
};

// Where the editor has its blocks: since 6.3 in a frame of their own.
async function blocksOf(tab) {
    const kFrame = 'iframe[name="editor-canvas"]';
    await tab.locator(`.wp-block-post-title, ${kFrame}`).first().waitFor();
    const blocks = (await tab.locator(kFrame).count()) > 0 ? tab.frameLocator(kFrame) : tab;
    await blocks.locator('.wp-block-post-title').first().waitFor();
    return blocks;
}

// Who writes pastes each text into a paragraph, and puts each block where it belongs. Returns the address of what is published.
async function published(tab, { blocks, pastes }) {
    const inEditor = await blocksOf(tab);
    for (const block of blocks) await tab.evaluate(addBlock, block);
    for (const [id, text] of pastes) {
        const paragraph = await tab.evaluate(addBlock, [id]);
        const block = inEditor.locator(`#block-${paragraph}`);
        await block.click();
        await tab.evaluate((text) => navigator.clipboard.writeText(text), text);
        await block.press('Control+V');
        await tab.waitForFunction(() => window.wp.data.select('core/editor').getEditedPostContent().trimEnd().split('-->').at(-2).includes('http'));
    }
    return tab.evaluate(async () => {
        window.wp.data.dispatch('core/editor').editPost({ title: 'Maps', status: 'publish' });
        await window.wp.data.dispatch('core/editor').savePost();
        return window.wp.data.select('core/editor').getCurrentPost().link;
    });
}

describe('WordPress', { skip: missing && 'WordPress is not there: tools/setup.mjs unpacks it where apt can download it' }, () => {
    const site = served(folder);
    let wp;
    before(async () => (wp = await wordpress()));
    after(() => wp?.close());

    for (const [person, mayAddHtml] of [['administrator', true], ['author', false]]) {
        describe(`what an ${person} has published`, () => {
            let map;
            before(async () => {
                const all = codesOf(site.origin);
                const place = `${site.origin}/places/E09000028.html`;
                const context = await site.browser.newContext({ viewport: { width: 1300, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
                const tab = await context.newPage();
                tab.setDefaultTimeout(120_000);
                await wp.logIn(tab, person);
                await tab.goto(`${wp.origin}/wp-admin/post-new.php`);
                const address = await published(tab, {
                    blocks: [...all.map(([kind, content]) => [kind, 'core/html', { content }]), ['embed-place', 'core/embed', { url: place }], ['embed-frame', 'core/embed', { url: `${site.origin}/embed.html#${view}` }]],
                    pastes: [...all.map(([kind, code]) => [`pasted-${kind}`, code]), ['pasted-place', place]],
                });
                await context.close();
                map = await site.newPage({ viewport: { width: 1300, height: 900 } });
                await map.open(address, '');
            });
            after(() => map?.close());

            // What stands below a heading, up to the next.
            const below = (id, part = '') => map.page.locator(`h2#${id} + :not(h2)${part}`);
            const framed = async (frame) => {
                await frame.scrollIntoViewIfNeeded();
                return (await frame.elementHandle()).contentFrame();
            };
            // The map in a frame has drawn the place.
            const shows = async (frame) => {
                const inside = await framed(frame);
                await inside.waitForFunction(() => window.seen?.some(({ type }) => type === 'dex-detail'));
                assert.match(await inside.evaluate(() => document.querySelector('dex-map').core.tree.find(({ id }) => id === 'headline').name), /Southwark/);
            };
            // As far left and as far right as the headings of the column.
            const isInColumn = async (what) => {
                const [box, column] = [await what.boundingBox(), await map.page.locator('h2#frame').boundingBox()];
                assert.ok(Math.abs(box.x - column.x) < 2 && box.x + box.width <= column.x + column.width + 2, `${JSON.stringify(box)} in ${JSON.stringify(column)}`);
            };

            test('the code of a frame, in a Custom HTML block', async () => {
                for (const kind of ['frame', 'fitting']) {
                    if (!mayAddHtml) {
                        assert.equal(await below(kind).count(), 0, 'nothing is left of it');
                        continue;
                    }
                    await shows(below(kind));
                    await isInColumn(below(kind));
                }
                if (mayAddHtml) await map.page.waitForFunction(() => document.querySelector('h2#fitting + iframe').style.height);
            });

            test('the code of the element, in a Custom HTML block', async () => {
                const picture = mayAddHtml ? below('element', ' ~ dex-map a img').first() : below('element', ' img');
                assert.match(await picture.getAttribute('alt'), /Southwark/);
                if (mayAddHtml) {
                    const element = map.page.locator('dex-map');
                    await element.scrollIntoViewIfNeeded();
                    await isInColumn(element);
                    await map.event('dex-detail');
                    assert.match((await map.node('headline')).name, /Southwark/);
                } else {
                    await picture.scrollIntoViewIfNeeded();
                    await picture.evaluate((image) => image.decode());
                    const { width, height } = await picture.boundingBox();
                    assert.ok(Math.abs(width / height - 768 / 480) < 0.02, `${width} × ${height}`);
                }
            });

            test('the code of a picture, in a Custom HTML block and in a paragraph', async () => {
                for (const kind of ['picture', 'pasted-picture']) {
                    const link = below(kind, ' a');
                    assert.equal(await link.getAttribute('href'), `${site.origin}/index.html#${view}`);
                    const picture = link.locator('img');
                    await picture.scrollIntoViewIfNeeded();
                    await picture.evaluate((image) => image.decode());
                    await isInColumn(picture);
                    assert.match(await picture.getAttribute('alt'), /Southwark/);
                }
            });

            test('codes of frames and of the element, pasted into a paragraph', async () => {
                for (const kind of ['pasted-frame', 'pasted-fitting']) assert.equal(await below(kind).textContent(), `${site.origin}/embed.html#${view}`);
                assert.equal(await below('pasted-element', ' a').textContent(), 'Digital exclusion in Southwark');
            });

            for (const kind of ['embed-place', 'pasted-place']) {
                test(`the address of a place ${kind === 'embed-place' ? 'in an Embed block' : 'alone on a line'}`, async () => {
                    const frame = below(kind, ' iframe');
                    assert.match(await frame.getAttribute('src'), /embed\.html#v=1&place=borough:E09000028#\?secret=\w+$/);
                    assert.equal(await frame.getAttribute('frameborder'), '0');
                    await shows(frame);
                    await isInColumn(frame);
                    const secret = await frame.getAttribute('data-secret');
                    const answer = await frame.evaluate(
                        (frame, secret) =>
                            new Promise((done) => {
                                addEventListener('message', ({ source, data }) => source === frame.contentWindow && data.secret && done(data));
                                frame.contentWindow.postMessage({ message: 'ready', secret }, '*');
                            }),
                        secret,
                    );
                    assert.deepEqual({ ...answer, value: typeof answer.value }, { message: 'height', value: 'number', secret });
                });
            }

            test('the address of the framed page in an Embed block shows no other place', async () => {
                assert.equal(await below('embed-frame', ' iframe').count(), 0);
                assert.match(await below('embed-frame').textContent(), /embed\.html#v=1&place=borough:E09000028/);
            });

            test('no link is empty', async () => {
                const links = await map.page.locator('.entry-content a').evaluateAll((all) => all.map((link) => [link.href, link.textContent.trim() || link.querySelector('img[alt]')?.alt]));
                assert.ok(links.length >= 3, `${links.length} links`);
                assert.deepEqual(links.filter(([, words]) => !words), []);
            });
        });
    }
});
