// The text of a view for pages that have no program yet: it is split and put together here, and nowhere else outside of
// src/map/view_pairs.cpp. What a choice takes along is the program's to know (Core.editView).

// As src/map/view_pairs.cpp encodes: what the grammar needs for itself, and nothing else that an address can hold.
const encoded = (value) =>
    encodeURIComponent(value)
        .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
        .replace(/%(?:3A|2C|2F|40)/g, decodeURIComponent);

function decoded(value) {
    try {
        return decodeURIComponent(value);
    } catch {
        return undefined;
    }
}

// "by=ward" as ["by", "ward"], the value as it is written.
// Systems that frame the page write their own behind the view, from a second # or a ? on.
const pairsOf = (view) =>
    /^#?([^#?]*)/
        .exec(view)[1]
        .split('&')
        .filter((pair) => pair.includes('='))
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);

const joined = (pairs) => pairs.map((pair) => pair.join('=')).join('&');

/**
 * The value of a key, of which the first counts; undefined where it does not stand in the view, or cannot be read.
 * @param {string} view
 * @param {string} key
 */
export function valueIn(view, key) {
    const pair = pairsOf(view).find(([name]) => name === key);
    return pair && decoded(pair[1]);
}

/**
 * The view with another value of a key, at the end of it; without the key where the value is empty.
 * @param {string} view
 * @param {string} key
 * @param {string} [value]
 */
export function withValue(view, key, value) {
    const others = pairsOf(view).filter(([name]) => name !== key);
    return joined(value ? [...others, [key, encoded(value)]] : others);
}

// A list is separated by commas, the parts of a pair by a colon.
const listed = (value) => (value instanceof Object && !Array.isArray(value) ? Object.entries(value).map((pair) => pair.join(':')) : value);

/**
 * A view as text; what is undefined, null or empty is left out.
 * @param {string | Record<string, unknown> | null | undefined} view
 */
export function viewText(view) {
    if (typeof view === 'string') return view;
    const set = Object.entries(view ?? {}).filter(([, value]) => (value ?? '') !== '');
    return joined(set.map(([key, value]) => [key, encoded(listed(value))]));
}

/**
 * Choices as Core.editView takes them, one after the other; an empty value takes a key back to its default.
 * @param {Record<string, string>} choices
 */
export const editText = (choices) => joined(Object.entries(choices).map(([key, value]) => [key, encoded(value)]));
