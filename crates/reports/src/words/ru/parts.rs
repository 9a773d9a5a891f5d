//! The parts on points, claims, evidence and time in Russian.

use super::{count, form, sentence_end};
use crate::words::*;
use claims::effort::{Uneven, What, uneven};
use claims::grid::{Effort, PointRow};
use claims::words::{RowState, TranslationStatus};

/// «ответы 2 версий совпадают, молчит 1, не рассмотрено 1».
fn row(row: &PointRow) -> String {
    let n = row.n_answer as usize;
    let of = || format!("ответы {}", count(n, "версии", "версий", "версий"));
    let answer = || {
        format!("{} {}", form(n, "отвечает", "отвечают", "отвечают"), count(n, "версия", "версии", "версий"))
    };
    let mut parts = match row.state {
        RowState::Agreed => vec![format!("{} совпадают", of())],
        RowState::Compatible => vec![format!("{} совместимы", of())],
        RowState::Contradicted => vec![format!("противоречие: {}", answer())],
        RowState::DifferentNotCompared => {
            vec![format!("ответы различаются, не сопоставлены: {}", answer())]
        }
        RowState::OneSideOnly => vec!["отвечает одна сторона".to_owned()],
        RowState::Silent | RowState::NotLookedAt => Vec::new(),
    };
    if row.n_silent > 0 {
        let n = row.n_silent as usize;
        parts.push(format!("{}\u{a0}{n}", form(n, "молчит", "молчат", "молчат")));
    }
    if row.n_not_looked_at > 0 || parts.is_empty() {
        parts.push(format!("не рассмотрено\u{a0}{}", row.n_not_looked_at));
    }
    parts.join(", ")
}

fn effort_warning(effort: &[Effort]) -> Option<String> {
    let one = |gap: Uneven| {
        let what = match gap.what {
            What::Statements => "высказывания",
            What::Inquiries => "разыскания",
            What::Links => "связи свидетельств",
            What::Rated => "связи с суждением",
        };
        format!("{what}: {} — {}, {} — {}", gap.most, gap.high, gap.least, gap.low)
    };
    let parts: Vec<String> = uneven(effort).into_iter().map(one).collect();
    (!parts.is_empty())
        .then(|| format!("Работа по версиям проделана неравная. {}.", capital(&parts.join("; "))))
}

pub(super) const SUMMARY: Summary = Summary {
    counts: |n| {
        let (accounts, points) = (n.accounts, n.points);
        let looked = form(accounts, "рассмотрена", "рассмотрены", "рассмотрено");
        let versions = count(accounts, "версия", "версии", "версий");
        let by = count(points, "спорному вопросу", "спорным вопросам", "спорным вопросам");
        let findings = match n.findings {
            0 => "заключений сторонних организаций нет".to_owned(),
            n => format!(
                "рядом — {}",
                count(
                    n,
                    "заключение сторонней организации",
                    "заключения сторонних организаций",
                    "заключений сторонних организаций"
                )
            ),
        };
        let states: Vec<String> = n
            .states
            .iter()
            .map(|(state, rows)| format!("{} — {rows}", (super::RU.lists.state)(*state)))
            .collect();
        let states = if states.is_empty() {
            String::new()
        } else {
            format!(" По вопросам: {}.", states.join("; "))
        };
        format!("{} {versions} события по {by}; {findings}.{states}", capital(looked))
    },
    row,
    effort_warning,
    one_reader_note: "Помета «один редактор» — это оценка одного редактора: второй редактор её не подтвердил, поэтому вердикта редакции нет.",
    point: "Спорный вопрос",
    findings: "Заключения",
    rating: "Оценка",
    caption: "Спорные вопросы с краткими ответами версий и заключений и с оценками",
    later_differs: |letter| format!("{letter}: более позднее высказывание расходится с прежним"),
    silent: "– молчит",
    no_finding: "заключения нет",
    nothing_to_rate: "оценивать нечего",
    denies: "отрицает: ",
    denies_plainly: "отрицает, своего ответа не даёт",
    refuses: "отказывается отвечать",
    scale: |name, version| format!("{name}, версия шкалы {version}"),
    not_rated: "без оценки",
    not_rated_why: ": мнения, прогнозы и позиции приводятся как есть и на истинность не оцениваются.",
};

pub(super) const GROUNDS: Grounds = Grounds {
    none: "Ни по одному вопросу две версии не дают одинаковых или совместимых ответов.",
};

pub(super) const POINTS: Points = Points {
    none: "Спорных вопросов не записано.",
    findings: "Заключения сторонних организаций",
    caption: "Спорные вопросы: что отвечают на них версии и заключения",
    held_by: |holders| format!("; этой версии придерживаются: {}", joined(holders, "и")),
    steelman: " В сильнейшем виде: ",
    looked_for: "Что искали",
    what_for: |account, point| {
        let account = account.map(|letter| format!("версии {letter}"));
        let point = point.map(|number| format!("вопроса {number}"));
        let parts: Vec<String> = account.into_iter().chain(point).collect();
        format!(" (для {})", joined(&parts, "и"))
    },
    looked_in: |place, until| format!("где искали: {place}; по {until}"),
    earlier: |date| format!("ранее, {date}: "),
    second_hand: "из вторых рук: известно только через других",
    for_against: |supports, against| format!(" за: {supports}, против: {against}"),
    without_stance: |n| format!(", без согласованного суждения: {n}"),
    standard: |standard| format!("; стандарт доказывания: {standard}"),
    findings_note: "Заключения стоят рядом с версиями: при сравнении ответов они не учитываются.",
};

