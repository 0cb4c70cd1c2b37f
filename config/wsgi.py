"""What the web server calls."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from rapport.installation.integrity import refuse_changed_scripts  # settings come first
from rapport.organisations.mount import mount_organisation  # settings come first

pages = get_wsgi_application()
refuse_changed_scripts()
application = mount_organisation(pages)
