"""Papers as offices of the state and of the Party really type them, which an experienced văn thư lets pass.

They stand for papers of offices that are not here: words invented, habits as lint-rules.md section 2 tells them.
"""

from tests.check.office.offices import OFFICES
from tests.check.office.typed import typed
from tests.check.office.words import Said, words_of

__all__ = ["OFFICES", "Said", "office_paper", "words_of"]


def office_paper(name: str) -> bytes:
    """One paper of OFFICES as .docx."""
    return typed(words_of(name), OFFICES[name])
