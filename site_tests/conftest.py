"""What every suite shares: how hypothesis searches."""

import os

from hypothesis import settings

# No deadline: a shared, busy machine must not fail a property.
settings.register_profile("local", deadline=None)
# The same examples at every run, so that a red run says something about the change under test.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")
