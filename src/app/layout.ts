/** At which widths the page takes another form. Our choice: a phone; a laptop where one panel is enough beside the picture. */
export const NARROW = '(max-width: 47.99rem)';
export const ROOMY = '(min-width: 75rem)';
