import {
  type ActKind,
  type AnswerKind,
  type AnswerView,
  type CaseAt,
  type CellStatement,
  type ClaimKind,
  type Requests,
  type Wording,
} from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { t } from '$lib/words';
import { nobody, type TypedActor } from '$features/actor/actors.svelte';

/** Where an answer goes: a point, and the account or finding that gives it. */
export interface AnswerPlace {
  caseId: string;
  pointId: string;
  accountId: string | null;
  findingId: string | null;
}

/** What is there already, where an answer is corrected. */
interface Before {
  answerId: string;
  claimId: string;
  statementId: string | null;
}

/** The fields of an answer as they are typed. */
export type AnswerFields = Pick<
  AnswerEntry,
  | 'claim'
  | 'text'
  | 'claimKind'
  | 'kind'
  | 'value'
  | 'speaker'
  | 'office'
  | 'date'
  | 'words'
  | 'wording'
  | 'language'
  | 'act'
  | 'item'
  | 'known'
  | 'holds'
>;

const text = (value: string): string | null => value.trim() || null;
const quotes = /^\s*[“"«„「].*[”"»“」]\s*$/su;

/** An answer being entered: the claim, the statement behind it, and what it says to the point.
 *  A new one is one operation: one undo takes it back, and a refusal writes nothing and keeps what was typed. */
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
  /** A statement that is there already and says this, too; empty for new words. */
  known = $state('');
  /** Who speaks holds the account from now on. */
  holds = $state(false);

  readonly #desk: Desk;
  readonly #place: AnswerPlace;
  #before: Before | null = null;
  /** The fields as they are in the ledger, to write only what changed. */
  #was: Record<string, unknown> = {};

  constructor(desk: Desk, place: AnswerPlace) {
    this.#desk = desk;
    this.#place = place;
  }

  /** What was typed, to be kept as a draft. */
  get fields(): AnswerFields {
    const { claim, text, claimKind, kind, value, office, date, words, wording, language, act, item } = this;
    const { known, holds } = this;
    const speaker = { ...this.speaker };
    return {
      claim,
      text,
      claimKind,
      kind,
      value,
      speaker,
      office,
      date,
      words,
      wording,
      language,
      act,
      item,
      known,
      holds,
    };
  }

  take(kept: AnswerFields): void {
    Object.assign(this, kept);
  }

  /** Under which name a draft of it is kept. */
  get draftKey(): string {
    const { pointId, accountId, findingId } = this.#place;
    return `cell.fill:${pointId} ${accountId ?? findingId ?? ''} ${this.#before?.answerId ?? ''}`;
  }

  get place(): AnswerPlace {
    return this.#place;
  }

  get correcting(): boolean {
    return this.#before !== null;
  }

  /** A statement is recorded when somebody is named or words are given. */
  get hasStatement(): boolean {
    if (this.known !== '') return false;
    return this.words.trim() !== '' || (this.#place.findingId === null && this.speaker.name.trim() !== '');
  }

  /** The claim as it will be written: as typed, else the words as printed, else the question with its answer. */
  claimText(question: string): string {
    if (this.text.trim() !== '') return this.text;
    if (this.hasStatement && this.words.trim() !== '' && !quotes.test(this.words)) return this.words;
    return this.value.trim() === '' ? '' : t.compare.claimOf(question, this.value.trim());
  }

  /** Words between quotation marks are a quotation; an editor can say otherwise. */
  heed(): void {
    if (this.wording === 'paraphrase' && quotes.test(this.words)) this.wording = 'quotation';
  }

  /** What a finding says is said by its body, on its day, in its item; until somebody says otherwise. */
  of(shown: CaseAt, findingId: string): void {
    const finding = shown.findings.find((one) => one.uuid === findingId);
    const item = shown.items.find((one) => one.uuid === finding?.item_id);
    const body = shown.actors.find((one) => one.uuid === finding?.body_id);
    if (body) this.speaker = { name: body.name, kind: body.kind };
    this.date = finding?.date ?? item?.date ?? '';
    this.item = item?.uuid ?? '';
  }

  /** Takes over what is there, to correct it. */
  correct(answer: AnswerView, shown: CaseAt): void {
    const statement = shown.statements.find((one) => one.uuid === answer.statement?.id);
    const claim = shown.claims.find((one) => one.uuid === answer.claim_id);
    this.#before = { answerId: answer.id, claimId: answer.claim_id, statementId: statement?.uuid ?? null };
    this.text = claim?.text ?? answer.claim;
    this.claimKind = answer.claim_kind;
    this.kind = answer.kind;
    this.value = answer.value ?? '';
    if (statement) {
      const name = shown.actors.find((one) => one.uuid === statement.speaker_id)?.name;
      this.speaker = { ...nobody(), name: name ?? answer.statement?.speaker ?? '' };
      this.office = statement.office ?? '';
      this.date = statement.date ?? '';
      this.words = statement.words;
      this.wording = statement.wording;
      this.language = statement.language ?? '';
    }
    this.#was = { ...this.#answerSet(), ...this.#claimSet(), ...this.#statementSet(this.speaker.name) };
  }

  /** Writes it; `resolve` gives the speaker's record, added if nobody has the name. */
  async save(question = '', resolve?: (speaker: TypedActor) => Promise<string | null>): Promise<void> {
    if (this.#before) return this.#saveCorrection(this.#before, resolve);
    const { caseId, pointId, accountId, findingId } = this.#place;
    const chosen = this.claim !== '';
    await this.#desk.write('cell.fill', {
      case_id: caseId,
      point_id: pointId,
      account_id: accountId,
      finding_id: findingId,
      claim_id: chosen ? this.claim : null,
      text: chosen ? null : this.claimText(question),
      claim_kind: chosen ? null : this.claimKind || null,
      kind: this.kind || 'value',
      value: this.kind === 'value' ? text(this.value) : null,
      statement: this.hasStatement ? this.#statement() : null,
      ...(this.known !== '' ? { statement_id: this.known } : {}),
      ...(this.holds ? { holds: true } : {}),
    });
  }

  #answerSet(): Requests['answer.edit']['set'] {
    return { kind: this.kind || 'value', value: text(this.value) };
  }

  #claimSet(): Record<string, unknown> {
    return { text: this.text, claimKind: this.claimKind || 'factual' };
  }

  #statementSet(speaker: string): Record<string, unknown> {
    return {
      speaker,
      words: this.words,
      wording: this.wording || 'paraphrase',
      office: text(this.office),
      date: text(this.date),
      language: text(this.language),
    };
  }

  /** What differs from what was there; what has been written once is not written again after a refusal. */
  #changed(now: Record<string, unknown>): boolean {
    return Object.entries(now).some(([key, value]) => this.#was[key] !== value);
  }

  async #saveCorrection(
    before: Before,
    resolve?: (speaker: TypedActor) => Promise<string | null>,
  ): Promise<void> {
    const answer = this.#answerSet();
    if (this.#changed(answer as Record<string, unknown>)) {
      await this.#desk.write('answer.edit', { id: before.answerId, set: answer });
      this.#was = { ...this.#was, ...(answer as Record<string, unknown>) };
    }
    const claim = this.#claimSet();
    if (this.#changed(claim)) {
      const set = { text: this.text, kind: this.claimKind || ('factual' as const) };
      await this.#desk.write('claim.edit', { id: before.claimId, set });
      this.#was = { ...this.#was, ...claim };
    }
    const statement = this.#statementSet(this.speaker.name);
    if (!this.#changed(statement) || !this.hasStatement) return;
    const speaker_id = (await resolve?.(this.speaker)) ?? null;
    const fields = Object.fromEntries(Object.entries(statement).filter(([key]) => key !== 'speaker'));
    const set = { ...fields, ...(speaker_id ? { speaker_id } : {}) };
    if (before.statementId) await this.#desk.write('statement.edit', { id: before.statementId, set });
    else {
      const added = await this.#desk.write('statement.add', {
        case_id: this.#place.caseId,
        speaker_id: speaker_id ?? '',
        words: this.words,
        wording: this.wording || 'paraphrase',
        office: text(this.office),
        date: text(this.date),
        language: text(this.language),
        acts: [{ claim_id: before.claimId, kind: this.act || 'asserts' }],
        appearances: this.item ? [{ item_id: this.item }] : [],
      });
      before.statementId = added.id;
    }
    this.#was = { ...this.#was, ...statement };
  }

  #statement(): CellStatement {
    return {
      speaker: this.speaker.name,
      speaker_kind: this.speaker.kind,
      words: this.words,
      wording: this.wording || null,
      office: text(this.office),
      date: text(this.date),
      language: text(this.language),
      act: this.act || null,
      item_id: this.item || null,
    };
  }
}
