// What a table is told: its columns, its order, and the words that it needs.

export interface Column {
  id: string;
  label: string;
  /** A track of CSS grid. */
  width: string;
  /** A number, set at the end of the line. */
  end?: boolean;
  sort?: boolean;
  /** The least width of the table, in pixels, at which the column is shown. */
  from?: number;
}

export interface Order {
  by: string;
  down: boolean;
}

export interface TableWords {
  choose: (name: string) => string;
  chooseAll: string;
}
