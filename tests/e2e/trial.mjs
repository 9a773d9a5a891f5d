// The demo case as a person types it: its facts are those of samples/demo, its wording is shorter.

export const US = "United States";
export const Russia = "Russia";
const news = "news report";
const news12 = "the news report of 12 April 2017";

export const points = [
  "How did the chemical get out?",
  "What was the agent?",
  "Is there evidence that Syria used chemical weapons?",
  "Was that evidence shown before the U.S. missile strike?",
  "Was the U.S. missile strike lawful?",
  "Does Russia share responsibility?",
  "Should Russia distance itself from Assad?",
  "Will Putin receive Tillerson?",
  "Who should investigate?",
  "Whose aircraft struck the town that day?",
  "When was it?",
  "Where was it?",
];

/** The state of each row, as it comes out in the end. */
export const states = [
  "contradicted",
  "one_side_only",
  "one_side_only",
  "one_side_only",
  "one_side_only",
  "one_side_only",
  "contradicted",
  "one_side_only",
  "one_side_only",
  "agreed",
  "one_side_only",
  "one_side_only",
];

export const items = [
  { name: "News report, 12 April 2017, publisher not recorded", date: "2017-04-12" },
  { name: "Statement of the Russian defence ministry", kind: "speech", publisher: "Russian defence ministry", date: "2017-04-05", cited: true },
  { name: "White House assessment", kind: "document", publisher: "The White House", date: "2017-04-11", cited: true },
  { name: "OPCW Fact-Finding Mission, S/1510/2017", kind: "report", publisher: "OPCW Fact-Finding Mission", date: "2017-06-29", symbol: "S/1510/2017", cited: true },
  { name: "UN Commission of Inquiry on Syria, A/HRC/36/55", kind: "report", publisher: "UN Commission of Inquiry on Syria", date: "2017-08", symbol: "A/HRC/36/55", cited: true },
  { name: "OPCW-UN Joint Investigative Mechanism, S/2017/904", kind: "report", publisher: "OPCW-UN Joint Investigative Mechanism", date: "2017-10-26", symbol: "S/2017/904", cited: true },
];

/** In the order of the rows. `more` adds another answer of the same account; `known` names a statement that is there. */
export const answers = [
  { point: 1, account: US, value: "An attack by the Assad government", words: "Ordered the missile strike citing the attack, for which he held the Assad government responsible.", speaker: "Donald Trump", holds: true, item: news },
  { point: 1, account: US, more: true, value: "The Syrians dropped it on the town", words: "Military intelligence confirmed that the Syrians dropped a lethal nerve gas on a rebel-held town. He rejected the Russian claim.", speaker: "James Mattis", date: "2017-04-11", holds: true },
  { point: 2, account: US, value: "Sarin", words: "There is overwhelming evidence that Syria used a sarin nerve agent.", speaker: "The White House", date: "2017-04-11", holds: true },
  { point: 3, account: US, value: "Yes", known: "The White House" },
  { point: 6, account: US, value: "Yes, it is trying to help cover up", words: "Russia is trying to help cover up.", speaker: "The White House" },
  { point: 6, account: US, more: true, value: "Yes, it was either complicit or incompetent", words: "Russia was either complicit, or incompetent for failing to ensure that Assad destroyed all of his chemical weapons in 2013, which Russia had promised to guarantee.", speaker: "Top U.S. officials", actor: "unnamed", date: "2017-04-11", holds: true, kind: "unclear" },
  { point: 7, account: US, value: "It must choose between Western nations and Assad", words: "Russia must choose between aligning itself with the U.S. and other Western nations, or Assad, Iran and the militant group Hezbollah.", speaker: "Rex Tillerson", date: "2017-04-11", holds: true, kind: "position" },
  { point: 7, account: US, more: true, value: "Yes, it should end its support", words: "Urged an end of the support of Assad.", speaker: "Rex Tillerson", date: "2017-04-12" },
  { point: 10, account: US, value: "Syrian", known: "James Mattis" },
  { point: 12, account: Russia, value: "A large ammunition depot in the eastern outskirts", words: "Between 11:30 and 12:30 local time Syrian aircraft struck, in the eastern outskirts, a large ammunition depot; workshops making munitions filled with toxic agents were on its grounds.", speaker: "Igor Konashenkov", date: "2017-04-05", holds: true, item: "statement" },
  { point: 11, account: Russia, value: "Between 11:30 and 12:30 local time", known: "Igor" },
  { point: 10, account: Russia, value: "Syrian", known: "Igor" },
  { point: 9, account: Russia, value: "The United Nations: Russia will appeal to it", words: "Russia will appeal to the United Nations.", speaker: "Vladimir Putin", holds: true, item: news, kind: "position" },
  { point: 8, account: Russia, value: "Not on the agenda", words: "A meeting of Putin with Tillerson is not on the agenda.", speaker: "Russian authorities", actor: "unnamed", holds: true },
  { point: 8, account: Russia, more: true, value: "Possible, “if it is decided”", words: "A meeting is possible “if it is decided” that he needs to be briefed.", speaker: "Dmitry Peskov", holds: true, wording: "partial", kind: "prediction" },
  { point: 8, account: Russia, more: true, value: "Yes, the meeting is under way", words: "Confirmed the meeting while it was under way.", speaker: "A Kremlin spokesperson", actor: "unnamed", date: "2017-04-12", holds: true, kind: "factual" },
  { point: 7, account: Russia, value: "No, such calls disregard the need to fight terrorism", words: "Calls to distance Russia from Assad are \"short-sighted\" and \"absurd\", because they disregard the need to fight terrorism and to find a political solution.", speaker: "Dmitry Peskov", wording: "partial", kind: "position" },
  { point: 5, account: Russia, value: "No, it broke international law", words: "The strike broke international law.", speaker: "Vladimir Putin", kind: "legal" },
  { point: 5, account: Russia, more: true, value: "No, an “unlawful attack”", words: "“Most recently, we saw rather alarming steps, when an unlawful attack against Syria was carried out”", speaker: "Sergei Lavrov", holds: true },
  { point: 4, account: Russia, value: "No, none was provided", words: "The air base was struck without evidence being provided.", speaker: "Vladimir Putin" },
  { point: 1, account: Russia, value: "Syrian aircraft bombed a place where toxic agents were", known: "Igor" },
];