pub(super) const CLAIMS: Claims = Claims {
    none: "Утверждений не записано.",
    no_statement: "Высказываний с этим утверждением не записано.",
    by: "; автор: ",
    part_of: |accounts| {
        let word =
            if accounts.len() == 1 { "входит в версию" } else { "входит в версии" };
        format!("; {word} {}", joined(accounts, "и"))
    },
    finding_of: |name| {
        name.map_or_else(|| "; чьё заключение: ".to_owned(), |name| format!("; {name}; чьё заключение: "))
    },
    standard: |standard| format!(", стандарт доказывания: {standard}"),
    earlier: "; более ранний ответ той же версии",
    second_hand: "; из вторых рук: ни в одном высказывании тех, кто придерживается версии, этого не утверждается",
    would_change: "Что изменило бы оценку",
    found: "Найдено",
    not_found: "Не найдено",
    looked_in: |place| format!("; где искали: {place}"),
};

pub(super) const STATEMENT: Statements = Statements {
    translated: |who, status| {
        let who = who.map_or_else(|| "переводчик не указан".to_owned(), |who| format!("перевод: {who}"));
        let status = match status {
            Some(TranslationStatus::Draft) => "; черновик, с оригиналом не сверен",
            Some(TranslationStatus::Checked) => "; сверен с оригиналом",
            None => "",
        };
        format!(" ({who}{status})")
    },
    differs: "Расходится с более ранним высказыванием, ",
    on_behalf: |who| format!("от имени: {who}"),
    in_item: |item, via| {
        let via = via.map(|via| format!(", через {via}")).unwrap_or_default();
        format!("материал: {item}{via}")
    },
    spoken_in: |language| format!("язык речи: {language}"),
};

pub(super) const RATING: Rating = Rating {
    verdict: "Вердикт",
    assessment: "Оценка одного редактора",
    one_reader: " один редактор",
    likelihood: "Насколько вероятно, что это так",
    confidence: "Уверенность в основаниях",
    provenance: |given| {
        let second = given.second.map_or_else(
            || "; согласия второго редактора нет, поэтому это не вердикт редакции.".to_owned(),
            |reader| format!("; второй редактор согласен: {reader}."),
        );
        format!(
            "Шкала: {}. Свидетельства учтены по {}. Оценка: {}{second}",
            given.scale,
            sentence_end(given.until),
            given.editor
        )
    },
    disagreed: |who, why| format!(" Несогласие, {who}: {why}"),
    others: "Оценки других редакторов",
    superseded: "Заменённые оценки",
    as_of_by: |until, who| format!(", свидетельства учтены по {until}, оценка: {who}"),
    because: |reason| format!("Причина замены: {reason}"),
    covered: "Оценено; закрыто, пока вы не прочтёте сами.",
    covered_short: "оценено, закрыто",
    broken: "[эта ссылка никуда не ведёт]",
};

pub(super) const EVIDENCE: Evidence = Evidence {
    none: "Свидетельств за или против с ним не связано.",
    supports: "Свидетельства за",
    against: "Свидетельства против",
    none_linked: "Не связано ни одного.",
    pieces: |pieces, origins| {
        format!(
            "{}, {}.",
            count(pieces, "свидетельство", "свидетельства", "свидетельств"),
            count(origins, "первоисточник", "первоисточника", "первоисточников")
        )
    },
    either: "Нейтрально или неприменимо",
    open: "Не согласовано или не оценено",
    relevance: |value| format!("значимость {value}"),
    credibility: |value| format!("достоверность: {value}"),
    credibility_not_judged: "достоверность не оценена",
    source: "источник: ",
    reliability: |grade| format!("; надёжность: {grade}"),
    nothing: "свидетельство, которое ни на что не указывает",
    no_item: "материал, которого нет в деле",
    an_excerpt: "фрагмент",
    bears: |stance| format!("относится к этому свидетельству, {stance}: "),
    one_reader: |stance| format!("{stance} (один редактор)"),
    unsettled: |readings| format!("не согласовано, мнения редакторов: {readings}"),
};

pub(super) const TIMELINE: Timeline = Timeline {
    none: "Ничего датированного не записано.",
    caption: "Хронология: когда, кто, что",
    heads: ["Когда", "Кто", "Что"],
    left_out: |list| format!("В этот вид не вошло, потому что дата не указана: {list}."),
    date_of_item: "дата материала",
    the_event: "рассматриваемое событие",
    an_event: "событие",
    not_recorded: "не указано",
    finding: "заключение: ",
    differs: "расходится с более ранним высказыванием",
};
