"""A person's own record: complete, hers to read and to take along; and what a leaving does."""

import json
from datetime import timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core import mail
from django.db.models import BinaryField, FileField, JSONField, Model
from django.utils import timezone, translation

from config.personal import PERSONAL
from config.record_labels import LABELS
from rapport.domain.events import MembershipEnded, MoveProposed, RelationshipEnded
from rapport.domain.permissions import Role
from rapport.domain.refusals import NotNow
from rapport.journal.models import Entry
from rapport.journal.recording import record
from rapport.organisations.actions.leaving import delete_account, end_membership, what_will_happen
from rapport.organisations.actions.record_copy import ask_for_copy
from rapport.organisations.listeners.leaving import send_farewell
from rapport.organisations.models import Duty, Membership, RecordCopy
from rapport.organisations.record import Fate, column, record_of
from rapport.organisations.scope import PERSON, setting
from rapport.organisations.tasks import forget_record_copies, make_record_copy
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.people.tests.accounts import sign_in, with_account
from rapport.programmes.models import Enrolment, Intake
from rapport.relationships.models import Ending, Participant, Relationship
from rapport.sealed.actions.note import write_note
from rapport.sealed.models import Envelope, JournalNote, SpaceMember
from tests.cast import Cast, MountedClient
from tests.sealing import Hands


def columns_to_people() -> set[str]:
    """As the models have them."""
    return {
        f"{model._meta.app_label}.{model.__name__}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.concrete and field.related_model is Person
    }


def test_every_column_that_points_to_a_person_is_in_the_table_once() -> None:
    named = [name for group in PERSONAL for name in group.columns if name != "people.Person.pk"]
    assert columns_to_people() - set(named) == set(), "columns without a row in config/personal.py"
    assert set(named) - columns_to_people() == set(), "rows without a column"
    assert len(named) == len(set(named))


def shown_columns() -> set[str]:
    """The names of all columns that a record shows, as they are before any language."""
    models: list[tuple[type[Model], frozenset[str]]] = [(Entry, frozenset())]
    models += [(column(name)[0], group.hidden) for group in PERSONAL for name in group.columns]
    with translation.override(None):
        return {
            str(each.verbose_name)
            for model, hidden in models
            for each in model._meta.fields
            if each.name not in hidden | {"id", "organisation"}
        }


def test_every_column_of_a_record_has_a_name_in_the_readers_language() -> None:
    with translation.override("de"):
        german = {name for name in shown_columns() if translation.gettext(name) != name}
    alike = {"name"}
    assert shown_columns() - german <= alike
    assert {name for name in LABELS if name not in shown_columns()} == set()


def test_whatever_is_kept_or_untied_says_why() -> None:
    assert all(group.why.endswith(".") for group in PERSONAL)


def test_what_is_untied_may_be_empty() -> None:
    names = [name for group in PERSONAL if group.fate is Fate.UNTIED for name in group.columns]
    fields = [column(name)[0]._meta.get_field(column(name)[1]) for name in names]
    assert [field for field in fields if not field.null] == []


def enrolled(cast: Cast, who: Person) -> Enrolment:
    return Enrolment.objects.create(
        intake=Intake.objects.get(),
        person=who,
        name=who.name,
        email=who.email or "",
        role="mentee",
        answers=[{"question": "Why?", "item": "", "text": "To lead a harbour"}],
    )


def rows_about(who: Person) -> list[dict[str, Any]]:
    with setting(PERSON, who.pk):
        chapters = record_of(who)
    return [row.data for chapter in chapters for part in chapter.parts for row in part.rows]


def test_a_person_finds_every_row_of_hers(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation):
        enrolled(cast, cast.ben)
        Hands(relationship)
        record(MoveProposed(relationship=relationship.pk, move="go_on", by=cast.ben.pk))
    tables = {row["table"] for row in rows_about(cast.ben)}
    assert tables >= {
        "people.Person.pk",
        "organisations.Membership.person",
        "programmes.Enrolment.person",
        "relationships.Participant.person",
        "sealed.SpaceMember.person",
        "sealed.IdentityKey.person",
        "journal.Entry.values",
    }


def test_nobody_finds_rows_of_others(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation):
        enrolled(cast, cast.ben)
    text = json.dumps(rows_about(cast.ada), default=str)
    assert "To lead a harbour" not in text
    assert "ben@example.org" not in text


