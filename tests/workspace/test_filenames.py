"""Names of files: what Windows would refuse or mix up never comes out, and nothing falls together."""

import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.workspace.filenames import MAX_BYTES, safe_name, safe_names

DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"} | {
    f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"
}
AWKWARD = st.sampled_from(
    ["CON", "con.txt", "aux .docx", "COM1", "COM¹", "lpt³", "NUL.", "..", ".", "", " ", "a.", "a ", ".a", "K", "\u212a",
     "a/b", "a\\b", "05-KH/HU", "05-KH_HU", "05-kh/hu", "ế" * 90, "e\u0302\u0301" * 90, "a (2)", "A (2)", "a", "A",
     "Tân", "Ta\u0302n", "\u202egnp.exe", "straße", "STRASSE", "\u0131", "\ud800", "a\u0000b", "~$ke-hoach", "ﬁ", "FI"]
)  # fmt: skip
TEXTS = AWKWARD | st.text(st.characters(exclude_categories=[]), max_size=90)


def windows_takes(name: str) -> bool:
    """The naming rules of Windows, written from its manual and not from ours."""
    base = name.split(".")[0].rstrip(" ").upper()
    return (
        0 < len(name.encode("utf-16-le")) // 2 <= 255
        and not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
        and name[-1] not in " ."
        and base not in DEVICES
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("122-KH/TU", "122-KH_TU"),
        ("05-KH/HU than-uyen", "05-KH_HU than-uyen"),
        ("05-QC/BTCTU-BDVTU", "05-QC_BTCTU-BDVTU"),
        ("Huyện ủy Than Uyên", "Huyện ủy Than Uyên"),
        ("Huye\u0323\u0302n", "Huyện"),
        ("CON", "_CON"),
        ("aux.txt", "_aux.txt"),
        ("nul .docx", "_nul .docx"),
        ("COM7", "_COM7"),
        ("COM¹", "COM_"),
        ("contour", "contour"),
        ("con-cuong", "con-cuong"),
        ("com12", "com12"),
        ("a\\b:c*d?e\"f<g>h|i", "a_b_c_d_e_f_g_h_i"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("..", "_"),
        ("", "_"),
        ("  a \u00a0 b. . ", "a b"),
        (".an", "an"),
        ("\u202egnp.exe", "_gnp.exe"),
        ("a\tb\u0000c", "a_b_c"),
        ("~$khoa", "__khoa"),
    ],
)  # fmt: skip
def test_a_name(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_suffix_is_kept_whatever_is_cut() -> None:
    assert safe_name("aux", ".docx") == "_aux.docx"
    long = safe_name("ế" * 300, ".docx")
    assert long == "ế" * 65 + ".docx" and len(long.encode()) == MAX_BYTES
    assert safe_name("a" * 194 + ". b", ".docx") == "a" * 194 + ".docx"


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["05-KH/HU", "05-KH_HU"], ["05-KH_HU", "05-KH_HU (2)"]),
        (["tan-uyen", "TAN-UYEN"], ["tan-uyen (2)", "TAN-UYEN"]),
        (["Tân", "Ta\u0302n"], ["Tân (2)", "Tân"]),
        (["a", "a", "a (2)"], ["a", "a (3)", "a (2)"]),
        (["i", "\u0131", "I"], ["i (2)", "\u0131 (3)", "I"]),
        (["Tân", "Tấn", "tan"], ["Tân", "Tấn", "tan"]),
        (["ế" * 80, "ế" * 81], ["ế" * 66, "ế" * 65 + " (2)"]),
    ],
)
def test_names_that_would_fall_together(texts: list[str], names: list[str]) -> None:
    assert safe_names(texts) == names


@given(TEXTS)
def test_every_name_is_legal_and_stays_as_it_is(text: str) -> None:
    name = safe_name(text)
    assert windows_takes(name) and len(name.encode()) <= MAX_BYTES and not name.startswith(".")
    assert unicodedata.is_normalized("NFC", name)
    assert not any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") for character in name)
    assert safe_name(name) == name


@given(st.lists(TEXTS, max_size=12), st.sampled_from(["", ".docx"]))
def test_no_two_names_are_one_on_any_disk(texts: list[str], suffix: str) -> None:
    names = safe_names(texts, suffix)
    assert all(windows_takes(name) and len(name.encode()) <= MAX_BYTES and name.endswith(suffix) for name in names)
    for fold in (str.lower, str.upper, str.casefold):
        assert len({unicodedata.normalize("NFD", fold(name)) for name in names}) == len(texts)
    assert safe_names([name.removesuffix(suffix) for name in names], suffix) == names


@given(st.lists(TEXTS, max_size=8), st.randoms())
def test_the_order_of_the_texts_changes_no_name(texts: list[str], shuffle: random.Random) -> None:
    mixed = texts.copy()
    shuffle.shuffle(mixed)
    assert sorted(zip(mixed, safe_names(mixed), strict=True)) == sorted(zip(texts, safe_names(texts), strict=True))


def test_thousands_alike_take_one_look_each() -> None:
    names = safe_names(["kế hoạch"] * 3000)
    assert names[-1] == "kế hoạch (3000)" and len(set(names)) == 3000
