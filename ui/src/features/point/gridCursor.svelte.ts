// The one cell of the points grid that has the keyboard. It is kept by what stands there, not by its number,
// so that it stays with its point and account when rows are moved, added or filtered.

/** The row of the heads, and the row that adds a point. */
export const HEAD = 'head';
export const ADD = 'add';
/** The column of the questions, and the one of the findings. */
export const POINT = 'point';
export const FINDINGS = 'findings';

export class GridCursor {
  row = $state(HEAD);
  column = $state(POINT);
  readonly #rows: () => readonly string[];
  readonly #columns: () => readonly string[];
  /** Where it was last, for when its row or column has gone. */
  #lastRow = 0;
  #lastColumn = 0;

  constructor(rows: () => readonly string[], columns: () => readonly string[]) {
    this.#rows = rows;
    this.#columns = columns;
  }

  get rowIndex(): number {
    return place(this.#rows(), this.row, this.#lastRow);
  }

  get columnIndex(): number {
    return place(this.#columns(), this.column, this.#lastColumn);
  }

  /** The row and the column that have it, as they are there now. */
  readonly #hereRow = $derived.by(() => this.#rows()[this.rowIndex]);
  readonly #hereColumn = $derived.by(() => this.#columns()[this.columnIndex]);

  at(row: string, column: string): boolean {
    return this.#hereRow === row && this.#hereColumn === column;
  }

  to(row: string, column: string): void {
    this.row = row;
    this.column = column;
    this.#remember();
  }

  /** True when the key is one that moves in the grid: the page must not scroll then. */
  press(key: string, whole: boolean, page = 8): boolean {
    const rows = this.#rows();
    const columns = this.#columns();
    const lastRow = rows.length - 1;
    const lastColumn = columns.length - 1;
    let row = this.rowIndex;
    let column = this.columnIndex;
    switch (key) {
      case 'ArrowUp':
        row = whole ? 0 : row - 1;
        break;
      case 'ArrowDown':
        row = whole ? lastRow : row + 1;
        break;
      case 'ArrowLeft':
        column = whole ? 0 : column - 1;
        break;
      case 'ArrowRight':
        column = whole ? lastColumn : column + 1;
        break;
      case 'PageUp':
        row -= page;
        break;
      case 'PageDown':
        row += page;
        break;
      case 'Home':
        column = 0;
        if (whole) row = 0;
        break;
      case 'End':
        column = lastColumn;
        if (whole) row = lastRow;
        break;
      default:
        return false;
    }
    this.to(
      rows[Math.min(lastRow, Math.max(0, row))] ?? HEAD,
      columns[Math.min(lastColumn, Math.max(0, column))] ?? POINT,
    );
    return true;
  }

  /** Notes where it stands, and steps onto the nearest place when what it stood on has gone. */
  settle(): void {
    const row = this.#rows()[this.rowIndex];
    const column = this.#columns()[this.columnIndex];
    if (row !== undefined && row !== this.row) this.row = row;
    if (column !== undefined && column !== this.column) this.column = column;
    this.#remember();
  }

  #remember(): void {
    this.#lastRow = this.rowIndex;
    this.#lastColumn = this.columnIndex;
  }
}

function place(order: readonly string[], key: string, last: number): number {
  const index = order.indexOf(key);
  return index >= 0 ? index : Math.max(0, Math.min(last, order.length - 1));
}
