/** What was chosen last while this window is open, offered again where the next record is likely to want the same.
 *  It is shown in the form before it is written, and can be changed there. */
class Remembered {
  /** The item that the last statement appears in. */
  item = $state('');
  /** Where one looked last, and up to when. */
  looked = $state('');
  until = $state('');
}

export const remembered = new Remembered();
