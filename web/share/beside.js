// A press beside a dialog closes it, as a press anywhere closes a list of the map.

/** @param {HTMLDialogElement} dialog its own scrollbar and whatever is blank in it lie within */
export function closeBeside(dialog) {
    dialog.addEventListener('pointerdown', ({ target, clientX: x, clientY: y }) => {
        const { left, right, top, bottom } = dialog.getBoundingClientRect();
        if (target === dialog && (x < left || x >= right || y < top || y >= bottom)) dialog.close();
    });
}
