// What all dialogs do.

/**
 * A press beside it closes it, as a press anywhere closes a list of the map; its scrollbar and whatever is blank in it lie within.
 * What gets the focus is seen whole: of a field browsers bring only the line with the caret into sight.
 * @param {HTMLDialogElement} dialog
 */
export function behave(dialog) {
    dialog.addEventListener('pointerdown', ({ target, clientX: x, clientY: y }) => {
        const { left, right, top, bottom } = dialog.getBoundingClientRect();
        if (target === dialog && (x < left || x >= right || y < top || y >= bottom)) dialog.close();
    });
    dialog.addEventListener('focusin', ({ target }) => target.scrollIntoView({ block: 'nearest' }));
}
