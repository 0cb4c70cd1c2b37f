"""Who takes part in the demonstration: about 120 believable people of many backgrounds."""

import random
from dataclasses import dataclass

SEED = 1985
"""The year in which Kram described the phases."""

NAMES: dict[str, tuple[str, ...]] = {
    "en": (
        "Amira Nasser",
        "Tomasz Kowalczyk",
        "Siân Pritchard",
        "Petra Novák",
        "Adwoa Mensah",
        "Jonas Lindqvist",
        "Rosa Benedetti",
        "Marek Lewandowski",
        "Hana Sato",
        "Priya Raghunathan",
        "Liam O’Sullivan",
        "Chiamaka Okonkwo",
        "Owen Fairweather",
        "Noor Rahman",
        "Ingrid Solheim",
        "Mateus Carvalho",
        "Yara Haddad",
        "Callum MacLeod",
        "Grace Nyambura",
        "Viktor Petrov",
        "Ewa Zielińska",
        "Daniel Osei",
        "Zoë Vandenberghe",
        "Ravi Deshpande",
        "Martha Whitlock",
        "Ngozi Adeyemi",
        "Elif Yıldız",
        "Stefan Ionescu",
        "Aroha Ngata",
        "Bjørn Halvorsen",
        "Wei Chen",
        "Fatima Zahra",
        "Kofi Boateng",
        "Isla Campbell",
        "Dmitri Volkov",
        "Leilani Kealoha",
        "Joyce Achieng",
        "Henrik Ahlgren",
        "Sofia Papadopoulou",
        "Tariq Aziz",
    ),
    "de": (
        "Friederike Großmann",
        "Jürgen Hämmerle",
        "Katharina von Wartenberg-Lichtenfels",
        "Mehmet Öztürk",
        "Anneliese Schöpflin",
        "Lukas Baumgartner",
        "Svenja Petersen",
        "Hans-Peter Oberhuber",
        "Ayşe Demir",
        "Maximilian Krüger",
        "Leonie Fuchs",
        "Ulrich Weiß",
        "Magdalena Steinbrecher",
        "Dieter Kowalski",
        "Sabine Jørgensen",
        "Fabian Rösch",
        "Brigitte Löwenthal",
        "Emre Kaya",
        "Hannah Zimmermann",
        "Wolfgang Eßer",
    ),
    "fr": (
        "Élodie Marchand",
        "Jean-Baptiste Lefèvre",
        "Aïcha Benkirane",
        "Mathieu Girard",
        "Camille Dubois",
        "Moussa Diallo",
        "Solène Kervella",
        "Théo Rousseau",
        "Inès Chevalier",
        "Ousmane Traoré",
        "Margaux Fontaine",
        "Raphaël Haddad",
    ),
    "es": (
        "Lucía Fernández Ibáñez",
        "Joaquín Muñoz",
        "Valentina Rojas",
        "Íñigo Etxeberria",
        "Ximena Quispe",
        "Rodrigo Peña",
        "Marisol Cárdenas",
        "Andrés Villalobos",
        "Nuria Soler",
        "Camila Duarte",
        "Héctor Zambrano",
        "Begoña Arriaga",
    ),
    "ar": (
        "ليلى الخطيب",
        "عمر حدّاد",
        "سلمى منصور",
        "يوسف العلي",
        "نور الشريف",
        "خالد بن يوسف",
    ),
    "other": (
        "Nguyễn Thị Minh Khai",
        "李秀英",
        "Олена Шевченко",
        "Δημήτρης Παπαδόπουλος",
        "김하늘",
        "Gülşah Çelik",
        "Łukasz Wójcik",
        "Sunniva Ásgeirsdóttir",
        "Anuradha Wickramasinghe",
        "Tāne Mahuta",
        "Þórunn Guðmundsdóttir",
        "Nomvula Khumalo",
        "Aleksandra Jurić",
        "Dóra Szabó",
        "Rasa Kazlauskaitė",
        "Bogdan Marinescu",
        "Saoirse Ní Bhriain",
        "X Æ Lund",
        "Maria da Conceição Vasconcelos de Albuquerque e Castro",
        "Bo Li",
        "Tuğba Şahin",
        "Mirembe Nakato",
        "Kristjan Tamm",
        "Anahit Grigoryan",
        "Zsófia Kovács",
        "Teuta Krasniqi",
        "Ilze Bērziņa",
        "Vanja Radulović",
        "Tomos Llewellyn",
        "Marit Ødegård",
    ),
}

TOPICS = (
    "Leading a first team", "Changing field", "Speaking up in meetings", "Planning a project",
    "Negotiating", "Work and family", "Writing for others", "Learning from failure",
    "Building a network", "Working across languages", "Saying no", "Moving into research",
    "Public service", "Teaching", "Handling conflict", "Finding my own style",
)  # fmt: skip

SITES = ("Harbour office", "North campus", "Field station", "Remote")
ZONES = ("Europe/London", "Europe/Berlin", "Europe/Warsaw", "America/Bogota", "Asia/Kolkata")
STAGES = ("0–2 years", "3–5 years", "6–10 years", "more than 10 years")
LEADS = ("Prof. Ashworth", "Dr. Mbeki", "Ms. Thornton", "Herr Brandl", "Mme Arnaud", "")


@dataclass(frozen=True)
class Someone:
    """A person of the demonstration, as a sign-up form would know her."""

    number: int
    name: str
    language: str
    time_zone: str
    site: str
    stage: str
    manager: str
    topics: tuple[str, ...]
    capacity: int

    @property
    def email(self) -> str:
        return f"person{self.number:03d}@demo.example"

    @property
    def interface(self) -> str:
        """The language in which she uses the product."""
        return "de" if self.language == "de" else "en"


def everybody() -> list[Someone]:
    """All people, always the same and always in the same order."""
    chance = random.Random(SEED)
    named = [(name, language) for language, names in NAMES.items() for name in names]
    chance.shuffle(named)
    return [someone(number, *each, chance) for number, each in enumerate(named, 1)]


def someone(number: int, name: str, language: str, chance: random.Random) -> Someone:
    return Someone(
        number=number,
        name=name,
        language=language,
        time_zone=chance.choice(ZONES),
        site=chance.choice(SITES),
        stage=chance.choice(STAGES),
        manager=chance.choice(LEADS),
        topics=tuple(chance.sample(TOPICS, chance.randint(1, 4))),
        capacity=chance.choice((1, 1, 1, 2, 2, 3)),
    )
