"""What an installation says about itself to anybody: that it answers, and what it gives out."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import timezone

from rapport.documents.stamp import stamp_in
from rapport.installation.integrity import PUBLISHED, changed_scripts, scripts


@login_not_required
def health(request: HttpRequest) -> HttpResponse:
    """“ok” when the web server reaches its database; an error otherwise."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
def running(request: HttpRequest) -> HttpResponse:
    """The scripts of this installation beside those of the release."""
    context = {
        "scripts": scripts(),
        "changed": changed_scripts(),
        "published_at": static(PUBLISHED),
        "address": settings.ADDRESS,
    }
    return render(request, "installation/running.html", context)


@login_not_required
def document_certificate(request: HttpRequest) -> HttpResponse:
    """The certificate with which documents are sealed here, for whoever checks one."""
    stamp = stamp_in(settings.VAR, settings.ADDRESS.partition("://")[2], timezone.now())
    headers = {"Content-Disposition": 'attachment; filename="document-certificate.pem"'}
    pem = stamp.certificate.read_bytes()
    return HttpResponse(pem, content_type="application/x-pem-file", headers=headers)
