//! A builder of cases: each call adds one record and gives its identity.

use claims::case_at::CaseAt;
use claims::ids::*;
use claims::records::*;
use claims::words::*;
use uuid::Uuid;

/// A case under construction.
pub struct Build {
    pub case: CaseAt,
    next: u128,
    case_id: CaseId,
}

/// What evidence bears on.
#[derive(Clone, Copy)]
pub enum To {
    Claim(ClaimId),
    Account(AccountId),
    Item(ItemId),
    Link(EvidenceLinkId),
}

fn text(words: &str) -> Option<String> {
    (!words.is_empty()).then(|| words.to_owned())
}

impl Build {
    pub fn new() -> Self {
        let case_id = CaseId(Uuid::from_u128(1));
        let case = Case {
            uuid: case_id,
            name: "An event".to_owned(),
            summary: None,
            place: None,
            date: Some("2017-04-04".to_owned()),
            date_words: None,
            why: None,
            status: CaseStatus::Open,
            assignee_id: None,
            language: None,
            example: false,
            archived: false,
            trashed: false,
            erased: None,
        };
        let case = CaseAt {
            operation: OperationId(Uuid::from_u128(2)),
            time: "2026-01-01T00:00:00Z".to_owned(),
            known_by: None,
            case,
            names: vec![],
            tags: vec![],
            house: None,
            editors: vec![],
            actors: vec![],
            actor_names: vec![],
            offices: vec![],
            reliabilities: vec![],
            accounts: vec![],
            holders: vec![],
            findings: vec![],
            points: vec![],
            claims: vec![],
            account_claims: vec![],
            statements: vec![],
            acts: vec![],
            appearances: vec![],
            carriers: vec![],
            answers: vec![],
            silences: vec![],
            comparisons: vec![],
            items: vec![],
            authors: vec![],
            derivations: vec![],
            captures: vec![],
            excerpts: vec![],
            capture_texts: vec![],
            metadata: vec![],
            picture_checks: vec![],
            fetches: vec![],
            links: vec![],
            stances: vec![],
            relevances: vec![],
            credibilities: vec![],
            scales: vec![],
            labels: vec![],
            assessments: vec![],
            second_readings: vec![],
            verdicts: vec![],
            inquiries: vec![],
            replies: vec![],
            events: vec![],
            checklist: vec![],
            handings_out: vec![],
            reports: vec![],
            report_files: vec![],
            undated: vec![],
        };
        Build { case, next: 100, case_id }
    }

    fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    pub fn editor(&mut self, name: &str) -> EditorId {
        let uuid = EditorId(self.id());
        self.case.editors.push(Editor { uuid, name: name.to_owned(), trashed: false, erased: None });
        uuid
    }

    pub fn actor(&mut self, name: &str) -> ActorId {
        let uuid = ActorId(self.id());
        let kind = ActorKind::Person;
        let (name, trashed) = (name.to_owned(), false);
        self.case.actors.push(Actor {
            uuid,
            name,
            kind,
            description: None,
            url: None,
            trashed,
            erased: None,
        });
        uuid
    }

    pub fn account(&mut self, name: &str, holders: &[ActorId]) -> AccountId {
        let uuid = AccountId(self.id());
        self.case.accounts.push(Account {
            uuid,
            case_id: self.case_id,
            name: name.to_owned(),
            summary: None,
            steelman: None,
            position: None,
            trashed: false,
            erased: None,
        });
        for actor_id in holders {
            let holder = HolderId(self.id());
            self.case.holders.push(Holder {
                uuid: holder,
                case_id: self.case_id,
                account_id: uuid,
                actor_id: *actor_id,
                from_date: None,
                to_date: None,
                trashed: false,
                erased: None,
            });
        }
        uuid
    }

    pub fn point(&mut self, question: &str) -> PointId {
        let uuid = PointId(self.id());
        let position = format!("P{:04}", self.case.points.len());
        self.case.points.push(Point {
            uuid,
            case_id: self.case_id,
            question: question.to_owned(),
            note: None,
            position,
            trashed: false,
            erased: None,
        });
        uuid
    }

    pub fn item(&mut self, name: &str, date: &str) -> ItemId {
        let uuid = ItemId(self.id());
        self.case.items.push(Item {
            uuid,
            name: name.to_owned(),
            kind: ItemKind::NewsArticle,
            title: None,
            publisher_id: None,
            symbol: None,
            date: text(date),
            date_words: None,
            public_date: None,
            url: None,
            archive_url: None,
            archive_date: None,
            archive: None,
            language: None,
            container: None,
            place: None,
            pages: None,
            accessed: None,
            reading: Reading::Read,
            note: None,
            trashed: false,
            erased: None,
        });
        uuid
    }

