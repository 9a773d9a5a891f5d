import { type Order } from '$shared/table';
import { t } from '$lib/words';
import { filtered, type ItemFilter, type ItemOrder, type ItemRow, noFilter, sorted } from './rows';

/** What a list of items is narrowed to, and its order. */
export class ItemFilterState {
  filter: ItemFilter = $state({ ...noFilter });
  order: Order & { by: ItemOrder } = $state({ by: 'name', down: false });

  get narrowed(): boolean {
    return Object.values(this.filter).some((value) => value !== '');
  }

  clear(): void {
    this.filter = { ...noFilter };
  }

  /** Once sorts up, twice down. Counts begin with the most. */
  sort(by: string): void {
    const order = by as ItemOrder;
    const counts = order === 'copies' || order === 'links' || order === 'statements';
    this.order =
      this.order.by === order ? { by: order, down: !this.order.down } : { by: order, down: counts };
  }

  apply(rows: readonly ItemRow[]): ItemRow[] {
    const { by, down } = this.order;
    return sorted(filtered(rows, this.filter), by, down, (kind) => t.lists.itemKind[kind]);
  }
}
