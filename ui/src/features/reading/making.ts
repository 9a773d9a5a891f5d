import { type ExcerptAdd, type ExcerptColour } from '$lib/api/bindings';
import { type Picked } from './reading.svelte';

/** What a person wants to make of what was picked out: an excerpt alone, one that bears on a claim, or the words of a statement. */
export type Making = 'excerpt' | 'link' | 'statement';

/** What an excerpt is made of besides what was picked out. */
export interface Described {
  quote: string;
  language: string;
  page: string;
  note: string;
  label: string;
  colour: ExcerptColour;
  translation: string;
  translationLanguage: string;
  translator: string;
  checked: boolean;
}

const text = (typed: string): string | null => typed.trim() || null;

export function described(picked: Picked | null, language: string | null): Described {
  return {
    quote: picked?.quote ?? '',
    language: picked?.language ?? language ?? '',
    page: picked?.page_label ?? '',
    note: '',
    label: '',
    colour: 'yellow',
    translation: '',
    translationLanguage: '',
    translator: '',
    checked: false,
  };
}

export function requestOf(captureId: string, picked: Picked | null, form: Described): ExcerptAdd {
  const translated = text(form.translation);
  // The words around it tell which are meant; where the words were changed by hand, they no longer do.
  const same = picked?.kind === 'text' && picked.quote === form.quote;
  return {
    capture_id: captureId,
    kind: picked?.kind ?? 'text',
    quote: form.quote,
    language: text(form.language),
    page: text(form.page),
    page_number: picked?.page_number ?? null,
    prefix: same ? picked.prefix : null,
    suffix: same ? picked.suffix : null,
    region: picked?.region ?? null,
    from_ms: picked?.from_ms ?? null,
    to_ms: picked?.to_ms ?? null,
    colour: form.colour,
    label: text(form.label),
    note: text(form.note),
    translation: translated,
    translation_language: translated && text(form.translationLanguage),
    translator: translated && text(form.translator),
    translation_status: translated === null ? null : form.checked ? 'checked' : 'draft',
  };
}
