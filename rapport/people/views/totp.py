"""The picture that an authenticator app reads: a file of its own, because pages hold no data."""

from io import BytesIO
from typing import cast

import qrcode
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import get_totp_secret
from django.http import HttpRequest, HttpResponse
from qrcode.image.svg import SvgFillImage

from rapport.people.fresh import wants_fresh_sign_in
from rapport.people.models import Person


@wants_fresh_sign_in
def picture(request: HttpRequest) -> HttpResponse:
    """The secret that the page beside it is about to check, as a QR code in SVG."""
    url = get_adapter().build_totp_url(cast("Person", request.user), get_totp_secret())
    file = BytesIO()
    qrcode.make(url, image_factory=SvgFillImage, border=2).save(file)
    return HttpResponse(file.getvalue(), content_type="image/svg+xml")
