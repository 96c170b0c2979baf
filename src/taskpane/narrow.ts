/** A pane so narrow that what stands side by side goes one below the other: 320 pixels at a zoom of 200 % are 160. */
export const NARROW = '@media (max-width: 240px)';
