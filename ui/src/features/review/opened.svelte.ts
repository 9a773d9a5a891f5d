// Which ratings an editor chose to see before rating: their reading of them is open, also after the window was closed.

const key = 'counterclaim.read-openly';

function stored(): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export class Opened {
  #keys: string[] = $state.raw(stored());

  #name(editor: string | null, claimId: string): string {
    return `${claimId} ${editor ?? ''}`;
  }

  has(editor: string | null, claimId: string): boolean {
    return this.#keys.includes(this.#name(editor, claimId));
  }

  add(editor: string | null, claimId: string): void {
    if (this.has(editor, claimId)) return;
    this.#keys = [...this.#keys, this.#name(editor, claimId)];
    try {
      localStorage.setItem(key, JSON.stringify(this.#keys));
    } catch {
      // Without a place to keep it, it holds as long as the window is open.
    }
  }
}
