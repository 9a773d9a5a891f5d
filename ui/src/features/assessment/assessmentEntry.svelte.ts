import {
  type Assessment,
  type CaseView,
  type ClaimView,
  type Confidence,
  type Likelihood,
  type Requests,
  type ScaleView,
} from '$lib/api/bindings';

const text = (value: string): string | null => value.trim() || null;

/** What is typed in a rating, and what is sent of it. */
export class AssessmentEntry {
  scale = $state('');
  label = $state('');
  likelihood: Likelihood | '' = $state('');
  confidence: Confidence | '' = $state('');
  until = $state('');
  rationale = $state('');
  wouldChange = $state('');
  reason = $state('');

  /** A rating that supersedes another starts from it; a new one from the day that one's last rating weighed evidence up to. */
  constructor(shown: CaseView, me: string | null, supersedes: Assessment | undefined) {
    if (supersedes) {
      this.scale = supersedes.scale_id;
      this.label = supersedes.label_id;
      this.likelihood = supersedes.likelihood ?? '';
      this.confidence = supersedes.confidence ?? '';
      this.until = supersedes.evidence_until;
      this.rationale = supersedes.rationale;
      this.wouldChange = supersedes.would_change ?? '';
    } else {
      this.until = shown.case.assessments.findLast((one) => one.editor_id === me)?.evidence_until ?? '';
    }
  }

  /** Everything typed, for the draft. */
  get fields(): Record<string, string> {
    const { scale, label, likelihood, confidence, until, rationale, wouldChange, reason } = this;
    return { scale, label, likelihood, confidence, until, rationale, wouldChange, reason };
  }

  /** The scale chosen, or the first that fits the claim. */
  chosen(fitting: readonly ScaleView[]): ScaleView | undefined {
    return fitting.find((one) => one.id === this.scale) ?? fitting[0];
  }

  request(view: ClaimView, scale: ScaleView, supersedes: Assessment | undefined): Requests['assessment.add'] {
    return {
      claim_id: view.id,
      scale_id: scale.id,
      label_id: this.label,
      likelihood: this.likelihood || null,
      confidence: this.confidence || null,
      evidence_until: this.until.trim(),
      rationale: this.rationale,
      would_change: text(this.wouldChange),
      supersedes_id: supersedes?.uuid ?? null,
      supersede_reason: supersedes ? this.reason : null,
    };
  }
}