def test_no_hash_and_no_wrapped_key_is_in_the_record(
    cast: Cast, relationship: Relationship
) -> None:
    with_account(cast.ben)
    with tenant(cast.organisation):
        Hands(relationship)
    keys = {key for row in rows_about(cast.ben) for key in row}
    assert not keys & {"password", "hashed_token", "wrapped", "bundle", "session_key"}


def fresh_client(cast: Cast, who: Person) -> MountedClient:
    client = MountedClient(cast.organisation)
    sign_in(client, with_account(who).email)
    return client


def test_whoever_worked_for_others_takes_nothing_of_theirs_along() -> None:
    """Files of personnel, tables of sign-ups, reasons of pairs: that it was done, and no more."""
    (group,) = [each for each in PERSONAL if each.title == "What you did for others here"]
    models = {column(name)[0] for name in group.columns}
    bulky = {
        field.name
        for model in models
        for field in model._meta.fields
        if isinstance(field, JSONField | BinaryField | FileField)
    }
    about_settings = {"criteria", "decided", "shown", "still_open", "places", "refusal"}
    assert bulky - group.hidden <= about_settings


def test_a_copy_is_made_in_the_background_and_is_hers_alone(
    cast: Cast, relationship: Relationship
) -> None:
    ben = fresh_client(cast, cast.ben)
    ben.post("/kept/copies/")
    ben.post("/kept/copies/")
    with setting(PERSON, cast.ben.pk):
        copy = RecordCopy.objects.get()
    assert ben.get(f"/kept/copies/{copy.pk}/").status_code == 404
    assert ben.get("/kept/copies/").headers["Refresh"]
    make_record_copy(copy=str(copy.pk), person=str(cast.ben.pk))
    archive = ben.get(f"/kept/copies/{copy.pk}/")
    assert archive.headers["Content-Type"] == "application/zip"
    assert fresh_client(cast, cast.ada).get(f"/kept/copies/{copy.pk}/").status_code == 404


