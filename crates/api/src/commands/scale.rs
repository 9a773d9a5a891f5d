//! Rating scales: the presets, and the newsroom's own, versioned.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{living, put};
use crate::table::{Command, command};
use crate::wire::{ById, List, Wrote, answer, wire};
use claims::ids::{ScaleId, ScaleLabelId};
use claims::records::{Scale, ScaleLabel};
use ledger::{Filter, Tx};

wire! {
    /// Adds a scale of one's own, or a new version of one.
    pub struct ScaleAdd {
        /// Name.
        pub name: String,
        /// What it is for.
        pub description: Option<String>,
        /// Made for legal claims, and only for these.
        pub for_law: Option<bool>,
        /// Labels, best supported first.
        pub labels: Vec<LabelGiven>,
        /// The version that this supersedes; it takes the next number.
        pub supersedes_id: Option<ScaleId>,
    }

    /// A label of a new scale.
    pub struct LabelGiven {
        /// The words.
        pub name: String,
        /// Its number, 1 or more; the highest is the best supported; none stands outside the order.
        pub number: Option<u32>,
        /// What it means.
        pub meaning: Option<String>,
    }
}

answer! {
    /// A scale with its labels.
    pub struct ScaleView {
        /// Its id.
        pub id: ScaleId,
        /// Name and version.
        pub name: String,
        /// The scale.
        pub scale: Scale,
        /// Its labels, in order.
        pub labels: Vec<ScaleLabel>,
        /// True if a later version supersedes it.
        pub superseded: bool,
    }
}

fn make(tx: &mut Tx<'_>, scale: &Scale, labels: Vec<LabelGiven>) -> Result<(), Problem> {
    if labels.len() < 2 {
        return Err(Problem::new(Code::Invalid, "a scale needs at least two labels").field("labels"));
    }
    let numbers: Vec<u32> = labels.iter().filter_map(|label| label.number).collect();
    if numbers.contains(&0) || numbers.windows(2).any(|pair| pair[0] <= pair[1]) {
        return Err(Problem::new(
            Code::Invalid,
            "numbers fall from the best supported label to the least, down to 1 or more",
        )
        .field("labels"));
    }
    put(tx, scale)?;
    let mut key: Option<String> = None;
    for label in labels {
        let position = claims::fractional::between(key.as_deref(), None);
        key = Some(position.clone());
        let label = ScaleLabel {
            uuid: ScaleLabelId(tx.id()),
            scale_id: scale.uuid,
            name: label.name,
            number: label.number,
            meaning: label.meaning,
            position,
            trashed: false,
            erased: None,
        };
        put(tx, &label)?;
    }
    Ok(())
}

fn add(desk: &mut Desk, context: &Context, request: ScaleAdd) -> Result<Wrote<Scale>, Problem> {
    desk.write_record(context, |tx| {
        let version = match request.supersedes_id {
            None => 1,
            Some(id) => {
                let scales: Vec<Scale> =
                    tx.list(&Filter { equal: vec![("supersedes_id", id.0)], ..Filter::default() })?;
                if !scales.is_empty() {
                    return Err(Problem::new(Code::Rule, "that version is superseded already")
                        .field("supersedes_id")
                        .hint("Supersede the newest version."));
                }
                living::<Scale>(tx, id.0)?.version + 1
            }
        };
        let scale = Scale {
            uuid: ScaleId(tx.id()),
            name: request.name,
            version,
            description: request.description,
            supersedes_id: request.supersedes_id,
            for_law: request.for_law.unwrap_or(false),
            preset: false,
            trashed: false,
            erased: None,
        };
        make(tx, &scale, request.labels)?;
        Ok(scale)
    })
}

/// Adds the presets to a new ledger, inside one operation.
pub fn add_presets(tx: &mut Tx<'_>) -> Result<(), Problem> {
    for preset in claims::scales::presets() {
        let scale = Scale {
            uuid: ScaleId(tx.id()),
            name: preset.name.to_owned(),
            version: preset.version,
            description: Some(preset.description.to_owned()),
            supersedes_id: None,
            for_law: preset.for_law,
            preset: true,
            trashed: false,
            erased: None,
        };
        let labels = preset
            .labels
            .iter()
            .map(|label| LabelGiven {
                name: label.name.to_owned(),
                number: label.number,
                meaning: Some(label.meaning.to_owned()),
            })
            .collect();
        make(tx, &scale, labels)?;
    }
    Ok(())
}

fn list(desk: &mut Desk, _: &Context, request: List) -> Result<Vec<ScaleView>, Problem> {
    let trashed = Some(request.trashed.unwrap_or(false));
    let scales: Vec<Scale> = desk.ledger.list(&Filter {
        trashed,
        after: request.after,
        limit: request.limit,
        ..Filter::default()
    })?;
    let every: Vec<Scale> = desk.ledger.list(&Filter::default())?;
    scales.into_iter().map(|scale| view(desk, scale, &every)).collect()
}

fn view(desk: &Desk, scale: Scale, every: &[Scale]) -> Result<ScaleView, Problem> {
    let mut labels: Vec<ScaleLabel> = desk.ledger.list(&Filter {
        equal: vec![("scale_id", scale.uuid.0)],
        trashed: Some(false),
        ..Filter::default()
    })?;
    labels.sort_by(|a, b| a.position.cmp(&b.position));
    let superseded = every.iter().any(|later| later.supersedes_id == Some(scale.uuid) && !later.trashed);
    Ok(ScaleView {
        id: scale.uuid,
        name: format!("{}, version {}", scale.name, scale.version),
        labels,
        superseded,
        scale,
    })
}

fn show(desk: &mut Desk, _: &Context, request: ById) -> Result<ScaleView, Problem> {
    let every: Vec<Scale> = desk.ledger.list(&Filter::default())?;
    let scale = crate::record::found::<Scale>(desk, request.id)?;
    view(desk, scale, &every)
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Write "scale.add", ScaleAdd => Wrote<Scale>, add, "Adds a scale of one's own, or a new version of one."),
        command!(Read "scale.list", List => Vec<ScaleView>, list, "Lists scales with their labels, oldest first."),
        command!(Read "scale.show", ById => ScaleView, show, "Shows a scale with its labels."),
        command!(Write "scale.trash", ById => Wrote<Scale>, crate::record::trash::<Scale>, "Puts a scale in the trash; ratings made on it stay."),
        command!(Write "scale.restore", ById => Wrote<Scale>, crate::record::restore::<Scale>, "Brings a scale back from the trash."),
    ]
}
