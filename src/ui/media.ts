/** At which widths, and with which pointers, the page takes another form. Our choice; as in the style sheets. */

/** A phone: one thing at a time. */
export const NARROW = '(max-width: 47.99rem)';
/** A laptop where one panel is enough beside the picture. */
export const ROOMY = '(min-width: 75rem)';
/** A finger instead of a pointer or arrow keys. */
export const BY_HAND = `(pointer: coarse), ${NARROW}`;
