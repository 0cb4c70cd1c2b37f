// Lays value sorts beside each other: what all hold high, and where they are farthest apart.

const WEIGHT = { very: 2, important: 1, less: 0 };

const spread = (weights) => Math.max(...weights) - Math.min(...weights);

// `people` is [{name, words}], `cards` the deck. A card that somebody left unsorted is not compared.
export function compare(people, cards) {
  const lines = cards.map((card) => ({ card, answers: people.map(({ words }) => words[card.name]) }));
  const whole = lines.filter(({ answers }) => answers.every((answer) => answer in WEIGHT));
  const weighed = whole.map((line) => ({ ...line, weights: line.answers.map((a) => WEIGHT[a]) }));
  return {
    common: weighed.filter(({ weights }) => weights.every((weight) => weight === WEIGHT.very)),
    different: weighed
      .filter(({ weights }) => spread(weights) > 0 && Math.max(...weights) === WEIGHT.very)
      .sort((one, other) => spread(other.weights) - spread(one.weights)),
    all: lines,
    own: people.map(({ words }) => (words.own ?? []).filter(({ name }) => name)),
  };
}
