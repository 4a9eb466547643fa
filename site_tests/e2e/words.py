"""The site's own words, so that tests look for what a person reads and wording can change in one place."""

from functools import cache

from questionnaire_site.catalogue import Catalogue
from site_tests.support.places import ROOT


def words(key: str, **values: object) -> str:
    """A text of the catalogue: `words("hub.check")`."""
    return _catalogue().text(key, **values)


@cache
def _catalogue() -> Catalogue:
    return Catalogue.load(ROOT / "theme/catalogue", "en-GB")