def test_the_copy_holds_a_page_and_the_same_for_programs(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        enrolled(cast, cast.ben)
    with setting(PERSON, cast.ben.pk):
        copy = ask_for_copy(cast.ben)
        make_record_copy(copy=str(copy.pk), person=str(cast.ben.pk))
        copy.refresh_from_db()
    assert copy.archive is not None
    with ZipFile(BytesIO(copy.archive)) as archive:
        data = json.loads(archive.read("record.json"))
        page = archive.read("record.html").decode()
    assert data["format"] == "rapport-record/1"
    assert [chapter["title"] for chapter in data["chapters"]] == ["Your account", "Harbour"]
    assert "To lead a harbour" in page
    assert "<script" not in page


def test_a_copy_is_forgotten_after_a_week(cast: Cast) -> None:
    with setting(PERSON, cast.ben.pk):
        old = RecordCopy.objects.create(person=cast.ben, ready_at=timezone.now())
        new = ask_for_copy(cast.ben)
        RecordCopy.objects.filter(pk=old.pk).update(asked_at=timezone.now() - timedelta(days=8))
    forget_record_copies(timestamp=0)
    with setting(PERSON, cast.ben.pk):
        assert RecordCopy.objects.get() == new


def leave(cast: Cast, who: Person, *, by: Person | None = None) -> None:
    with tenant(cast.organisation):
        end_membership(Membership.objects.get(person=who), by=by or who)


def test_what_remains_is_said_before(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation):
        enrolled(cast, cast.ben)
        happens = " ".join(what_will_happen(cast.ben))
    assert "1 relationship ends without fault" in happens
    assert "signed up with is erased" in happens
    page = fresh_client(cast, cast.ben).get("/leaving/").content.decode()
    assert "1 relationship ends without fault" in page
    assert "It stays when you leave." in page


def test_leaving_ends_relationships_well_and_empties_what_was_hers(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        sign_up = enrolled(cast, cast.ben)
        Hands(relationship)
    with setting(PERSON, cast.ben.pk):
        leave(cast, cast.ben)
    with tenant(cast.organisation):
        assert Ending.objects.get(relationship=relationship).kind == "no_fault"
        assert not Membership.objects.filter(person=cast.ben).exists()
        assert Participant.objects.filter(person=cast.ben).exists()
        assert SpaceMember.objects.get(person=cast.ben).left_at is not None
        sign_up.refresh_from_db()
        assert (sign_up.person, sign_up.email, sign_up.answers) == (None, "", [])
        kinds = set(Entry.objects.values_list("event", flat=True))
    assert {RelationshipEnded.name(), MembershipEnded.name()} <= kinds
    cast.ben.refresh_from_db()
    assert (cast.ben.name, cast.ben.is_active) == ("Ben", True)


def test_the_private_journal_goes(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation), setting(PERSON, cast.ben.pk):
        hands = Hands.at_journal(cast.ben)
        write_note(None, hands.sealed(cast.ben, "note/1", {"note": "x"}), by=cast.ben)
        leave(cast, cast.ben)
        assert not JournalNote.objects.exists()
        assert not Envelope.objects.filter(author=cast.ben).exists()


def test_whoever_has_left_finds_nothing_there_any_more(
    cast: Cast, relationship: Relationship
) -> None:
    client = fresh_client(cast, cast.ben)
    answer = client.post("/leaving/", {"sure": "on"})
    assert answer.headers["Location"] == "/organisations/"
    assert client.get("/").status_code == 404


def test_nothing_happens_without_the_tick(cast: Cast, relationship: Relationship) -> None:
    for path in ("/leaving/", "/deletion/"):
        assert fresh_client(cast, cast.ben).post(path).status_code == 200
    with tenant(cast.organisation):
        assert Membership.objects.filter(person=cast.ben).exists()


def test_the_last_administrator_stays(cast: Cast) -> None:
    with pytest.raises(NotNow, match="only administrator of Harbour"):
        leave(cast, cast.cora)
    with tenant(cast.organisation):
        Duty.objects.create(person=cast.sam, role=Role.ADMINISTRATOR)
    leave(cast, cast.cora)


def test_an_administrator_removes_a_member_who_learns_it_by_mail(
    cast: Cast, relationship: Relationship
) -> None:
    cora = fresh_client(cast, cast.cora)
    path = f"/members/{cast.ben.pk}/removal/"
    assert "1 relationship ends" in cora.get(path).content.decode()
    assert cora.post(path, {"sure": "on"}).status_code == 302
    with tenant(cast.organisation):
        assert not Membership.objects.filter(person=cast.ben).exists()
        mail.outbox.clear()
        send_farewell(MembershipEnded(person=cast.ben.pk, by=cast.cora.pk))
        send_farewell(MembershipEnded(person=cast.ben.pk, by=cast.ben.pk))
    assert [each.subject for each in mail.outbox] == ["You no longer belong to Harbour"]


def test_a_deleted_account_is_empty_and_others_keep_their_record(
    cast: Cast, relationship: Relationship
) -> None:
    client = fresh_client(cast, cast.ben)
    answer = client.post("/deletion/", {"sure": "on"})
    assert answer.headers["Location"] == "/accounts/login/"
    gone = Person.objects.get(pk=cast.ben.pk)
    assert (gone.name, gone.email, str(gone)) == ("", None, "Somebody who left")
    assert not gone.has_usable_password()
    with tenant(cast.organisation):
        assert Participant.objects.filter(person=gone).exists()
    ada = fresh_client(cast, cast.ada)
    page = ada.get(f"/relationships/{relationship.code}/").content.decode()
    assert "Somebody who left" in page
    assert "Ben" not in page


def test_a_deleted_account_that_nothing_points_to_is_gone(cast: Cast) -> None:
    delete_account(cast.sam, by=cast.sam)
    assert not Person.objects.filter(pk=cast.sam.pk).exists()


def test_deleting_ends_every_session(cast: Cast, relationship: Relationship) -> None:
    phone, desk = fresh_client(cast, cast.ben), MountedClient(cast.organisation)
    sign_in(desk, cast.ben.email)
    assert desk.get("/profile/").status_code == 200
    phone.post("/deletion/", {"sure": "on"})
    assert desk.get("/profile/").status_code == 302
    owners = {each.get_decoded().get("_auth_user_id") for each in Session.objects.all()}
    assert str(cast.ben.pk) not in owners


def test_an_account_with_a_last_duty_is_deleted_nowhere_when_one_place_refuses(cast: Cast) -> None:
    with tenant(cast.elsewhere):
        Membership.objects.create(person=cast.cora)
    with setting(PERSON, cast.cora.pk), pytest.raises(NotNow):
        delete_account(cast.cora, by=cast.cora)
    with setting(PERSON, cast.cora.pk):
        assert Membership.objects.filter(person=cast.cora).count() == 2


def test_rows_are_models_of_ours(cast: Cast) -> None:
    assert all(issubclass(column(name)[0], Model) for g in PERSONAL for name in g.columns)
