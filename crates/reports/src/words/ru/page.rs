//! The page, the head, the citations and the tables in Russian.

use super::{count, sentence_end};
use crate::words::{Csv, Head, Page, References, joined};

pub(super) const PAGE: Page = Page {
    skip: "Перейти к отчёту",
    contents: "Содержание",
    notes: "Примечания",
    note: |number| format!("Примечание {number}"),
    back: |note| format!("Назад, к ссылке на примечание {note}"),
    back_nth: |nth, note| format!("Назад, к ссылке {nth} на примечание {note}"),
    copy: "Копия",
    made: |version| {
        format!(
            "Подготовлено в программе Counterclaim {version}. Ни одна оценка в этом отчёте не дана машиной."
        )
    },
    not_applicable: "н/п",
};

pub(super) const HEAD: Head = Head {
    example: "Пример: редакторы, издание и оценки в этом отчёте вымышлены.",
    example_begins: "пример",
    erased: |places| {
        let places = count(places, "запись", "записи", "записей");
        format!(
            "Часть сведений стёрта: отчёт опирается на {places} с изъятым текстом; на его месте стоит пометка [erased]. В более раннем отчёте по той же операции этот текст мог сохраниться."
        )
    },
    covered: |claims| {
        let claims = count(claims, "утверждения", "утверждений", "утверждений");
        format!(
            "Копия для второго редактора, не для публикации: оценки {claims} закрыты, пока этот редактор не прочтёт сам."
        )
    },
    logo: "Логотип издания",
    unpublished: "Отчёт о проверке, не опубликован",
    number: |number| format!("Отчёт о проверке {number}"),
    known_on: "По тому, что было известно на ",
    recorded_by: |day| format!(", по записям на {day}"),
    stood_on: "Дело по состоянию на ",
    place: "Где",
    when: "Когда",
    why: "Почему это важно",
    not_recorded: "не указано",
    rated_by: |readers, second| {
        let again = if second.is_empty() {
            "; второго чтения не было".to_owned()
        } else {
            format!("; второе чтение: {}", joined(second, "и"))
        };
        format!("Оценки: {}{again}.", joined(readers, "и"))
    },
    also_written: "Другие написания: ",
    published_by: "Опубликовано: ",
    corrections_policy: "Порядок исправлений: ",
};

const MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

pub(super) const REFERENCES: References = References {
    locale: "ru-RU",
    accessed: Some(|date| format!("Дата обращения: {}.", sentence_end(date))),
    manuscript: Some(("Manuscript.", "Не опубликовано.")),
    none: "Материалов не записано.",
    about: "Библиографические описания даны по Чикагскому руководству по стилю (автор — дата). «Б.\u{a0}д.» означает, что дата не указана. Материал, заглавие которого не записано, назван описательно.",
    no_date: "Б.\u{a0}д.",
    circa: "ок. ",
    month_day: |month, day| {
        let name = usize::try_from(month - 1).ok().and_then(|place| MONTHS.get(place)).unwrap_or(&"");
        format!("{day}\u{a0}{name}")
    },
    archived: |date| {
        let date = date.map(|date| format!(" {date}")).unwrap_or_default();
        format!(" Архивная копия{date}: ")
    },
    span: |from, to| format!("с {from} по {to}"),
    region: "область, описана словами",
    moved: "место сместилось с тех пор, как его отметили",
    lost: "в тексте копии больше не найдено",
    cited_not_read: "цитируется, но не прочитано",
    date: |date| format!("Дата: {}. ", sentence_end(date)),
    public: |date| format!("Опубликовано: {}. ", sentence_end(date)),
    copy: "Копия ",
    no_item: "материал не записан",
    page: |page| format!("с.\u{a0}{page}"),
    via: |carriers| format!("через {carriers}"),
    carriers: |names| names.join(" со ссылкой на "),
};

pub(super) const CSV: Csv = Csv {
    point: ["номер", "вопрос", "сравнение", "словами", "отношения ответов"],
    account: ["ответ", "высказывание", "кто сказал и когда", "оценка"],
    matrix: [
        "матрица",
        "утверждение",
        "текст утверждения",
        "балл противоречия",
        "без весов",
        "место",
        "ячеек охвачено",
        "всего ячеек",
        "свидетельство",
        "название свидетельства",
        "дата свидетельства",
        "источник",
        "надёжность",
        "суждение",
        "значимость",
        "достоверность",
        "вклад в балл",
        "диагностичность свидетельства",
    ],
    one_readers: "оценка одного редактора",
    second_hand: "из вторых рук",
    denies: "отрицает это",
};
