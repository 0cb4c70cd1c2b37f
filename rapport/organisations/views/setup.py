"""An empty installation gets its first organisation and its first person."""

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rapport.organisations.actions.organisations import is_empty, set_up_installation
from rapport.organisations.forms import SetupForm
from rapport.organisations.setup_code import forget_setup_code
from rapport.people.limits import is_within_limit, too_many


@login_not_required
def setup(request: HttpRequest) -> HttpResponse:
    """Only while nobody is here; whoever opens it proves that she reads the terminal."""
    if not is_empty():
        raise Http404
    if not is_within_limit(request, "setup"):
        return too_many(request)
    form = SetupForm(request.POST or None, initial={"code": request.GET.get("code", "")})
    if not (form.is_valid() and set_up(form)):
        return render(request, "organisations/setup.html", {"form": form})
    forget_setup_code()
    organisation, person = form.result
    perform_password_login(request, {"email": person.email}, Login(user=person, email=person.email))
    messages.success(request, _("Your organisation stands. Next: your first programme."))
    return redirect(f"{organisation.mount}/programmes/")


def set_up(form: SetupForm) -> bool:
    data = form.cleaned_data
    return form.attempt(set_up_installation, data["organisation"], data["slug"], form.founder())
