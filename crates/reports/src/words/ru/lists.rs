//! Labels of the closed lists in Russian.

use crate::words::Lists;
use claims::words::*;

pub(super) const LISTS: Lists = Lists {
    section: |section| match section {
        Section::Summary => "Вопросы и оценки",
        Section::CommonGround => "В чём сходятся все версии",
        Section::Points => "Спорные вопросы: версии рядом",
        Section::Claims => "Утверждение за утверждением",
        Section::Timeline => "Хронология",
        Section::Matrix => "Матрица свидетельств",
        Section::Method => "Метод",
        Section::Sources => "Источники",
        Section::Reply => "Право на ответ",
        Section::Corrections => "Исправления",
        Section::Integrity => "Сохранность и проверка",
    },
    claim_kind: |kind| match kind {
        ClaimKind::Factual => "фактическое утверждение",
        ClaimKind::Legal => "правовое утверждение",
        ClaimKind::Prediction => "прогноз",
        ClaimKind::Opinion => "мнение",
        ClaimKind::Position => "позиция (требование, пожелание или обязательство)",
        ClaimKind::Unclear => "неясное утверждение",
    },
    unrated: |kind| match kind {
        ClaimKind::Factual => "не оценено",
        ClaimKind::Legal => {
            "не оценено: правовое утверждение оценивается только по шкале, составленной для права"
        }
        ClaimKind::Prediction => "прогноз: приводится, но на истинность не оценивается",
        ClaimKind::Opinion => "мнение: приводится, но на истинность не оценивается",
        ClaimKind::Position => "позиция: приводится, но на истинность не оценивается",
        ClaimKind::Unclear => "не оценено: пока неясно, что именно утверждается",
    },
    unrated_short: |kind| match kind {
        ClaimKind::Factual | ClaimKind::Legal | ClaimKind::Unclear => "не оценено",
        ClaimKind::Prediction => "прогноз, без оценки",
        ClaimKind::Opinion => "мнение, без оценки",
        ClaimKind::Position => "позиция, без оценки",
    },
    act: |act| match act {
        ActKind::Asserts => "утверждает это",
        ActKind::Denies => "отрицает это",
        ActKind::Reports => "передаёт чужие слова",
        ActKind::Concedes => "признаёт это",
    },
    wording: |wording| match wording {
        Wording::Quotation => None,
        Wording::PartialQuotation => Some("частичная цитата"),
        Wording::Paraphrase => Some("в пересказе"),
    },
    stance: |value| match value {
        StanceValue::StronglySupports => "сильно подтверждает",
        StanceValue::Supports => "подтверждает",
        StanceValue::Neutral => "нейтрально",
        StanceValue::Contradicts => "противоречит",
        StanceValue::StronglyContradicts => "сильно противоречит",
        StanceValue::NotApplicable => "неприменимо",
    },
    relevance: |value| match value {
        RelevanceValue::Low => "низкая",
        RelevanceValue::Medium => "средняя",
        RelevanceValue::High => "высокая",
    },
    credibility: |value| match value {
        1 => "1, подтверждена другими источниками",
        2 => "2, вероятна",
        3 => "3, возможна",
        4 => "4, сомнительна",
        5 => "5, маловероятна",
        _ => "6, оценить нельзя",
    },
    grade: |grade| match grade {
        Grade::A => "A, полностью надёжен",
        Grade::B => "B, обычно надёжен",
        Grade::C => "C, довольно надёжен",
        Grade::D => "D, как правило, ненадёжен",
        Grade::E => "E, ненадёжен",
        Grade::F => "F, оценить нельзя",
    },
    likelihood: |value| match value {
        Likelihood::AlmostNoChance => ("Почти исключено", "от 1 до 5\u{a0}%"),
        Likelihood::VeryUnlikely => ("Весьма маловероятно", "от 5 до 20\u{a0}%"),
        Likelihood::Unlikely => ("Маловероятно", "от 20 до 45\u{a0}%"),
        Likelihood::RoughlyEvenChance => ("Шансы примерно равны", "от 45 до 55\u{a0}%"),
        Likelihood::Likely => ("Вероятно", "от 55 до 80\u{a0}%"),
        Likelihood::VeryLikely => ("Весьма вероятно", "от 80 до 95\u{a0}%"),
        Likelihood::AlmostCertain => ("Почти наверняка", "от 95 до 99\u{a0}%"),
    },
    confidence: |value| match value {
        Confidence::Low => "Низкая",
        Confidence::Moderate => "Умеренная",
        Confidence::High => "Высокая",
    },
    state: |state| match state {
        RowState::Agreed => "ответы совпадают",
        RowState::Compatible => "ответы совместимы",
        RowState::Contradicted => "ответы противоречат друг другу",
        RowState::DifferentNotCompared => "ответы различаются, не сопоставлены",
        RowState::OneSideOnly => "отвечает одна сторона",
        RowState::Silent => "молчание",
        RowState::NotLookedAt => "не рассмотрено",
    },
    relation: |relation| match relation {
        Relation::Same => "совпадает с",
        Relation::Compatible => "совместимо с",
        Relation::Contradict => "противоречит",
    },
    unrated_mark: "не оценено",
    unsettled: "не согласовано",
    no_link: "связи нет",
    silent: "молчит",
    not_looked_at: "не рассмотрено",
    undated: "без даты",
    not_defined: "не определена",
    no_actor: "имя, которого нет в деле",
    no_editor: "редактор, которого нет в деле",
};
