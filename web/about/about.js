// About these figures: what they mean in a few words, where they come from, and the way to the method. The words are those of
// the Text view. It is brought when it is first wanted, and the report with it.

import { make } from '../make.js';
import { linkTo, openDialog } from './dialog.js';

export { openReport } from './report.js';

/**
 * @param {import('../layer.js').Layer} layer
 * @param {object[]} nodes of dex_text
 * @param {{ theme: string, opener: string, methodUrl: string }} about
 */
export function openAbout(layer, nodes, { theme, opener, methodUrl }) {
    const named = (id) => nodes.find((node) => node.id === id)?.name ?? '';
    const begun = (start) => nodes.filter(({ id, role }) => id.startsWith(start) && role !== 'heading');
    const texts = begun('about.').filter(({ role }) => role === 'text');
    const sources = begun('source.').map(({ name, value }) => make('li', {}, value ? linkTo(value, name) : name));
    openDialog(
        layer,
        { title: named('about'), theme, opener },
        ...texts.map(({ name }) => make('p', { textContent: name })),
        make('p', {}, linkTo(methodUrl, named('about.method'))),
        make('h3', { textContent: named('sources.title') }),
        make('ul', {}, ...sources),
    );
}
