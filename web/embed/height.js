// How high a framed map wants to be, and saying so in the ways that host pages understand and ask for.

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
 * How hosts know a frame: by its address, and by what pym, WordPress and iframe-resizer call it, where it is theirs.
 * iframe-resizer says so in its first message (sizerIdIn).
 * @typedef {{ address: string, pymId?: string, secret?: string, sizerId?: string }} Frame
 */

/**
 * The same height as our own message, for AMP, for those that listen for Flourish and its like, and for those that know the frame.
 * @param {number} width
 * @param {number} height
 * @param {Frame} frame
 */
export function heightMessages(width, height, { address, pymId, secret, sizerId }) {
    const messages = [
        { type: 'dex-height', version: 1, width, height },
        { sentinel: 'amp', type: 'embed-size', height },
        JSON.stringify({ context: 'iframe.resize', src: address, height }),
    ];
    if (pymId) messages.push(['pym', pymId, 'height', height].join('xPYMx'));
    if (secret) messages.push({ message: 'height', value: height, secret });
    if (sizerId) messages.push(`[iFrameSizer]${sizerId}:${height}:${width}:init`);
    return messages;
}

/** By what WordPress knows the frame: it writes that behind the hash. */
export const secretIn = (hash) => /#\?secret=(\w+)$/.exec(hash)?.[1];

/**
 * By what iframe-resizer knows the frame: it says so when it asks for the height for the first time.
 * @param {unknown} data of a message from the parent
 */
export const sizerIdIn = (data) => (typeof data === 'string' ? /^\[iFrameSizer\]([^:]+):[^:]*:(?:true|false):/.exec(data)?.[1] : undefined);

/**
 * Whether a host asks how high the frame is: one that began to listen when it had been told already.
 * @param {unknown} data of a message from the parent
 * @param {Frame} frame
 */
export function asksForHeight(data, { pymId, secret }) {
    if (typeof data === 'string') return sizerIdIn(data) !== undefined || Boolean(pymId && data.startsWith(`pymxPYMx${pymId}xPYMx`));
    const { type, version, message, secret: told } = data ?? {};
    return (type === 'dex-height' && version === 1) || (message === 'ready' && told !== undefined && told === secret);
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
