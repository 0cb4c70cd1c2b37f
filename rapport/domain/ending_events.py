"""What can happen while a relationship winds up and when it has ended, in the past tense."""

from dataclasses import dataclass
from uuid import UUID

from rapport.domain.event import RelationshipEvent


@dataclass(frozen=True, kw_only=True)
class ReadinessShown(RelationshipEvent):
    """Whoever looked first at how ready they are has shown it to all."""


@dataclass(frozen=True, kw_only=True)
class IntroductionPromised(RelationshipEvent):
    introduction: UUID


@dataclass(frozen=True, kw_only=True)
class IntroductionMade(RelationshipEvent):
    introduction: UUID


@dataclass(frozen=True, kw_only=True)
class FarewellWritten(RelationshipEvent):
    """A last word after an end that came early."""


@dataclass(frozen=True, kw_only=True)
class KeepingChosen(RelationshipEvent):
    """One member has said what should stay; what she chose is hers until all have."""


@dataclass(frozen=True, kw_only=True)
class WordsErased(RelationshipEvent):
    """All wanted it: what was not to stay is gone."""


@dataclass(frozen=True, kw_only=True)
class PagesGoSoon(RelationshipEvent):
    """It is long over: what was written is erased on a day that is near."""


@dataclass(frozen=True, kw_only=True)
class PagesErased(RelationshipEvent):
    """It was over for so long that what was written is gone."""


@dataclass(frozen=True, kw_only=True)
class AfterCareDue(RelationshipEvent):
    after_care: UUID


@dataclass(frozen=True, kw_only=True)
class ThanksWritten(RelationshipEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class NextChosen(RelationshipEvent):
    """One member has said what should come next; what she chose is hers until all have."""


@dataclass(frozen=True, kw_only=True)
class DecisionMade(RelationshipEvent):
    """All members chose alike."""


@dataclass(frozen=True, kw_only=True)
class RelationshipEnded(RelationshipEvent):
    ending: UUID


@dataclass(frozen=True, kw_only=True)
class RelationshipRenewed(RelationshipEvent):
    renewal: UUID


@dataclass(frozen=True, kw_only=True)
class RematchWished(RelationshipEvent):
    ending: UUID
