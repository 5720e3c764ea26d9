// What a keyboard and a screen reader meet in place of the picture: the panels as real elements over the canvas, which
// take no pointers. Those in front of the map and those behind it stand on either side of its stage, in reading order.

import { has, kFocusable, Mirror } from './mirror.js';
import { style } from './twin_style.js';

const kBefore = ['head', 'panel', 'sheet'];
const kOrder = [...kBefore, 'keys', 'moves', 'pointer', 'hint', 'progress', 'card', 'legend', 'strip', 'foot'];

/** The twin of one map. */
export class Semantics extends Mirror {
    #before;
    #after;
    #stage;
    #isModal = false;
    #opener;
    #stopper = new AbortController();

    /** @param {import('./layer.js').Layer} layer */
    constructor(layer) {
        super();
        const { stage, before, after, heading } = layer;
        layer.adopt(style);
        this.#stage = stage;
        this.#before = before;
        this.#after = after;
        this.heading = heading;
        this.listen(before, this.#stopper.signal);
        this.listen(after, this.#stopper.signal);
    }

    stop() {
        this.clear();
        this.#stopper.abort();
        this.#stage.tabIndex = 0;
    }

    /** Brings the elements up to the tree. */
    sync(tree) {
        const way = this.wayTo(this.#activeId());
        const hadCard = this.entries.has('card');
        // The map itself is the stage, search has a field of its own, and a caption is the name of the control beside it.
        const nodes = tree.filter(({ id, role }) => role !== 'application' && id !== 'find-slot' && !id.endsWith('.caption'));
        const ranks = new Map();
        const rankOf = ({ id, parent }) => {
            const named = kOrder.indexOf(id);
            return named >= 0 ? named : (ranks.get(parent) ?? kOrder.length);
        };
        for (const node of nodes) ranks.set(node.id, rankOf(node));
        nodes.sort((a, b) => ranks.get(a.id) - ranks.get(b.id));
        this.mirror(nodes, ({ id, parent }) => {
            if (ranks.has(parent) && !kOrder.includes(id)) return undefined;
            return ranks.get(id) < kBefore.length ? this.#before : this.#after;
        });
        this.#settle(nodes, way, hadCard);
    }

    update(entry) {
        super.update(entry);
        if (entry.kind.endsWith('+')) return;
        // A part that is scrolled out of sight waits inside the map, and is met by the keyboard alone.
        const { node, element } = entry;
        const [x, y, width, height] = node.rect;
        const top = Math.max(0, Math.min(y, this.#stage.clientHeight - height));
        const clipPath = has(node, 'hidden') ? 'inset(50%)' : '';
        Object.assign(element.style, { left: `${x}px`, top: `${top}px`, width: `${width}px`, height: `${height}px`, clipPath });
    }

    // Focus into a dialog that has opened, and on to what comes next when what held it has gone.
    #settle(nodes, way, hadCard) {
        const modal = nodes.find((node) => has(node, 'modal'));
        const ground = modal && this.entries.get(modal.parent).element;
        // The stage hands the pointer on to what is drawn on it.
        const others = [...this.#stage.parentElement.children, ...this.#after.children];
        for (const one of others) one.inert = Boolean(modal) && ![this.#stage, this.#after, ground].includes(one);
        this.#stage.tabIndex = modal ? -1 : 0;
        const wasModal = this.#isModal;
        this.#isModal = Boolean(modal);
        if (modal && !wasModal) {
            this.#opener = way;
            ground.querySelector(kFocusable).focus({ preventScroll: true });
        } else if (way.length > 0 && !this.#activeId()) {
            // A comparison that is put away leaves its button behind.
            const card = !hadCard && way[0] !== 'compare.close' && this.next(['card']);
            const control = card || this.next(wasModal ? this.#opener : way) || this.#stage;
            control.focus({ preventScroll: true });
        }
    }

    #activeId() {
        return this.#stage.getRootNode().activeElement?.dataset.id;
    }
}
