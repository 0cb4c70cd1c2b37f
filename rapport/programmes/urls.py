"""Addresses of programmes, their intakes, duties, sign-ups and imports."""

from django.urls import URLPattern, URLResolver, include, path

from rapport.programmes.views import draw, duty, enrolment, import_run, intake, programme

PEOPLE = [
    path("new/", enrolment.enrolment_new, name="enrolment_new"),
    path("<uuid:number>/", enrolment.enrolment, name="enrolment"),
    path("<uuid:number>/edit/", enrolment.enrolment_edit, name="enrolment_edit"),
    path("<uuid:number>/withdrawal/", enrolment.withdrawal, name="enrolment_withdrawal"),
    path("<uuid:number>/withdrawal/end/", enrolment.withdrawal_end, name="enrolment_return"),
]
IMPORTS = [
    path("", import_run.people_import, name="people_import"),
    path("<uuid:number>/", import_run.import_mapping, name="import_mapping"),
    path("<uuid:number>/preview/", import_run.import_preview, name="import_preview"),
    path("<uuid:number>/words/", import_run.import_words, name="import_words"),
    path("<uuid:number>/result/", import_run.import_result, name="import_result"),
    path("<uuid:number>/end/", import_run.import_end, name="import_end"),
]
INTAKE: list[URLPattern | URLResolver] = [
    path("", intake.intake, name="intake"),
    path("settings/", intake.intake_settings, name="intake_settings"),
    path("people/", include(PEOPLE)),
    path("import/", include(IMPORTS)),
    path("lottery/", draw.lottery, name="lottery"),
    path("lottery/<uuid:lot>/place/", draw.lot_up, name="lot_up"),
]
PROGRAMME: list[URLPattern | URLResolver] = [
    path("", programme.programme, name="programme"),
    path("settings/", programme.programme_settings, name="programme_settings"),
    path("duties/", duty.programme_duties, name="programme_duties"),
    path("duties/<uuid:number>/end/", duty.duty_end, name="programme_duty_end"),
    path("intakes/new/", intake.intake_new, name="intake_new"),
    path("intakes/<slug:code>/", include(INTAKE)),
]
urlpatterns = [
    path("programmes/", programme.programmes, name="programmes"),
    path("programmes/new/", programme.programme_new, name="programme_new"),
    path("programmes/<slug:slug>/", include(PROGRAMME)),
]