    pub fn excerpt(&mut self, item: ItemId, quote: &str) -> ExcerptId {
        let capture_id = CaptureId(self.id());
        let editor_id = EditorId(Uuid::from_u128(9));
        self.case.captures.push(Capture {
            uuid: capture_id,
            item_id: item,
            sha256: "0".repeat(64),
            size: 1,
            media_type: "text/plain".to_owned(),
            name: "notes.txt".to_owned(),
            captured: "2026-01-01T00:00:00Z".to_owned(),
            how: "attached".to_owned(),
            editor_id,
            note: None,
            address: None,
            final_address: None,
            tool: None,
            reason: None,
            part: None,
            made_from_id: None,
            pdq: None,
            pdq_quality: None,
            trashed: false,
            erased: None,
        });
        let uuid = ExcerptId(self.id());
        self.case.excerpts.push(Excerpt {
            uuid,
            capture_id,
            quote: quote.to_owned(),
            language: None,
            page: None,
            prefix: None,
            suffix: None,
            start: None,
            stop: None,
            note: None,
            kind: ExcerptKind::Text,
            page_number: None,
            region: None,
            from_ms: None,
            to_ms: None,
            text_sha256: None,
            colour: None,
            label: None,
            translation: None,
            translation_language: None,
            translator: None,
            translation_status: None,
            trashed: false,
            erased: None,
        });
        uuid
    }

    pub fn finding(&mut self, name: &str, body: ActorId, date: &str) -> FindingId {
        let uuid = FindingId(self.id());
        self.case.findings.push(Finding {
            uuid,
            case_id: self.case_id,
            name: name.to_owned(),
            body_id: body,
            item_id: None,
            date: text(date),
            standard: None,
            position: None,
            trashed: false,
            erased: None,
        });
        uuid
    }

    /// A factual claim, in an account if one is given.
    pub fn claim(&mut self, words: &str, account: Option<AccountId>) -> ClaimId {
        let uuid = ClaimId(self.id());
        self.case.claims.push(Claim {
            uuid,
            case_id: self.case_id,
            text: words.to_owned(),
            kind: ClaimKind::Factual,
            claimant_id: None,
            finding_id: None,
            language: None,
            note: None,
            trashed: false,
            erased: None,
        });
        if let Some(account_id) = account {
            self.share(uuid, account_id);
        }
        uuid
    }

    pub fn share(&mut self, claim_id: ClaimId, account_id: AccountId) {
        let uuid = AccountClaimId(self.id());
        let case_id = self.case_id;
        self.case.account_claims.push(AccountClaim {
            uuid,
            case_id,
            account_id,
            claim_id,
            trashed: false,
            erased: None,
        });
    }

    pub fn claim_of_finding(&mut self, words: &str, finding: FindingId) -> ClaimId {
        let uuid = self.claim(words, None);
        self.case.claims.last_mut().expect("just added").finding_id = Some(finding);
        uuid
    }

    /// A statement that does something to a claim, in an item if one is given.
    pub fn says(
        &mut self,
        speaker: ActorId,
        date: &str,
        kind: ActKind,
        claim: ClaimId,
        item: Option<ItemId>,
    ) -> StatementId {
        let uuid = StatementId(self.id());
        let case_id = self.case_id;
        self.case.statements.push(Statement {
            uuid,
            case_id,
            speaker_id: speaker,
            office: None,
            on_behalf_id: None,
            date: text(date),
            date_words: None,
            earliest: None,
            latest: None,
            zone: None,
            time_words: None,
            venue: None,
            words: format!("words {}", self.next),
            wording: Wording::Quotation,
            language: None,
            spoken_language: None,
            translation: None,
            translation_language: None,
            translator: None,
            translation_status: None,
            differs_from_id: None,
            differs_reason: None,
            note: None,
            trashed: false,
            erased: None,
        });
        let act = ActId(self.id());
        self.case.acts.push(Act {
            uuid: act,
            case_id,
            statement_id: uuid,
            claim_id: claim,
            kind,
            trashed: false,
            erased: None,
        });
        if let Some(item_id) = item {
            let appearance = AppearanceId(self.id());
            self.case.appearances.push(Appearance {
                uuid: appearance,
                case_id,
                statement_id: uuid,
                item_id,
                excerpt_id: None,
                note: None,
                trashed: false,
                erased: None,
            });
        }
        uuid
    }

