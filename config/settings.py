"""One file of settings, all from the environment. Each says what it is for.

RAPPORT_VAR                   folder for what this installation keeps (database, secret, mail)
RAPPORT_HOSTS                 host names we answer to, comma separated
RAPPORT_ADDRESS               the public address, for links in mails; https switches TLS rules on
RAPPORT_PROXIES               how many proxies of yours stand before us (1 with https, else 0)
RAPPORT_SECRET                signing secret; made and kept in RAPPORT_VAR when absent
RAPPORT_LOG_KEY               the key that signs the audit log; made in RAPPORT_VAR when absent
RAPPORT_SECOND_STEP           second step for administrators and coordinators: off, ask, demand
RAPPORT_TIME_STAMPS           address of an RFC 3161 service that attests when a document was sealed
RAPPORT_FONTS                 folder of further fonts for documents; “fonts” in RAPPORT_VAR
RAPPORT_READABLE_DAYS         so long after the end sealed words can be read; 90, and 0 for ever
RAPPORT_DEVELOPMENT           pages for developers; never in production
RAPPORT_MAIL, RAPPORT_SENDER  smtp://user:password@host:port, and the From address
DATABASE_URL                  PostgreSQL as the running role
DATABASE_OWNER_URL            PostgreSQL as the migrating role
"""

from datetime import timedelta
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from config import environment

ROOT = environment.ROOT
VAR = environment.folder("RAPPORT_VAR", ROOT / "var")
DEVELOPMENT = environment.flag("RAPPORT_DEVELOPMENT")
DEBUG = False
SECRET_KEY = environment.secret("RAPPORT_SECRET", VAR / "secret")

ADDRESS = environment.text("RAPPORT_ADDRESS", "http://localhost:8000").rstrip("/")
TLS = ADDRESS.startswith("https://")
ALLOWED_HOSTS = environment.words(
    "RAPPORT_HOSTS", f"{urlsplit(ADDRESS).hostname},localhost,127.0.0.1"
)
CSRF_TRUSTED_ORIGINS = [ADDRESS]

INSTALLED_APPS = [
    "config",
    "rapport.desk",
    "rapport.evaluation",
    "rapport.evaluation.waves",
    "rapport.demo",
    "rapport.notifications",
    "rapport.sharing",
    "rapport.matching",
    "rapport.relationships",
    "rapport.learning",
    "rapport.programmes",
    "rapport.sealed",
    "rapport.organisations",
    "rapport.people",
    "rapport.journal",
    "rapport.audit",
    "rapport.web",
    "rapport.installation",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "procrastinate.contrib.django",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.forms",
]

# From the outside in. The transaction of a request opens in TenancyMiddleware.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "rapport.web.middleware.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "rapport.people.middleware.PersonMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "rapport.people.middleware.SessionAgeMiddleware",
    "rapport.organisations.middleware.TenancyMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "rapport.people.middleware.FreshnessMiddleware",
    "rapport.organisations.second_step.SecondStepMiddleware",
    "rapport.sealed.middleware.UnlockingStaysMiddleware",
    "rapport.web.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
FORM_RENDERER = "rapport.web.rendering.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "rapport.web.context.page",
                "config.navigation.navigation",
                "rapport.people.context.person_menu",
                "rapport.notifications.context.bell",
            ],
        },
    }
]

