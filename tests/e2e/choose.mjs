// What can be done with a map, chosen by dice: the same each time.

/** Numbers below so many sides, the same for the same seed (mulberry32). */
export function dice(seed) {
    let state = seed;
    return (sides) => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) % sides;
    };
}

// What leads out of the map: another page, a dialog of the page itself, the Text view.
const kOut = /^(full|share|picture|data|text|sources\.page|card\.(help|report|picture|data|briefing)|compare\.(data|briefing)|ranked\.data|(dialog\.)?about|report|retry)/;
const kTyped = ['ham', 'zz', 'b', 'lon'];
const kKeys = ['Enter', ']', '[', '+', '-', 'PageUp', 'PageDown', 'Home', 'Escape', '?'];
const kKeysOfLists = ['ArrowDown', 'PageDown', 'b', '+', 'Enter', 'Escape'];

/** What sort of thing a node is. */
export const kindOf = ({ id, role }) => `${role} ${id.split(/[.:]/)[0]}`;

/** One thing that can be done now, in the map alone; what has not been `used` comes first, every other time. */
export function choose(tree, roll, used) {
    const modal = tree.find(({ state }) => state.includes('modal'));
    const list = tree.find(({ role }) => role === 'listbox');
    const parents = new Map(tree.map(({ id, parent }) => [id, parent]));
    const isIn = (id, part) => id === part || (id && isIn(parents.get(id), part));
    const inside = modal?.id ?? list?.id;
    const can = tree.filter(({ id, actions }) => actions.length > 0 && !kOut.test(id) && (!inside || isIn(id, inside)));
    const keys = (modal ? ['Escape'] : list ? kKeysOfLists : kKeys).map((key) => ({ id: `key.${key}`, role: 'key', key, actions: [] }));
    const all = [...can, ...keys];
    const fresh = all.filter((node) => !used.has(kindOf(node)));
    const from = fresh.length > 0 && roll(2) === 0 ? fresh : can.length > 0 && roll(4) > 0 ? can : all;
    const node = from[roll(from.length)];
    const takes = node.actions.includes('choose') && (!node.actions.includes('press') || roll(3) > 0);
    if (!takes) return { node, value: '' };
    if (node.options) return { node, value: node.options[roll(node.options.length)].value };
    return { node, value: node.role === 'slider' ? String(roll(Number(node.max) + 1)) : kTyped[roll(kTyped.length)] };
}
