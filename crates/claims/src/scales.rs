//! The rating scales that come with the app. A rating keeps the version of the scale on which it was made.
//!
//! "Disputed event" is our own and the default. The others follow the published labels of four fact-checking houses,
//! with meanings in our words, for newsrooms that already use them; none stands for that house's judgement.
//! The scale for law is our own: it places a legal claim between the views that lawyers hold, and never on a scale of facts.

/// A scale as it comes with the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preset {
    /// Name.
    pub name: &'static str,
    /// Version, from 1.
    pub version: u32,
    /// What it is for.
    pub description: &'static str,
    /// Made for legal claims, and only for these.
    pub for_law: bool,
    /// Labels, best supported first, those outside the order last.
    pub labels: Vec<PresetLabel>,
}

/// A label of such a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresetLabel {
    /// The words.
    pub name: &'static str,
    /// Its number; the highest is the best supported; none stands outside the order.
    pub number: Option<u32>,
    /// What it means.
    pub meaning: &'static str,
}

/// The name of the scale that a new rating starts with.
pub const DEFAULT: &str = "Disputed event";

type Labels = &'static [(&'static str, u32, &'static str)];

/// The number 0 in the lists below: the label stands outside the order.
const OUTSIDE: u32 = 0;

const DISPUTED_EVENT: Labels = &[
    (
        "Established",
        5,
        "Independent evidence of good quality supports it, and nothing of weight contradicts it.",
    ),
    (
        "Probable",
        4,
        "The evidence supports it better than any competing claim; some doubt is left, and is named.",
    ),
    ("Evidence conflicts", 3, "Evidence of weight supports it, and evidence of weight contradicts it."),
    ("Unsupported", 2, "It was looked into, and no evidence of weight was found for it."),
    ("Refuted", 1, "Independent evidence of good quality contradicts it, and nothing of weight supports it."),
    ("Cannot be determined", OUTSIDE, "What would settle it does not exist, or cannot be reached now."),
];

const LAWFULNESS: Labels = &[
    (
        "Settled",
        5,
        "A court or body with the power to decide has decided so in this matter, and no appeal is open.",
    ),
    (
        "Prevailing view",
        4,
        "Most courts, bodies and scholars who addressed it hold so; the others are named.",
    ),
    ("Open among lawyers", 3, "Views of comparable authority stand against each other."),
    ("Minority view", 2, "It is argued by some; most who addressed it hold otherwise."),
    ("Rejected", 1, "A court or body with the power to decide has decided otherwise in this matter."),
    (
        "Not addressed",
        OUTSIDE,
        "Nobody with authority has addressed it, or it turns on facts that are not established.",
    ),
];

const TRUTH_METER: Labels = &[
    ("True", 6, "Accurate, and nothing that matters is missing."),
    ("Mostly true", 5, "Accurate, but needs more information to be understood rightly."),
    ("Half true", 4, "Accurate in part; leaves out what matters, or takes it out of context."),
    ("Mostly false", 3, "Holds something true, but passes over facts that would give another impression."),
    ("False", 2, "Not accurate."),
    ("Pants on Fire", 1, "Not accurate, and absurd on its face."),
];

const RUMOUR: Labels = &[
    ("True", 5, "What matters in it can be shown to be true."),
    ("Mostly true", 4, "What matters in it is true; some details are not."),
    ("Mixture", 3, "True and false in good measure."),
    ("Mostly false", 2, "What matters in it is false; some details are true."),
    ("False", 1, "What matters in it can be shown to be false."),
    ("Unfounded", OUTSIDE, "Nothing was found that bears it out."),
    ("Outdated", OUTSIDE, "Was right once; later events have overtaken it."),
    ("Miscaptioned", OUTSIDE, "A genuine picture or recording with a false description."),
    (
        "Correct attribution",
        OUTSIDE,
        "The words were said by the person named; whether they are true is another question.",
    ),
    ("Misattributed", OUTSIDE, "The words were said by somebody else."),
    ("Scam", OUTSIDE, "Describes a fraud that is really tried on people."),
    ("Legend", OUTSIDE, "A tale too general to be checked."),
    ("Labeled satire", OUTSIDE, "Published as satire, and marked as such."),
    ("Originated as satire", OUTSIDE, "Began as satire; now goes round without the mark."),
    ("Fake", OUTSIDE, "The picture, recording or document was made or changed to deceive."),
    ("Research in progress", OUTSIDE, "Still being looked into."),
];

