//! Что пакет говорит о себе.

use super::form;
use crate::bag::BagWords;

pub(super) const BAG: BagWords = BagWords {
    report: "Отчёт в виде страницы",
    case: "Всё дело с его историей и хешами",
    script: "Сценарий на чистом Python, который проверяет историю",
    readme: "Что это и как это проверить",
    text: "Текст, прочитанный из сохранённой копии",
    check: "Результат проверки снимка",
    logo: "Логотип издания",
    terms: "Отчёт можно цитировать с указанием источника. Сохранённые копии — чужие произведения: они приложены для проверки, и права на них остаются у их владельцев.",
    description: |case| {
        format!(
            "Дело «{case}»: соперничающие версии одного события с их утверждениями, свидетельствами и оценками, сохранённые копии, на которых они держатся, и история каждой правки."
        )
    },
    page: |facts| {
        let left_out = match facts.left_out {
            0 => String::new(),
            n => {
                let n_ = usize::try_from(n).unwrap_or(usize::MAX);
                format!(
                    "\nНе вошло: {n} {}. Файл отсутствует или изменился; какие именно, говорит отчёт.\n",
                    form(n_, "копия", "копии", "копий")
                )
            }
        };
        let copies = usize::try_from(facts.copies).unwrap_or(usize::MAX);
        format!(
            "{}\n\nreport.html        отчёт; открывается в любом браузере, сеть не нужна\n\
             case.json          всё дело, со всеми операциями его истории\n\
             files/             {copies} {} источников, каждая названа по её SHA-256\n\
             verify_ledger.py   проверяет case.json и files/ одним Python\n\
             ro-crate-metadata.json   что есть что, для программ\n{left_out}\n\
             Как это проверить\n\n\
             1. Что в этой папке ничего не изменилось с тех пор, как её упаковали (папка над ней — пакет по RFC 8493):\n\
             \x20    sha256sum --check manifest-sha256.txt        в папке выше\n\
             2. Что история цела и дело таково, каким его делает история:\n\
             \x20    python3 verify_ledger.py case.json --files files\n\
             3. Что отчёт сделан из этой истории. В ней должна быть эта операция, от {}:\n\
             \x20    python3 verify_ledger.py case.json --head {}\n\n\
             Примечание в отчёте ведёт к словам в сохранённой копии и называет начало её SHA-256: это её папка и имя в files/.\n\n\
             Записано программой Counterclaim {}.\n",
            facts.case,
            form(copies, "сохранённая копия", "сохранённые копии", "сохранённых копий"),
            facts.operation_time,
            facts.operation_hash,
            facts.version,
        )
    },
};
