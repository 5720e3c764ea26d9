// What all dialogs do.

/**
 * A press beside it closes it, as a press anywhere closes a list of the map; its scrollbar and whatever is blank in it lie within.
 * What the keyboard comes to is seen whole: of a field browsers bring only the line with the caret into sight. What is pressed stays
 * where it is.
 * @param {HTMLDialogElement} dialog
 */
export function behave(dialog) {
    let isByKey = false;
    dialog.addEventListener('keydown', () => (isByKey = true));
    dialog.addEventListener('pointerdown', ({ target, clientX: x, clientY: y }) => {
        isByKey = false;
        const { left, right, top, bottom } = dialog.getBoundingClientRect();
        if (target === dialog && (x < left || x >= right || y < top || y >= bottom)) dialog.close();
    });
    dialog.addEventListener('focusin', ({ target }) => isByKey && target.scrollIntoView({ block: 'nearest' }));
}
