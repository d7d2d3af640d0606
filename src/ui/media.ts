/** At which widths, with which pointers, and with how much motion the page takes another form. Our choice; as in the style sheets. */

/** A phone: one thing at a time. */
export const NARROW = '(max-width: 47.99rem)';
/** A laptop where one panel is enough beside the picture. */
export const ROOMY = '(min-width: 75rem)';
/** A finger instead of a pointer. */
export const FINGER = '(pointer: coarse)';
/** A finger instead of a pointer or arrow keys, or as little room. */
export const BY_HAND = `${FINGER}, ${NARROW}`;
/** Whoever asks for less motion. */
export const LESS_MOTION = '(prefers-reduced-motion: reduce)';