    pub fn answer(&mut self, claim: ClaimId, point: PointId, value: &str) -> AnswerId {
        let kind = if value.is_empty() { AnswerKind::Denial } else { AnswerKind::Value };
        self.answer_in(claim, point, kind, value, None)
    }

    pub fn answer_in(
        &mut self,
        claim_id: ClaimId,
        point_id: PointId,
        kind: AnswerKind,
        value: &str,
        statement_id: Option<StatementId>,
    ) -> AnswerId {
        let uuid = AnswerId(self.id());
        let case_id = self.case_id;
        let value = text(value);
        let (note, trashed, erased) = (None, false, None);
        self.case.answers.push(Answer {
            uuid,
            case_id,
            claim_id,
            point_id,
            kind,
            value,
            statement_id,
            note,
            trashed,
            erased,
        });
        uuid
    }

    /// A new claim of an account with one statement and one answer.
    pub fn given(
        &mut self,
        account: AccountId,
        speaker: ActorId,
        date: &str,
        point: PointId,
        value: &str,
    ) -> (ClaimId, AnswerId) {
        let claim = self.claim(&format!("claim: {value}"), Some(account));
        self.says(speaker, date, ActKind::Asserts, claim, None);
        let answer = self.answer(claim, point, value);
        (claim, answer)
    }

    pub fn silence(&mut self, account_id: AccountId, point_id: PointId, until: &str) -> SilenceId {
        let uuid = SilenceId(self.id());
        let editor_id = EditorId(Uuid::from_u128(9));
        self.case.silences.push(Silence {
            uuid,
            case_id: self.case_id,
            account_id,
            point_id,
            looked: "the report".to_owned(),
            until: until.to_owned(),
            editor_id,
            trashed: false,
            erased: None,
        });
        uuid
    }

    pub fn compare(
        &mut self,
        answer_id: AnswerId,
        other_id: AnswerId,
        relation: Option<Relation>,
        supersedes_id: Option<ComparisonId>,
    ) -> ComparisonId {
        let uuid = ComparisonId(self.id());
        self.case.comparisons.push(Comparison {
            uuid,
            case_id: self.case_id,
            answer_id,
            other_id,
            relation,
            reason: "because".to_owned(),
            editor_id: EditorId(Uuid::from_u128(9)),
            supersedes_id,
            trashed: false,
            erased: None,
        });
        uuid
    }

    pub fn link_item(&mut self, item: ItemId, to: To) -> EvidenceLinkId {
        let uuid = EvidenceLinkId(self.id());
        self.case.links.push(EvidenceLink {
            uuid,
            case_id: self.case_id,
            from_item_id: Some(item),
            from_excerpt_id: None,
            from_claim_id: None,
            to_claim_id: if let To::Claim(id) = to { Some(id) } else { None },
            to_account_id: if let To::Account(id) = to { Some(id) } else { None },
            to_item_id: if let To::Item(id) = to { Some(id) } else { None },
            to_link_id: if let To::Link(id) = to { Some(id) } else { None },
            note: None,
            trashed: false,
            erased: None,
        });
        uuid
    }

    pub fn link_claim(&mut self, claim: ClaimId, to: To) -> EvidenceLinkId {
        let uuid = self.link_item(ItemId(Uuid::from_u128(0)), to);
        let link = self.case.links.last_mut().expect("just added");
        link.from_item_id = None;
        link.from_claim_id = Some(claim);
        uuid
    }

    pub fn link_excerpt(&mut self, excerpt: ExcerptId, to: To) -> EvidenceLinkId {
        let uuid = self.link_item(ItemId(Uuid::from_u128(0)), to);
        let link = self.case.links.last_mut().expect("just added");
        link.from_item_id = None;
        link.from_excerpt_id = Some(excerpt);
        uuid
    }

    pub fn stance(
        &mut self,
        link_id: EvidenceLinkId,
        editor_id: EditorId,
        value: Option<StanceValue>,
        supersedes_id: Option<StanceId>,
    ) -> StanceId {
        let uuid = StanceId(self.id());
        let (case_id, note, trashed, erased) = (self.case_id, None, false, None);
        self.case.stances.push(Stance {
            uuid,
            case_id,
            link_id,
            editor_id,
            value,
            note,
            supersedes_id,
            trashed,
            erased,
        });
        uuid
    }

