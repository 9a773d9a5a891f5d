import axe from 'axe-core';

/** What axe finds in a piece of the page, as "rule: place". Contrast needs a real window and is looked at there. */
export async function faults(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 120)}`),
  );
}
