// What axe-core finds in a page.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// Runs in the page. What is clipped away is met by the keyboard alone, and no finger aims at it.
async function run(tags) {
    const { violations: found } = await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], elementRef: true });
    const isTarget = ({ element }) => getComputedStyle(element).clipPath !== 'inset(50%)';
    return found
        .map(({ id, nodes }) => ({ id, nodes: id === 'target-size' ? nodes.filter(isTarget) : nodes }))
        .filter(({ nodes }) => nodes.length > 0)
        .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Violations of WCAG 2.0–2.2 A and AA, each with the elements it was found in. */
export async function violations(page) {
    await page.evaluate(`window.axe || (() => { ${source} })()`);
    return page.evaluate(run, tags);
}
