// The Text view of an atlas's default view, made by the program itself: atlas/text.json for readers whose browser cannot
// run the program, and the same as HTML for those without JavaScript.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Again, Core, EventKind, Mail } from '../web/core.js';
import { viewText } from '../web/view.js';
import { root } from './run.mjs';

const wide = { width: 1280, height: 800 };

// Plays the page without a picture until the map asks for nothing more.
function settle(core, bring) {
    for (let nowMs = 0, bits = Again; bits & (Again | Mail) && nowMs < 60_000; nowMs += 16) {
        bits = core.frame(nowMs);
        for (let event; (event = core.next()); ) {
            if (event.kind === EventKind.want) bring(event.text);
            if (event.kind === EventKind.error) throw new Error(event.text);
        }
    }
}

// What needs the program is left out: the rest is read, sorted and filtered without it.
function withoutActions(nodes) {
    const left = new Set(nodes.filter(({ role }) => /^(radio|radiogroup|group|combobox|button)$/.test(role)).map(({ id }) => id));
    return nodes.filter(({ id, parent }) => !left.has(id) && !left.has(parent)).map((node) => ({ ...node, actions: [], state: [] }));
}

// The whole and the areas of the topmost level, each with the view that shows it.
function placesIn(nodes) {
    const optionsOf = (id) => nodes.find((node) => node.id === id).options;
    const level = optionsOf('by').at(-1).value;
    return optionsOf('where').map(({ value, label }, i) => ({ name: label, view: viewText({ place: i === 0 ? '' : `${level}:${value}` }) }));
}

/** The default view of the atlas in a folder: the nodes of dex_text, and the places that there are with the headline and sentence of each. */
export async function textOfAtlas(folder, bin = join(root, 'build', 'wasm', 'bin')) {
    const { default: createModule } = await import(pathToFileURL(join(bin, 'dex.mjs')));
    const wasm = await WebAssembly.compile(readFileSync(join(bin, 'dex.wasm')));
    const trapped = (error) => {
        throw error;
    };
    const core = await Core.create(createModule, wasm, undefined, { trapped });
    const bring = (name) => core.supply(name, readFileSync(join(folder, name)));
    core.resize(wide.width, wide.height, 1, 1);
    const { head, first } = JSON.parse(readFileSync(join(folder, 'atlas.json'), 'utf8'));
    for (const name of [head, ...first]) bring(name);
    // Asked for once, so that the figures are brought.
    void core.text;
    settle(core, bring);
    const nodes = core.text;
    const places = placesIn(nodes).map((place) => {
        core.setView(place.view);
        settle(core, bring);
        return { ...place, says: wordsOf(core.text) };
    });
    core.destroy();
    return { nodes: withoutActions(nodes), places };
}

const wordsOf = (nodes) => ['headline', 'subtitle'].map((id) => nodes.find((node) => node.id === id)?.name ?? '');

export const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const cells = (options, tag = 'td') => options.map(({ label }) => `<${tag}>${escape(label)}</${tag}>`).join('');

function tableHtml(table, rows) {
    const body = rows.map(({ name, options }) => `<tr><th scope="row">${escape(name)}</th>${cells(options)}</tr>`);
    // In a narrow window it scrolls by itself, by keyboard too.
    const open = `<div class="table" role="region" tabindex="0" aria-label="${escape(table.name)}">`;
    return `${open}<table><caption>${escape(table.name)}</caption><thead><tr>${cells(table.options, 'th scope="col"').replaceAll('</th scope="col">', '</th>')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

/** The same as a piece of HTML: headline and sentence, which may be those of one place, a picture that is handed in, the table, sources. */
export function htmlOf(nodes, picture = '', says = wordsOf(nodes)) {
    const textOf = (id) => escape(nodes.find((node) => node.id === id)?.name ?? '');
    const tables = nodes.filter(({ role }) => role === 'table').map((table) => tableHtml(table, nodes.filter(({ parent }) => parent === table.id)));
    const [headline, sentence] = says.map(escape);
    return `<h1>${headline}</h1><p>${sentence}</p>${picture}${tables.join('')}<p>${textOf('sources')}</p>`;
}
