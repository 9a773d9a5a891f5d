import {
  type ActKind,
  type AnswerKind,
  type CellStatement,
  type ClaimKind,
  type Wording,
} from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { nobody, type TypedActor } from '$features/actor/actors.svelte';

/** Where an answer goes: a point, and the account or finding that gives it. */
export interface AnswerPlace {
  caseId: string;
  pointId: string;
  accountId: string | null;
  findingId: string | null;
}

/** An answer being entered: the claim, the statement behind it, and what it says to the point.
 *  All of it is one operation: one undo takes it back, and a refusal writes nothing and keeps what was typed. */
export class AnswerEntry {
  claim = $state('');
  text = $state('');
  claimKind: ClaimKind | '' = $state('factual');
  kind: AnswerKind | '' = $state('value');
  value = $state('');
  speaker: TypedActor = $state(nobody());
  office = $state('');
  date = $state('');
  words = $state('');
  wording: Wording | '' = $state('paraphrase');
  language = $state('');
  act: ActKind | '' = $state('asserts');
  item = $state('');

  readonly #desk: Desk;
  readonly #place: AnswerPlace;

  constructor(desk: Desk, place: AnswerPlace) {
    this.#desk = desk;
    this.#place = place;
  }

  /** A statement is recorded when somebody is named or words are given. */
  get hasStatement(): boolean {
    return this.words.trim() !== '' || this.speaker.name.trim() !== '';
  }

  async save(): Promise<void> {
    const { caseId, pointId, accountId, findingId } = this.#place;
    const known = this.claim !== '';
    await this.#desk.write('cell.fill', {
      case_id: caseId,
      point_id: pointId,
      account_id: accountId,
      finding_id: findingId,
      claim_id: known ? this.claim : null,
      text: known ? null : this.text,
      claim_kind: known ? null : this.claimKind || null,
      kind: this.kind || 'value',
      value: this.value.trim() || null,
      statement: this.hasStatement ? this.#statement() : null,
    });
  }

  #statement(): CellStatement {
    return {
      speaker: this.speaker.name,
      speaker_kind: this.speaker.kind,
      words: this.words,
      wording: this.wording || null,
      office: this.office.trim() || null,
      date: this.date.trim() || null,
      language: this.language.trim() || null,
      act: this.act || null,
      item_id: this.item || null,
    };
  }
}
