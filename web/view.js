// The text of a view for pages that have no program yet: it is split and put together here, and nowhere else outside of
// src/map/view_pairs.cpp. What a choice takes along is the program's to know (Core.editView).

// As src/map/view_pairs.cpp encodes: what the grammar needs for itself and punctuation at the end, and nothing else that an
// address can hold.
const hex = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
const encoded = (value) =>
    encodeURIComponent(value)
        .replace(/[!'()*]/g, hex)
        .replace(/%(?:3A|2C|2F|40)/g, decodeURIComponent)
        .replace(/[.,/]$/, hex);

function decoded(value) {
    try {
        return decodeURIComponent(value);
    } catch {
        return undefined;
    }
}

// "by=ward" as ["by", "ward"], the value as it is written, less what other people's pages add to a link: src/map/view_pairs.h
// says what. More is read by nobody.
const kMax = 2048;
const kEnd = /(?:[ !-$'-,./;<>?[-^`{-}]|%(?:2[027]|3E|60)|%E2%80%..)+$/;
const kPair = /^(?:amp;|[ !-$'-,./;<>?[-^`{-}])*([^=]*)=(.*?)[ !-$'-,./;<>?[-^`{-}]*$/s;
const pairsOf = (view) =>
    /^#?([^#?]*)/
        .exec(view)[1]
        .slice(0, 2 * kMax)
        .replace(kEnd, '')
        .split('&')
        .map((pair) => pair.length <= kMax && kPair.exec(pair))
        .filter(Boolean)
        .map(([, key, value]) => [key.toLowerCase(), value]);

// Ended so that nothing of it is taken for an addition.
const joined = (pairs) => pairs.map((pair) => pair.join('=')).join('&').replace(kEnd, '$&&');

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
