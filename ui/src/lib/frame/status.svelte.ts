/** What the footer says of the present screen. A screen sets it and the shell draws it. */
export class Status {
  words = $state('');
  legend = $state(false);

  clear(): void {
    this.words = '';
    this.legend = false;
  }
}
