//! Identities: one newtype per record over a UUIDv7, so that a claim's id can never stand where an account's is meant.

use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! ids {
    ($($name:ident),+ $(,)?) => {$(
        #[doc = concat!("Identity of the record that the name says (`", stringify!($name), "`): a UUID, hyphenated lower case in text.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS))]
        #[cfg_attr(feature = "wire", serde(transparent))]
        #[cfg_attr(feature = "wire", ts(type = "string"))]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        #[cfg(feature = "wire")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "format": "uuid", "description": stringify!($name) })
            }
        }
    )+};
}

ids!(
    EditorId,
    HouseId,
    CaseId,
    CaseNameId,
    TagId,
    ActorId,
    ActorNameId,
    OfficeId,
    AccountId,
    HolderId,
    ItemId,
    AuthorId,
    DerivationId,
    CaptureId,
    ExcerptId,
    FindingId,
    PointId,
    ClaimId,
    AccountClaimId,
    StatementId,
    ActId,
    AppearanceId,
    CarrierId,
    AnswerId,
    SilenceId,
    ComparisonId,
    ReliabilityId,
    EvidenceLinkId,
    StanceId,
    RelevanceId,
    CredibilityId,
    ScaleId,
    ScaleLabelId,
    AssessmentId,
    SecondReadingId,
    VerdictId,
    InquiryId,
    ReplyId,
    ReportId,
    ReportFileId,
    EventId,
    ChecklistLineId,
    HandingOutId,
    FetchId,
    CaptureTextId,
    MetadataId,
    PictureCheckId,
    DeviceId,
    MigrationId,
    ErasureId,
    OperationId,
);
