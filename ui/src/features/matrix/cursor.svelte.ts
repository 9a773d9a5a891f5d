// The one cell of a grid that has the keyboard. Arrow keys move it and stop at the edges.

export interface Spot {
  row: number;
  column: number;
}

export class Cursor {
  row = $state(0);
  column = $state(0);
  #rows: () => number;
  #columns: () => number;

  constructor(rows: () => number, columns: () => number) {
    this.#rows = rows;
    this.#columns = columns;
  }

  /** True when the key moved the cursor, or would have at an inner place: the page must not scroll then. */
  press(key: string, whole = false, page = 1): boolean {
    const lastRow = Math.max(0, this.#rows() - 1);
    const lastColumn = Math.max(0, this.#columns() - 1);
    const here: Spot = { row: Math.min(this.row, lastRow), column: Math.min(this.column, lastColumn) };
    switch (key) {
      case 'ArrowUp':
        here.row = whole ? 0 : here.row - 1;
        break;
      case 'ArrowDown':
        here.row = whole ? lastRow : here.row + 1;
        break;
      case 'ArrowLeft':
        here.column = whole ? 0 : here.column - 1;
        break;
      case 'ArrowRight':
        here.column = whole ? lastColumn : here.column + 1;
        break;
      case 'Home':
        here.column = 0;
        if (whole) here.row = 0;
        break;
      case 'End':
        here.column = lastColumn;
        if (whole) here.row = lastRow;
        break;
      case 'PageUp':
        here.row -= page;
        break;
      case 'PageDown':
        here.row += page;
        break;
      default:
        return false;
    }
    this.row = Math.min(lastRow, Math.max(0, here.row));
    this.column = Math.min(lastColumn, Math.max(0, here.column));
    return true;
  }

  /** Whether a key is one that moves. */
  moves(key: string): boolean {
    return /^(Arrow(Up|Down|Left|Right)|Home|End|Page(Up|Down))$/.test(key);
  }

  to(row: number, column: number): void {
    this.row = row;
    this.column = column;
  }

  at(row: number, column: number): boolean {
    const lastRow = Math.max(0, this.#rows() - 1);
    const lastColumn = Math.max(0, this.#columns() - 1);
    return row === Math.min(this.row, lastRow) && column === Math.min(this.column, lastColumn);
  }
}
