// Lays sorted cards beside each other: what all hold high, and where they are farthest apart.

const WEIGHT = { very: 2, important: 1, less: 0, yes: 2, welcome: 1, no: 0 };
const TOP = 2;

const spread = (weights) => Math.max(...weights) - Math.min(...weights);

// `people` is [{name, words}], `cards` the deck, `own` the word that holds cards of one's own.
// A card that somebody left unsorted is not compared.
export function compare(people, cards, own) {
  const lines = cards.map((card) => ({ card, answers: people.map(({ words }) => words[card.name]) }));
  const whole = lines.filter(({ answers }) => answers.every((answer) => answer in WEIGHT));
  const weighed = whole.map((line) => ({ ...line, weights: line.answers.map((a) => WEIGHT[a]) }));
  return {
    common: weighed.filter(({ weights }) => weights.every((weight) => weight === TOP)),
    different: weighed
      .filter(({ weights }) => spread(weights) > 0 && Math.max(...weights) === TOP)
      .sort((one, other) => spread(other.weights) - spread(one.weights)),
    all: lines,
    own: ownLines(people, own),
  };
}

// Cards of one's own: what the others think of them can only be asked.
function ownLines(people, own) {
  return people.flatMap(({ words }, at) =>
    (words[own] ?? [])
      .filter(({ name }) => name)
      .map(({ name, importance }) => ({
        card: { label: name },
        answers: people.map((_, place) => (place === at ? importance : undefined)),
      })),
  );
}
