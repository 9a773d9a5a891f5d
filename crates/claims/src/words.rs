//! The closed word lists of the field. The text of each word is the same in SQL, on the wire and in exports.

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
        pub enum $name {
            $($(#[$vdoc])* #[cfg_attr(feature = "wire", serde(rename = $text))] $variant),+
        }

        impl $name {
            /// Every word of the list, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as it is stored and sent.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The word of that text, if it is one of the list.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

words! {
    /// Where a case stands in the desk's work.
    CaseStatus { /// Being set down.
        Draft = "draft", /// Under work.
        Open = "open", /// Rated, waiting for second readings.
        Review = "review", /// A report is out.
        Published = "published", /// No further work is planned.
        Closed = "closed" }
}
words! {
    /// What a list of cases is sorted by. Equal ones stand newest first; what has no value stands last either way.
    CaseSort { /// When it was added, newest first.
        Added = "added", /// Its name.
        Name = "name", /// Where it stands, in the order of the work.
        Status = "status", /// Who takes care of it.
        Assignee = "assignee", /// Its last change, oldest first.
        Changed = "changed", /// Points on which some account has neither answer nor silence, fewest first.
        OpenPoints = "open_points", /// Claims rated as a share of all, least first; a case without claims has none.
        RatedShare = "rated_share", /// How many accounts it has, fewest first.
        Accounts = "accounts", /// Its first tag in the order of the alphabet.
        Tag = "tag" }
}
words! {
    /// The five commitments of the IFCN Code of Principles, which a checklist line can serve.
    Commitment { /// To nonpartisanship and fairness.
        Nonpartisanship = "nonpartisanship", /// To standards and transparency of sources.
        Sources = "sources", /// To transparency of funding and organisation.
        Funding = "funding", /// To standards and transparency of methodology.
        Methodology = "methodology", /// To an open and honest corrections policy.
        Corrections = "corrections" }
}
words! {
    /// As what a preserved file was handed out.
    HandedAs { /// Packed into a bag with its case.
        Bag = "bag", /// As a copy, to be opened in another program.
        Copy = "copy" }
}
words! {
    /// Whose archive holds an archived copy of a page.
    Archive { /// The Wayback Machine of the Internet Archive.
        Wayback = "wayback", /// Perma.cc.
        Perma = "perma", /// archive.today, under any of its names.
        ArchiveToday = "archive_today", /// Another one.
        Other = "other" }
}
words! {
    /// What a capture is of its item.
    CapturePart { /// The item itself, as it came.
        Original = "original", /// The raw exchange of a fetched page.
        Archive = "archive", /// A page that reads by itself.
        Page = "page", /// Its readable text.
        Text = "text", /// A picture of it.
        Picture = "picture" }
}
words! {
    /// What an excerpt is of.
    ExcerptKind { /// Words of a text.
        Text = "text", /// A region of a page or picture.
        Region = "region", /// A time span of a recording.
        Time = "time" }
}
words! {
    /// What became of an excerpt in the text that its capture has now.
    AnchorState { /// It stands where it stood.
        Exact = "exact", /// It stands elsewhere, or otherwise.
        Moved = "moved", /// It is not there, or in several places that nothing tells apart.
        Lost = "lost", /// No text of the capture can be read.
        NoText = "no_text" }
}
words! {
    /// The colour that an excerpt is marked with.
    ExcerptColour { /// Yellow.
        Yellow = "yellow", /// Green.
        Green = "green", /// Blue.
        Blue = "blue", /// Red.
        Red = "red", /// Violet.
        Violet = "violet" }
}
words! {
    /// Where a translation stands.
    TranslationStatus { /// Nobody has checked it against the original.
        Draft = "draft", /// Checked against the original.
        Checked = "checked" }
}
words! {
    /// How an attempt to fetch a page ended.
    FetchState { /// The page was kept.
        Kept = "kept", /// It could not be had.
        Failed = "failed", /// It is not allowed to be fetched.
        Refused = "refused", /// The editor stopped it.
        Cancelled = "cancelled" }
}
words! {
    /// Where in a capture a value about it was found.
    MetadataOrigin { /// JSON-LD in a page.
        JsonLd = "json_ld", /// Highwire tags of a page.
        Highwire = "highwire", /// OpenGraph tags of a page.
        OpenGraph = "open_graph", /// Dublin Core tags of a page.
        DublinCore = "dublin_core", /// The page itself: its title, its dates.
        Page = "page", /// What a PDF says of itself.
        PdfInfo = "pdf_info", /// EXIF of a picture.
        Exif = "exif", /// IPTC of a picture.
        Iptc = "iptc", /// XMP of a file.
        Xmp = "xmp", /// Content credentials (C2PA).
        C2pa = "c2pa", /// The head of a message.
        Message = "message", /// What an office document says of itself.
        Document = "document" }
}
words! {
    /// A check of a picture that an editor does by hand.
    PictureCheckKind { /// Looked at closely.
        Magnifier = "magnifier", /// Error level analysis.
        ErrorLevel = "error_level", /// Histogram.
        Histogram = "histogram", /// The embedded thumbnail against the full picture.
        Thumbnail = "thumbnail", /// Looked for elsewhere, by the picture.
        ReverseSearch = "reverse_search", /// Content credentials.
        Credentials = "credentials" }
}
words! {
    /// What kind of actor this is.
    ActorKind { /// A natural person.
        Person = "person", /// An organisation or organ of a state or of the United Nations.
        Body = "body", /// A state.
        State = "state", /// A publisher, agency or broadcaster.
        Outlet = "outlet", /// Speakers known only by a description, such as "top officials".
        Unnamed = "unnamed" }
}
words! {
    /// What kind of claim this is. Opinions, predictions and positions take no truth rating; legal claims only one on a scale made for law.
    ClaimKind { /// About what happened; can be checked.
        Factual = "factual", /// About what the law says of it.
        Legal = "legal", /// About what will happen.
        Prediction = "prediction", /// A judgement of taste or character.
        Opinion = "opinion", /// A demand, wish or commitment.
        Position = "position", /// Not yet clear what is claimed; waits.
        Unclear = "unclear" }
}
words! {
    /// How a claim answers a point.
    AnswerKind { /// It gives a value.
        Value = "value", /// It denies without giving an alternative.
        Denial = "denial", /// It refuses to say.
        Refusal = "refusal" }
}
words! {
    /// How the words of a statement are given.
    Wording { /// Word for word.
        Quotation = "quotation", /// Some words are quoted, the rest is reported.
        PartialQuotation = "partial_quotation", /// In indirect speech.
        Paraphrase = "paraphrase" }
}
words! {
    /// What a statement does to a claim.
    ActKind { /// The speaker says that it is so.
        Asserts = "asserts", /// The speaker says that it is not so.
        Denies = "denies", /// The speaker reports that another says so.
        Reports = "reports", /// The speaker grants it to another side.
        Concedes = "concedes" }
}
words! {
    /// How two answers to one point relate, as an editor says, with a reason.
    Relation { /// They say the same.
        Same = "same", /// One is broader than the other; both can be true.
        Compatible = "compatible", /// They cannot both be true.
        Contradict = "contradict" }
}
words! {
    /// What kind of work an item is.
    ItemKind { /// An article of a newspaper or agency.
        NewsArticle = "news_article", /// A page of the web.
        WebPage = "web_page", /// A post of a social network.
        Post = "post", /// A radio or television programme.
        Broadcast = "broadcast", /// A report of a body.
        Report = "report", /// Any other document.
        Document = "document", /// A still picture.
        Photo = "photo", /// A moving picture.
        Video = "video", /// A sound recording.
        Audio = "audio", /// Data.
        Dataset = "dataset", /// An interview.
        Interview = "interview", /// A speech or briefing.
        Speech = "speech", /// A law or treaty.
        Law = "law", /// A judgment of a court.
        Judgment = "judgment", /// A book.
        Book = "book" }
}
words! {
    /// Whether the desk holds or has read the item itself.
    Reading { /// Read.
        Read = "read", /// Cited from elsewhere; not read.
        CitedNotRead = "cited_not_read" }
}
words! {
    /// How an item or actor derives from another.
    DerivationKind { /// Copies it.
        Copies = "copies", /// Translates it.
        Translates = "translates", /// Rests on it by citing it.
        Cites = "cites", /// Both come from one origin.
        SameOrigin = "same_origin" }
}
words! {
    /// How a piece of evidence bears on what it is linked to, in one editor's reading.
    StanceValue { /// Strongly supports.
        StronglySupports = "strongly_supports", /// Supports.
        Supports = "supports", /// Bears on it, either way alike.
        Neutral = "neutral", /// Contradicts.
        Contradicts = "contradicts", /// Strongly contradicts.
        StronglyContradicts = "strongly_contradicts", /// Does not bear on it.
        NotApplicable = "not_applicable" }
}
words! {
    /// How much the evidence matters to what it is linked to.
    RelevanceValue { /// Little.
        Low = "low", /// Some.
        Medium = "medium", /// Much.
        High = "high" }
}
words! {
    /// How far an actor can be trusted as a source (Admiralty code, STANAG 2511). F means that it cannot be judged, not that it is bad.
    Grade { /// Completely reliable.
        A = "A", /// Usually reliable.
        B = "B", /// Fairly reliable.
        C = "C", /// Not usually reliable.
        D = "D", /// Unreliable.
        E = "E", /// Reliability cannot be judged.
        F = "F" }
}
words! {
    /// Likelihood in the seven bands of ICD 203, from the least to the most likely.
    Likelihood { /// 1-5 %.
        AlmostNoChance = "almost_no_chance", /// 5-20 %.
        VeryUnlikely = "very_unlikely", /// 20-45 %.
        Unlikely = "unlikely", /// 45-55 %.
        RoughlyEvenChance = "roughly_even_chance", /// 55-80 %.
        Likely = "likely", /// 80-95 %.
        VeryLikely = "very_likely", /// 95-99 %.
        AlmostCertain = "almost_certain" }
}
words! {
    /// Confidence in the basis of a rating; never in one phrase with likelihood.
    Confidence { /// Low.
        Low = "low", /// Moderate.
        Moderate = "moderate", /// High.
        High = "high" }
}
words! {
    /// What a second reader says of an assessment.
    SecondOutcome { /// Stands behind it.
        Agrees = "agrees", /// Does not, and says why.
        Disagrees = "disagrees" }
}
words! {
    /// What came of a recorded look for evidence.
    InquiryOutcome { /// It was found.
        Found = "found", /// It was not found.
        NotFound = "not_found" }
}
words! {
    /// The formats of a report.
    ReportFormat { /// One self-contained page.
        Html = "html", /// Tagged PDF (PDF/UA-1).
        Pdf = "pdf", /// Markdown.
        Md = "md", /// ClaimReview JSON-LD.
        Claimreview = "claimreview", /// The whole case with its operations and hashes.
        Json = "json", /// Tables of the points grid and of the matrix.
        Csv = "csv" }
}
words! {
    /// The sections of a report, in their usual order.
    Section { /// Summary and verdicts.
        Summary = "summary", /// What all accounts agree on.
        CommonGround = "common_ground", /// Points at issue, side by side.
        Points = "points", /// Claim by claim.
        Claims = "claims", /// Timeline.
        Timeline = "timeline", /// Evidence matrix.
        Matrix = "matrix", /// Method.
        Method = "method", /// Sources with full citations.
        Sources = "sources", /// Right of reply.
        Reply = "reply", /// Corrections.
        Corrections = "corrections", /// Integrity annex.
        Integrity = "integrity" }
}
words! {
    /// What a row of the points grid says; over the current answers of the accounts, never of findings.
    RowState { /// Two or more answer, all the same.
        Agreed = "agreed", /// Two or more answer, all same or compatible, at least one pair compatible.
        Compatible = "compatible", /// At least one pair contradicts.
        Contradicted = "contradicted", /// At least one pair differs and nobody has compared it; none contradicts.
        DifferentNotCompared = "different_not_compared", /// One account answers.
        OneSideOnly = "one_side_only", /// None answers, at least one is silent.
        Silent = "silent", /// Nobody has looked.
        NotLookedAt = "not_looked_at" }
}

impl Default for ExcerptKind {
    /// Words of a text: the one kind that there was before format 3.
    fn default() -> Self {
        Self::Text
    }
}

impl Default for CaseSort {
    /// The plain order: newest first.
    fn default() -> Self {
        Self::Added
    }
}