    pub fn weigh(
        &mut self,
        link_id: EvidenceLinkId,
        credibility: Option<u8>,
        relevance: Option<RelevanceValue>,
    ) {
        let (case_id, editor_id) = (self.case_id, EditorId(Uuid::from_u128(9)));
        let (trashed, supersedes_id) = (false, None);
        let uuid = CredibilityId(self.id());
        let value = credibility;
        self.case.credibilities.push(Credibility {
            uuid,
            case_id,
            link_id,
            editor_id,
            value,
            supersedes_id,
            trashed,
            erased: None,
        });
        let uuid = RelevanceId(self.id());
        let (value, supersedes_id) = (relevance, None);
        self.case.relevances.push(Relevance {
            uuid,
            case_id,
            link_id,
            editor_id,
            value,
            supersedes_id,
            trashed,
            erased: None,
        });
    }

    pub fn derive(&mut self, item: ItemId, from: ItemId) {
        let uuid = DerivationId(self.id());
        self.case.derivations.push(Derivation {
            uuid,
            item_id: Some(item),
            actor_id: None,
            from_item_id: Some(from),
            from_actor_id: None,
            kind: DerivationKind::Copies,
            note: None,
            trashed: false,
            erased: None,
        });
    }

    /// The default scale; gives its identity and those of its labels, best first.
    pub fn scale(&mut self) -> (ScaleId, Vec<ScaleLabelId>) {
        let preset = claims::scales::presets().remove(0);
        let scale_id = ScaleId(self.id());
        self.case.scales.push(Scale {
            uuid: scale_id,
            name: preset.name.to_owned(),
            version: preset.version,
            description: None,
            supersedes_id: None,
            for_law: false,
            preset: true,
            trashed: false,
            erased: None,
        });
        let mut labels = Vec::new();
        for (place, label) in preset.labels.iter().enumerate() {
            let uuid = ScaleLabelId(self.id());
            labels.push(uuid);
            self.case.labels.push(ScaleLabel {
                uuid,
                scale_id,
                name: label.name.to_owned(),
                number: label.number,
                meaning: None,
                position: format!("L{place}"),
                trashed: false,
                erased: None,
            });
        }
        (scale_id, labels)
    }

    pub fn assess(
        &mut self,
        claim_id: ClaimId,
        editor_id: EditorId,
        (scale_id, label_id): (ScaleId, ScaleLabelId),
        until: &str,
        supersedes_id: Option<AssessmentId>,
    ) -> AssessmentId {
        let uuid = AssessmentId(self.id());
        self.case.assessments.push(Assessment {
            uuid,
            case_id: self.case_id,
            claim_id,
            editor_id,
            scale_id,
            label_id,
            likelihood: None,
            confidence: None,
            evidence_until: until.to_owned(),
            rationale: "Because.".to_owned(),
            would_change: None,
            supersedes_id,
            supersede_reason: None,
            trashed: false,
            erased: None,
        });
        uuid
    }

    pub fn read(&mut self, assessment_id: AssessmentId, editor_id: EditorId, outcome: SecondOutcome) {
        let uuid = SecondReadingId(self.id());
        let case_id = self.case_id;
        let reason = "Read.".to_owned();
        self.case.second_readings.push(SecondReading {
            uuid,
            case_id,
            assessment_id,
            editor_id,
            outcome,
            reason,
            own_assessment_id: None,
            trashed: false,
            erased: None,
        });
    }

    pub fn verdict(
        &mut self,
        assessment_id: AssessmentId,
        editor_id: EditorId,
        supersedes_id: Option<VerdictId>,
    ) -> VerdictId {
        let uuid = VerdictId(self.id());
        let case_id = self.case_id;
        self.case.verdicts.push(Verdict {
            uuid,
            case_id,
            assessment_id,
            editor_id,
            supersedes_id,
            reason: None,
            trashed: false,
            erased: None,
        });
        uuid
    }

    pub fn inquire(&mut self, account_id: Option<AccountId>, claim_id: Option<ClaimId>) {
        let uuid = InquiryId(self.id());
        self.case.inquiries.push(Inquiry {
            uuid,
            case_id: self.case_id,
            account_id,
            claim_id,
            point_id: None,
            sought: "evidence".to_owned(),
            looked: None,
            date: None,
            outcome: InquiryOutcome::NotFound,
            note: None,
            editor_id: EditorId(Uuid::from_u128(9)),
            trashed: false,
            erased: None,
        });
    }
}