# The database: `default` runs, `owner` migrates; the same PostgreSQL, two roles.
DATABASES = {
    "default": environment.database(
        "DATABASE_URL", "postgresql://rapport_app@/rapport", **environment.PREPARED
    ),
    "owner": environment.database("DATABASE_OWNER_URL", "postgresql://rapport_owner@/rapport"),
}
EMBEDDED = environment.flag("RAPPORT_EMBEDDED")
DATABASE_ROUTERS = ["rapport.installation.routing.OwnerMigrates"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Rate limits count here, so the cache is shared by all processes: the database.
CACHES = {
    "default": {
        "BACKEND": "rapport.installation.cache.CountingCache",
        "LOCATION": "shared_cache",
    }
}

# People and sessions.
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "rapport.people.passwords.LengthValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["name", "email"]},
    },
    {"NAME": "rapport.people.passwords.BreachedPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "__Host-rapport" if TLS else "rapport"
SESSION_COOKIE_AGE = int(timedelta(hours=12).total_seconds())
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = TLS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrf" if TLS else "csrf"
CSRF_FAILURE_VIEW = "rapport.web.views.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# allauth: sign-in by e-mail, never telling who has an account.
ACCOUNT_ADAPTER = "rapport.people.adapter.AccountAdapter"
MFA_ADAPTER = "rapport.people.adapter.MFAAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = int(timedelta(minutes=5).total_seconds())
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = (
    "allauth.account.forms.EmailAwarePasswordResetTokenGenerator"  # noqa: S105  # a name, no secret
)
PASSWORD_RESET_TIMEOUT = int(timedelta(hours=1).total_seconds())
ACCOUNT_FORMS = {
    "login": "rapport.people.forms.SignInForm",
    "reset_password": "rapport.people.forms.ForgottenPasswordForm",
    "reset_password_from_key": "rapport.people.forms.NewPasswordForm",
    "change_password": "rapport.people.forms.ChangePasswordForm",
    "set_password": "rapport.people.forms.FirstPasswordForm",
    "add_email": "rapport.people.forms.NewEmailForm",
    "reauthenticate": "rapport.people.forms.PasswordAgainForm",
}
# A whole workshop may sign in from behind one address; wrong passwords are counted tightly.
ACCOUNT_RATE_LIMITS = {"login": "100/m/ip", "login_failed": "10/m/ip,10/15m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(environment.text("RAPPORT_PROXIES", "1" if TLS else "0"))
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Rapport"
MFA_TOTP_TOLERANCE = 1
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
MFA_FORMS = {
    "authenticate": "rapport.people.forms.CodeForm",
    "reauthenticate": "rapport.people.forms.CodeAgainForm",
    "activate_totp": "rapport.people.forms.FirstCodeForm",
    "add_webauthn": "rapport.people.forms.NewPasskeyForm",
    "edit_webauthn": "rapport.people.forms.RenamePasskeyForm",
}
# Whether administrators and coordinators sign in with a second step: off, ask or demand.
SECOND_STEP = environment.text("RAPPORT_SECOND_STEP", "ask")
# When somebody was last seen is noted by our own SessionAgeMiddleware, once a minute.
USERSESSIONS_TRACK_ACTIVITY = False
# Whom to ask for the page “What is kept about you”, in this order.
PERSONAL_RECORD = "config.personal.PERSONAL"
# What else goes into a member's own copy of sealed pages: a name there, and who gives it.
IN_A_COPY = {"agreements": "rapport.sharing.copies.agreements_of"}
# What happens, in this order, when somebody leaves an organisation.
LEAVING = ["rapport.relationships.leaving", "rapport.programmes.leaving", "rapport.sealed.leaving"]
KEPT_ABOUT_A_PERSON = ["rapport.people.kept.account", "rapport.organisations.kept.memberships"]

# Jobs run as the same role as the pages do.
PROCRASTINATE_ON_APP_READY = "config.timetable.register"

# Mail: real SMTP when named; otherwise each mail is a file anybody can open.
MAILERS = {"default": environment.mail(environment.text("RAPPORT_MAIL"), VAR / "mail")}
DEFAULT_FROM_EMAIL = environment.text("RAPPORT_SENDER", "Rapport <rapport@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# Push services of the browsers; whatever else a device names is not called.
PUSH_SERVICES = [
    "https://fcm.googleapis.com",
    "https://updates.push.services.mozilla.com",
    "https://web.push.apple.com",
    "https://*.notify.windows.com",
]

# The key that signs checkpoints of the audit log lies outside the database, best on another disk.
LOG_KEY = environment.folder("RAPPORT_LOG_KEY", VAR / "log-key")
TIME_STAMPS = environment.text("RAPPORT_TIME_STAMPS")
# Letters that no font of ours has: whatever lies here is used for them in PDF documents.
FONTS = environment.folder("RAPPORT_FONTS", VAR / "fonts")

# So many days after a relationship has ended its sealed words are erased; 0 keeps them.
READABLE_DAYS = int(environment.text("RAPPORT_READABLE_DAYS", "90"))

# Static files, served by the same process. `rapport serve` collects them under an address made of
# their content and names it here; without it (tests, development) they come as they lie.
STATIC_RELEASE = environment.text("RAPPORT_STATIC_RELEASE")
STATIC_FOLDER = VAR / "static"
STATIC_URL = f"/static/{STATIC_RELEASE}/" if STATIC_RELEASE else "/static/"
STATIC_ROOT = STATIC_FOLDER / STATIC_RELEASE if STATIC_RELEASE else None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = not STATIC_RELEASE
WHITENOISE_AUTOREFRESH = DEVELOPMENT
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/[0-9a-f]{16}/"

# Languages and time.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("de", _("German"))]
LOCALE_PATHS = [ROOT / "locale"]
# For tests of the layout: a made-up Arabic (`python -m tools.catalogues pseudo FOLDER`).
if environment.text("RAPPORT_PSEUDO"):
    LANGUAGES.append(("ar", _("Arabic")))
    LOCALE_PATHS.insert(0, environment.folder("RAPPORT_PSEUDO", ROOT / "var"))
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

# Headers; the rest is in rapport.web.middleware.HeadersMiddleware.
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["ssp-url"],
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TLS else None
X_FRAME_OPTIONS = "DENY"

# What a form may carry: words are sealed, so bodies are a little longer than what was typed.
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

# The log names paths and times, never query strings or bodies.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "rapport.installation.logs.OneLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"rapport": {"level": "INFO"}},
}
