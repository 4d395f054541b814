"""Faults planted in clean papers the way a person makes them in Word.

A rule's tests are a list of `Case` (found, there, nothing else) and `Silent` (a near miss), each over a paper of
`clean.PAPERS` and a lambda with the verbs of `Clerk`, run by `verify`.
"""

from tests.check.planting.cases import Case, Silent, across, planted, verify
from tests.check.planting.clean import PAPERS, clean
from tests.check.planting.clerk import Clerk
from tests.check.planting.selection import BODY

__all__ = ["BODY", "PAPERS", "Case", "Clerk", "Silent", "across", "clean", "planted", "verify"]
