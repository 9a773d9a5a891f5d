import { type ActKind, type AnswerKind, type ClaimKind, type Wording } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { type Actors, nobody, type TypedActor } from '$features/actor/actors.svelte';

/** Where an answer goes: a point, and the account or finding that gives it. */
export interface AnswerPlace {
  caseId: string;
  pointId: string;
  accountId: string | null;
  findingId: string | null;
}

/** An answer being entered: the claim, the statement behind it, and what it says to the point.
 *  Each part is one operation; what is written already is remembered, so that a refused part can be mended and sent again. */
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

  #claimId: string | undefined;
  #statementId: string | undefined;
  readonly #desk: Desk;
  readonly #actors: Actors;
  readonly #place: AnswerPlace;

  constructor(desk: Desk, actors: Actors, place: AnswerPlace) {
    this.#desk = desk;
    this.#actors = actors;
    this.#place = place;
  }

  /** A statement is recorded when somebody is named or words are given. */
  get hasStatement(): boolean {
    return this.words.trim() !== '' || this.speaker.name.trim() !== '';
  }

  async save(): Promise<void> {
    const claim_id = (this.#claimId ??= await this.#saveClaim());
    if (this.hasStatement) this.#statementId ??= await this.#saveStatement(claim_id);
    await this.#desk.write('answer.add', {
      claim_id,
      point_id: this.#place.pointId,
      kind: this.kind || 'value',
      value: this.value.trim() || null,
      statement_id: this.#statementId ?? null,
    });
  }

  async #saveClaim(): Promise<string> {
    const { caseId, accountId, findingId } = this.#place;
    if (this.claim !== '') {
      if (accountId)
        await this.#desk.write('account_claim.add', { account_id: accountId, claim_id: this.claim });
      return this.claim;
    }
    const { id } = await this.#desk.write('claim.add', {
      case_id: caseId,
      text: this.text,
      kind: this.claimKind || null,
      account_ids: accountId ? [accountId] : null,
      finding_id: findingId,
    });
    return id;
  }

  async #saveStatement(claim_id: string): Promise<string> {
    const { id } = await this.#desk.write('statement.add', {
      case_id: this.#place.caseId,
      speaker_id: (await this.#actors.resolve(this.speaker)) ?? '',
      words: this.words,
      wording: this.wording || null,
      office: this.office.trim() || null,
      date: this.date.trim() || null,
      language: this.language.trim() || null,
      acts: [{ claim_id, kind: this.act || 'asserts' }],
      appearances: this.item ? [{ item_id: this.item }] : null,
    });
    return id;
  }
}
