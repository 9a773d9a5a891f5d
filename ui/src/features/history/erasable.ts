// What can be erased: what a person wrote, never a word of a closed list, a date or a reference. The ledger refuses the rest.
const erasable: Record<string, readonly string[]> = {
  editor: ['name'],
  house: ['name', 'url', 'corrections_url', 'note'],
  case: ['name', 'summary', 'place', 'date_words', 'why'],
  case_name: ['name'],
  tag: ['name'],
  actor: ['name', 'description', 'url'],
  actor_name: ['name'],
  office: ['name'],
  account: ['name', 'summary', 'steelman'],
  item: [
    'name',
    'title',
    'symbol',
    'date_words',
    'url',
    'archive_url',
    'container',
    'place',
    'pages',
    'note',
  ],
  author: ['name'],
  derivation: ['note'],
  capture: ['name', 'how', 'note', 'address', 'final_address', 'tool', 'reason'],
  excerpt: ['quote', 'page', 'prefix', 'suffix', 'note', 'label', 'translation', 'translator'],
  finding: ['name', 'standard'],
  point: ['question', 'note'],
  claim: ['text', 'note'],
  statement: [
    'office',
    'date_words',
    'time_words',
    'venue',
    'words',
    'translation',
    'translator',
    'differs_reason',
    'note',
  ],
  appearance: ['note'],
  answer: ['value', 'note'],
  silence: ['looked'],
  comparison: ['reason'],
  reliability: ['reason'],
  evidence_link: ['note'],
  stance: ['note'],
  scale: ['description'],
  scale_label: ['meaning'],
  assessment: ['rationale', 'would_change', 'supersede_reason'],
  second_reading: ['reason'],
  verdict: ['reason'],
  inquiry: ['sought', 'looked', 'note'],
  reply: ['asked_how', 'words'],
  report: ['reason'],
  event: ['name', 'date_words', 'time_words', 'place', 'note'],
  checklist_line: ['text', 'note'],
  handing_out: ['name'],
  fetch: ['address', 'final_address', 'problem', 'reason'],
  capture_text: ['tool'],
  metadata: ['name', 'value', 'tool'],
  picture_check: ['settings', 'note'],
};

export interface Text {
  field: string;
  text: string;
}

/** The texts of a record that are there to be erased. */
export function texts(table: string, image: unknown): Text[] {
  if (typeof image !== 'object' || image === null) return [];
  const row = image as Record<string, unknown>;
  const gone = typeof row['erased'] === 'string' ? row['erased'].split(',') : [];
  return (erasable[table] ?? []).flatMap((field) => {
    const text = row[field];
    return typeof text === 'string' && text !== '' && !gone.includes(field) ? [{ field, text }] : [];
  });
}
