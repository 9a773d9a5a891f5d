// The drawing is laid out in pixels of letters at 100 % and drawn in rem, so that it grows with the letters.

/** Turns pixels of the screen into those of the drawing, at the size that letters have now. */
export function inUnits(): (pixels: number) => number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return (pixels) => (pixels * 16) / rem;
}
