// The dialog of what readers take away, as its tests use it, and what the command line writes of the same atlas.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, root, work } from './site.mjs';


export const dialog = (map) => map.page.locator('dex-map >> dialog');
export const button = (map, name) => dialog(map).getByRole('button', { name, exact: true });
export const field = (map, label) => dialog(map).getByLabel(label, { exact: true });

// What the command line writes of an atlas.
export function written(verb, atlas, out, ...options) {
    const file = join(work, `${verb}.out`);
    mkdirSync(work, { recursive: true });
    execFileSync(command, [verb, atlas, out, file, ...options], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    return readFileSync(file);
}
export const scored = (atlas, ...options) => written('score', atlas, '--csv', '--bom', ...options);
export const exported = (atlas, ...options) => written('export', atlas, '--out', ...options);
export const faces = ['--faces', join(root, 'build', 'faces')];

export async function opened(site, path, tab, options) {
    const map = await site.opened({ path, ...options });
    await map.act('share');
    await dialog(map).waitFor();
    await button(map, tab).click();
    await map.page.locator('dex-map >> dialog.take').waitFor();
    return map;
}

export const enabled = (map, name) => dialog(map).locator('button:not([aria-disabled=true])', { hasText: name }).first().waitFor();

// The file that a button saves, and what it is called.
export async function saved(map, name) {
    await enabled(map, name);
    const coming = map.page.waitForEvent('download');
    await button(map, name).click();
    const download = await coming;
    const file = join(work, `${process.pid}.saved`);
    await download.saveAs(file);
    return { name: download.suggestedFilename(), bytes: readFileSync(file) };
}

export const focused = (map) => map.page.evaluate(() => document.querySelector('dex-map').shadowRoot.activeElement.dataset.id);
export const today = (map) => map.page.evaluate(() => new Date().toLocaleDateString('sv'));
export const copied = (map) => map.page.evaluate(() => navigator.clipboard.readText());

/** The dialog in a frame that may do so much, on a page whose policy keeps it off the clipboard: { map, box }. */
export async function framed(site, sandbox) {
    const frame = `<!doctype html><iframe sandbox="${sandbox}" allow="clipboard-write 'none'" width="1000" height="800" src="/embed.html#v=1&area=borough:E09000028"></iframe>`;
    const map = await site.newPage({});
    await map.page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: frame }));
    await map.open(site.origin, '/host.html');
    const inside = map.page.frameLocator('iframe');
    await inside.locator('dex-map >> [data-id=share]').first().dispatchEvent('click');
    return { map, box: inside.locator('dex-map >> dialog') };
}
