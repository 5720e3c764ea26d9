// Something wrong here? What the host is to hear of it, filled in and shown before anything goes anywhere.

import { make } from '../make.js';
import { linkTo, openDialog } from './dialog.js';
import { addressWith, listed, subjectOf } from './subject.js';
import { tell } from './words.js';

/**
 * @param {import('../layer.js').Layer} layer
 * @param {import('../core.js').Core} core
 * @param {{ theme: string, opener: string, address: string, pageUrl: string }} report address: the host's
 */
export function openReport(layer, core, { theme, opener, address, pageUrl }) {
    const nodes = core.text;
    const title = nodes.find(({ id }) => id === 'report')?.name ?? '';
    const subject = subjectOf(nodes, core.view, `${pageUrl}#${core.link()}`);
    const { protocol, pathname, host } = new URL(address);
    const isMail = protocol === 'mailto:';
    const text = make('textarea', { readOnly: true, rows: 6, id: 'about-report', className: 'code', value: listed(subject).join('\n') });
    openDialog(
        layer,
        { title, theme, opener },
        make('p', { textContent: tell('lead') }),
        make('label', { htmlFor: text.id, textContent: tell('filled') }),
        text,
        make('p', {}, linkTo(addressWith(address, subject, title), tell(isMail ? 'mail' : 'page', { where: isMail ? decodeURIComponent(pathname) : host }), 'main')),
    );
}
