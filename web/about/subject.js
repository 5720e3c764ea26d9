// What a report of something wrong is about, and the host's address with that in it.

import { valueIn } from '../view.js';
import { tell } from './words.js';

const kFields = ['area', 'figure', 'view'];
const kBlank = /(?:\{|%7B)(area|figure|view)(?:\}|%7D)/gi;

/**
 * What a report is about: the area whose card is open, or else the place that is shown.
 * @param {object[]} nodes of dex_text
 * @param {string} view
 * @param {string} link to the view
 */
export function subjectOf(nodes, view, link) {
    const node = (id) => nodes.find((one) => one.id === id) ?? {};
    const said = (id) => node(id).name ?? '';
    const area = said('card.name');
    if (!area) return { area: node('where').value || said('head'), figure: said('headline'), view: link };
    const figure = [said('card.value'), said('card.rank')].filter(Boolean).join('. ');
    return { area: `${area} (${valueIn(view, 'area')})`, figure: `${said('subtitle')}: ${figure}`, view: link };
}

/** A line for each. */
export const listed = (subject) => kFields.map((key) => `${tell(key)}: ${subject[key]}`);

/**
 * The host's address with the subject in it: in place of {area}, {figure} and {view} where it has them; else as subject and
 * body of a mail, or as three more values of its query.
 * @param {string} address
 * @param {{ area: string, figure: string, view: string }} subject
 * @param {string} title
 */
export function addressWith(address, subject, title) {
    const filled = address.replace(kBlank, (_, key) => encodeURIComponent(subject[key.toLowerCase()]));
    if (filled !== address) return filled;
    const url = new URL(address);
    if (url.protocol !== 'mailto:') {
        for (const key of kFields) url.searchParams.set(key, subject[key]);
        return url.href;
    }
    // Mail programs take a plus for a plus.
    const [about, body] = [`${title} ${subject.area}`, [...listed(subject), '', ''].join('\r\n')].map(encodeURIComponent);
    return `${address}${url.search ? '&' : '?'}subject=${about}&body=${body}`;
}
