"""What the programme itself knows of goals, as the evaluation reads it: levels, and no word."""

from rapport.domain.goals import Level
from rapport.domain.permissions import Role
from rapport.evaluation.queries.records import goals_file
from rapport.organisations.tenancy import tenant
from rapport.programmes.models import Enrolment
from rapport.relationships.actions.goals import Figures, propose_goal
from rapport.relationships.models import Relationship
from tests.cast import Cast
from tests.sealing import Hands

WORDS = {"wording": "Quittengelb: lead a team"}


def test_goal_attainment_is_read_from_what_both_sides_noted(
    cast: Cast, relationship: Relationship
) -> None:
    """Where it stood at the start, and the level each of them saw last."""
    with tenant(cast.organisation):
        mentee = relationship.participants.get(role=Role.MENTEE)
        mentee.enrolment = Enrolment.objects.create(
            intake=relationship.intake, person=cast.ben, email="ben@example.org", role=Role.MENTEE
        )
        mentee.save()
        assert goals_file(relationship.intake.programme, {"ben@example.org"}) is None
        words = Hands(relationship).sealed(cast.ben, "goal/1", WORDS)
        figures = Figures(None, 8, Level.LESS)
        goal = propose_goal(relationship, words, figures, owner=cast.ben, by=cast.ben)
        for who, level in ((cast.ben, 0), (cast.ben, 1), (cast.ada, 2)):
            goal.attainments.create(person=who, level=level)
        file = goals_file(relationship.intake.programme, {"ben@example.org"})
    assert file is not None
    assert file.content.decode().splitlines() == [
        "person,goal,rater,before,level,status",
        f"ben@example.org,{goal.pk},mentee,-1,1,",
        f"ben@example.org,{goal.pk},mentor,-1,2,",
    ]
    assert b"Quittengelb" not in file.content