export const silences = {
  [Russia]: { looked: news12, points: [2, 3, 6] },
  [US]: { looked: news12, points: [4, 5, 8, 9, 11, 12] },
};

export const findings = [
  {
    name: "OPCW Fact-Finding Mission",
    answers: [{ point: 2, value: "Sarin or a sarin-like substance", words: "People were exposed to sarin or a sarin-like substance." }],
  },
  {
    name: "UN Commission of Inquiry on Syria",
    date: "2017-09",
    standard: "reasonable grounds to believe",
    answers: [
      { point: 1, value: "The Syrian air force used it (reasonable grounds to believe)", words: "There are reasonable grounds to believe that the Syrian air force used sarin." },
      { point: 2, value: "Sarin", known: "UN Commission" },
      { point: 10, value: "Syrian", known: "UN Commission" },
    ],
  },
  {
    name: "OPCW-UN Joint Investigative Mechanism",
    standard: "confident of who is responsible; most likely an aerial bomb",
    answers: [
      { point: 1, value: "An aerial bomb, most likely; a device on the ground not completely ruled out", words: "An aerial bomb is most likely; a device on the ground is not completely ruled out." },
      { point: 2, value: "Sarin", words: "The Leadership Panel is confident that the Syrian Arab Republic is responsible for the release of sarin." },
      { point: 11, value: "The release between about 06:30 and 07:00", words: "The release was between about 06:30 and 07:00." },
      { point: 12, value: "A crater in the north of the town", words: "The crater is in the north of the town." },
    ],
  },
];

export const comparisons = [
  { point: 1, a: US, b: Russia, relation: "contradict", reason: "Dropped from the air as a weapon, or set free on the ground by a bomb: it cannot be both." },
  { point: 2, a: US, b: "OPCW Fact-Finding", relation: "compatible", reason: "The finding is broader; both can be true." },
  { point: 7, a: US, b: Russia, relation: "contradict", reason: "One asks for an end of the support, the other turns such calls down." },
  { point: 10, a: US, b: Russia, relation: "same", reason: "Both accounts have Syrian aircraft over the town." },
  { point: 11, a: Russia, b: "OPCW-UN", relation: "contradict", reason: "A strike around noon cannot have set free what was released before seven." },
  { point: 12, a: Russia, b: "OPCW-UN", relation: "contradict", reason: "The eastern outskirts and the north of the town are two places." },
];

/** Per point: what is weighed, and one number for each cell, row by row (a blank leaves the cell unrated). */
export const stances = [
  { question: "1", weigh: ["White House", "Statement of", "OPCW-UN"], keys: ["242", "424", "42 ", "424"] },
  { question: "2", weigh: ["White House", "OPCW Fact"], keys: ["44", "44", "44", "44"] },
];

const until = "2017-12-31";
/** Labels by their place on the scale "Disputed event": 1 probable, 3 unsupported, 5 cannot be determined. */
export const ratings = [
  { claim: "Military intelligence confirmed", label: 1, likelihood: "likely", confidence: "moderate", until, rationale: "Two findings of 2017 say how, by whom, and with what certainty.", reading: "“Most likely” carries no more than probable.", second: { rationale: "The findings carry it, each in its degree." } },
  { claim: "There is overwhelming evidence", label: 1, likelihood: "likely", confidence: "moderate", until, rationale: "Three findings name sarin, or a substance like it.", reading: "No more than the findings say.", second: { rationale: "Named by three bodies that are no party." } },
  { claim: "How did the chemical get out? Syrian", label: 3, confidence: "moderate", until, rationale: "Only the claim’s own source says so; it is not ruled out.", reading: "Looked for as hard as for the other account.", second: { rationale: "Nothing independent was found for it." } },
  { claim: "When was it?", label: 3, confidence: "moderate", until, rationale: "Only the claim’s own source gives these hours.", reading: "A strike at noon is not ruled out.", second: { rationale: "The mechanism gives other hours for the release." } },
  { claim: "Between 11:30 and 12:30 local time Syrian", label: 3, confidence: "low", until, rationale: "Only the claim’s own source names the depot.", reading: "What was found names another place.", second: { rationale: "The crater is in the north." } },
  { claim: "The air base was struck without", label: 5, confidence: "low", until: "2017-04-12", rationale: "What was shown before the strike is not recorded.", reading: "Nothing earlier than the strike is recorded; that supports it better.", second: { label: 1, rationale: "The assessment was made public after the strike." }, change: "The day of the assessment was not weighed." },
];
