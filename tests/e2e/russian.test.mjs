// The window in Russian: every main screen speaks it, holds to axe, and writes a report in it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaults } from "./axe.mjs";
import { call, openDemo } from "./desk.mjs";
import { waitFor } from "./driver.mjs";

test("an editor works in Russian", () =>
  story("russian", async ({ where, open }) => {
    const { page } = await open();
    await openDemo(page, "И. Марр");
    const [{ id }] = call(where, "case.list", {});

    // As the settings do: the choice is kept, and the page loads again.
    await page.execute(() => {
      localStorage.setItem("counterclaim.language", "ru");
      location.reload();
    });
    await page.sees("Дела");
    assert.equal(await page.execute(() => document.documentElement.lang), "ru", "the page says that it is Russian");

    const screens = [
      ["#/cases", "cases", ["Статус", "На проверке", "Сохранено|Все изменения сохранены"]],
      [`#/case/${id}/compare`, "points-grid", ["Сопоставление", "Противоречие", "Отвечает одна сторона", "Молчит. Где искали"]],
      [`#/case/${id}/compare/matrix`, "matrix", ["Балл противоречия", "сильно подтверждает"]],
      [`#/case/${id}/claims`, "claim-list", ["Утверждения"]],
      [`#/case/${id}/timeline`, "timeline", ["Хронология", "События", "4 апр."]],
      [`#/case/${id}/review`, "review-progress", ["утверждений с вердиктом"]],
      [`#/case/${id}/history`, "history", ["Проверить журнал", "Добавление"]],
      ["#/items", "item-list", ["Материалы", "6 материалов"]],
      ["#/settings", "settings-editor", ["Шкалы оценок", "Резервные копии"]],
    ];
    for (const [address, testid, words] of screens) {
      await page.execute((hash) => (location.hash = hash), address);
      await page.id(testid, { ms: 30_000 });
      for (const word of words) {
        await waitFor(`"${word}" on ${address}`, async () => new RegExp(word, "i").test(await page.text()));
      }
      await assertNoFaults(page, `${address} in Russian`);
    }
    // A change made in Russian is the same change: the history holds commands, not words.
    assert.ok(call(where, "history.list", { limit: 1 }).length === 1, "the terminal reads the same history");
  }));
