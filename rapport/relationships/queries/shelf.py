"""What stands on the shelf, and which questions somebody has at hand."""

from django.db.models import QuerySet

from rapport.people.models import Person
from rapport.relationships.models import QuestionBookmark, Relationship, ShelfItem
from rapport.relationships.queries.goals import NEWEST_WORDS


def shelf_of(relationship: Relationship) -> QuerySet[ShelfItem]:
    """What nobody took away, the newest first."""
    items = relationship.shelf_items.filter(removed_at=None)
    return items.select_related("by", "words", "relationship").prefetch_related(NEWEST_WORDS)


def bookmarks_of(person: Person) -> set[str]:
    return set(QuestionBookmark.objects.filter(person=person).values_list("question", flat=True))
