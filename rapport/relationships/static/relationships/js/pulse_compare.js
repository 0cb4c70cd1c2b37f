// Reads answers of a pulse and finds what is worth a talk: far apart, or low for all.

export const answerOf = (words, theme, side) => Number(words?.[`${theme}_${side}`]) || 0;

export const valuesOf = (table, theme, people) =>
  table.columns.map(({ of, side }) => answerOf(people[of], theme, side));

export const spread = (values) => Math.max(...values) - Math.min(...values);

// Whether everybody has answered; what one left out is not compared.
export const isWhole = (values) => values.length > 1 && values.every((value) => value > 0);

export function isWorthATalk(values, { far, low }) {
  return isWhole(values) && (spread(values) >= far || Math.max(...values) <= low);
}

// Keys of themes, the farthest apart first, then the lowest.
export function worthATalk(tables, themes, people, limits) {
  const found = new Map();
  for (const { key } of themes) {
    for (const table of tables) {
      const values = valuesOf(table, key, people);
      if (!isWorthATalk(values, limits)) continue;
      const rank = spread(values) * 10 - Math.min(...values);
      found.set(key, Math.max(rank, found.get(key) ?? -Infinity));
    }
  }
  return Array.from(found.keys()).sort((one, other) => found.get(other) - found.get(one));
}

export const pairTables = (count) =>
  Array.from({ length: count }, (_, at) => ({
    columns: [{ of: at, side: "self" }, ...others(count, at)],
  }));

const others = (count, at) =>
  Array.from({ length: count }, (_, of) => ({ of, side: "other" })).filter(({ of }) => of !== at);
