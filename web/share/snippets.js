// The code that puts a map on somebody's page. Nothing in here knows the page; text in, text out.

import { escape } from '../escape.js';
import { withValue } from '../view.js';

// name="value" for each; a value of true is the name alone, and one of false or undefined nothing.
const attributes = (pairs) =>
    Object.entries(pairs)
        .filter(([, value]) => value !== undefined && value !== false)
        .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`))
        .join('');

/**
 * What stands behind the # of the framed page's address.
 * @param {{ view: string, locked: boolean, controls?: string[] }} setting controls: those that are shown, if not all are
 */
export function frameHash({ view, locked, controls }) {
    const shown = controls && (controls.join() || 'none');
    return withValue(withValue(view, 'locked', locked ? '1' : ''), 'controls', shown);
}

/**
 * @typedef {object} Setting
 * @property {string} view
 * @property {string} title names the map and what it shows
 * @property {boolean} locked
 * @property {string[]} [controls]
 * @property {string} theme empty: as each reader prefers
 * @property {string} width css px, or 100%
 * @property {number} height css px
 * @property {{ url: string, alt: string, width: number, height: number }} [poster] of the place
 *
 * @typedef {{ page: string, frame: string, hostScript: string, element: string, atlas: string }} Addresses
 */

// The picture, and the map's name, as a link to what the map shows: where pictures are taken away the link keeps its words.
function linkedPicture({ view, title, poster }, { page }, more = {}) {
    const { url, alt, width, height } = poster;
    const style = 'display:block;max-width:100%;height:auto;min-height:0;object-fit:contain';
    return `<a${attributes({ ...more, href: `${page}#${view}` })}><img${attributes({ src: url, alt, width, height, style })}>${escape(title)}</a>`;
}

/** One line. The closing tag is written out: a frame that is left open swallows the rest of the page. */
export function frameCode(setting, { frame }, more = {}) {
    const { title, width, height } = setting;
    // As a block it stands where its column does, and not at the edge of the page.
    return `<iframe${attributes({ src: `${frame}#${frameHash(setting)}`, title, width, height, loading: 'lazy', ...more, style: 'border:0;display:block' })}></iframe>`;
}

/** The same, and the script that gives it the height it asks for. */
export const fittingCode = (setting, addresses) => `${frameCode(setting, addresses)}\n<script${attributes({ src: addresses.hostScript, async: true })}></script>`;

/** The element. Where no script runs, the picture in it is what is seen. */
export function elementCode(setting, addresses) {
    const { view, locked, controls, theme, width, height, poster } = setting;
    const { element, atlas } = addresses;
    const map = attributes({
        src: atlas,
        view,
        theme: theme || undefined,
        locked,
        controls: controls?.join(' '),
        style: `display:block;width:${width.endsWith('%') ? width : `${width}px`};height:${height}px`,
    });
    const picture = poster ? linkedPicture(setting, addresses, { slot: 'poster' }) : '';
    return `<script${attributes({ type: 'module', src: element })}></script>\n<dex-map${map}>${picture}</dex-map>`;
}

/** The poster, which leads to the full map; as a figure it may be pasted among paragraphs. */
export const pictureCode = (setting, addresses) => `<figure style="margin:0">${linkedPicture(setting, addresses)}</figure>`;
