// How high a framed map wants to be, and saying so in the four ways that host pages understand.

const kMin = 280;

/**
 * Css px, of the width and of nothing else, so that answering it never changes it.
 * @param {number} width css px
 * @param {boolean} locked without choices
 */
export function heightFor(width, locked) {
    if (locked) return Math.ceil(Math.min(Math.max(width * 0.7 + 90, kMin), 560));
    if (width < 600) return Math.ceil(Math.min(Math.max(width * 1.7, 520), 680));
    return Math.ceil(Math.min(Math.max(width * 0.6, 600), 760));
}

/**
 * The same height as our own message, for AMP, for those that listen for Flourish and its like, and for pym.
 * @param {number} width
 * @param {number} height
 * @param {{ address: string, pymId?: string }} frame
 */
export function heightMessages(width, height, { address, pymId }) {
    const messages = [
        { type: 'dex-height', version: 1, width, height },
        { sentinel: 'amp', type: 'embed-size', height },
        JSON.stringify({ context: 'iframe.resize', src: address, height }),
    ];
    if (pymId) messages.push(['pym', pymId, 'height', height].join('xPYMx'));
    return messages;
}

/**
 * A view that the host page asks for, or undefined where the message is none of ours.
 * @param {MessageEvent} event
 * @param {Window} parent
 */
export function viewAsked({ source, data }, parent) {
    if (source !== parent || data === null || typeof data !== 'object') return undefined;
    const { type, version, view } = data;
    return type === 'dex-view' && version === 1 && typeof view === 'string' && view.length <= 2048 ? view : undefined;
}