const WIRE: Labels = &[
    ("True", 5, "Accurate."),
    ("Mostly true", 4, "Accurate on the whole, with slips that do not change it."),
    ("Mixture", 3, "True and false in good measure."),
    ("Mostly false", 2, "Inaccurate on the whole, with something true in it."),
    ("False", 1, "Not accurate."),
    ("Misleading", OUTSIDE, "May be accurate word by word, and leads to a false impression."),
    ("Unproven", OUTSIDE, "There is not enough evidence either way."),
];

const PLATFORM: Labels = &[
    ("True", 4, "Nothing inaccurate or misleading was found."),
    ("Missing context", 3, "Leads astray without further information."),
    ("Partly false", 2, "Holds inaccuracies of fact."),
    ("False", 1, "Has no basis in fact."),
    ("Altered", OUTSIDE, "A picture or recording was changed so that it misleads."),
    ("Satire", OUTSIDE, "Irony or exaggeration that a reader may not recognise as such."),
];

fn preset(name: &'static str, description: &'static str, for_law: bool, labels: Labels) -> Preset {
    let labels = labels
        .iter()
        .map(|(name, number, meaning)| PresetLabel {
            name,
            number: Some(*number).filter(|n| *n != OUTSIDE),
            meaning,
        })
        .collect();
    Preset { name, version: 1, description, for_law, labels }
}

/// Every scale that comes with the app, the default first.
pub fn presets() -> Vec<Preset> {
    vec![
        preset(
            DEFAULT,
            "For claims about a disputed event: how far independent evidence bears the claim out.",
            false,
            DISPUTED_EVENT,
        ),
        preset(
            "Lawfulness, disputed",
            "For legal claims: where the claim stands among the views of those who may decide or have studied it.",
            true,
            LAWFULNESS,
        ),
        preset(
            "Six steps (after PolitiFact)",
            "For statements of public figures, rated on what was known when they were made.",
            false,
            TRUTH_METER,
        ),
        preset("Rumours (after Snopes)", "For rumours, pictures and attributed words.", false, RUMOUR),
        preset(
            "Seven labels (after AAP FactCheck)",
            "For claims in circulation, as a news agency labels them.",
            false,
            WIRE,
        ),
        preset(
            "Platform labels (after Meta)",
            "For posts, with the labels of a platform's fact-checking programme.",
            false,
            PLATFORM,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_default_scale_is_as_the_methods_say() {
        let scale = &presets()[0];
        let labels: Vec<(&str, Option<u32>)> = scale.labels.iter().map(|l| (l.name, l.number)).collect();
        let expected = [
            ("Established", Some(5)),
            ("Probable", Some(4)),
            ("Evidence conflicts", Some(3)),
            ("Unsupported", Some(2)),
            ("Refuted", Some(1)),
            ("Cannot be determined", None),
        ];
        assert_eq!((scale.name, scale.version, scale.for_law), (DEFAULT, 1, false), "the default is first");
        assert_eq!(labels, expected, "labels and numbers of version 1 never change");
    }

    #[test]
    fn every_scale_is_usable() {
        let all = presets();
        assert_eq!(all.iter().filter(|s| s.for_law).count(), 1, "one scale is made for law");
        assert_eq!(all.iter().map(|s| s.name).collect::<HashSet<_>>().len(), all.len(), "names differ");
        for scale in &all {
            let numbers: Vec<u32> = scale.labels.iter().filter_map(|l| l.number).collect();
            assert!(numbers.windows(2).all(|w| w[0] > w[1]), "{}: best supported first", scale.name);
            assert_eq!(numbers.last(), Some(&1), "{}: numbers end at 1", scale.name);
            assert!(
                scale.labels.iter().all(|l| !l.meaning.is_empty()),
                "{}: each label has a meaning",
                scale.name
            );
        }
    }
}
