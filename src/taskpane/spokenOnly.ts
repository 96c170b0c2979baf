/** Not seen, yet heard by those who listen to the page. */
export const SPOKEN_ONLY = {
  clipPath: 'inset(50%)',
  height: '1px',
  overflow: 'hidden',
  position: 'absolute',
  width: '1px',
} as const;
