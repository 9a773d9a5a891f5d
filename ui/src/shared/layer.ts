// Where a menu or a list that opens above the page has to be drawn.

/** A modal dialog lies above everything else: what opens inside it must be drawn inside it. */
export function layerOf(element: Element | null | undefined): Element {
  return element?.closest('dialog') ?? document.body;
}

/** The direction of the page, for parts that place themselves. */
export function direction(): 'ltr' | 'rtl' {
  return document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
}
