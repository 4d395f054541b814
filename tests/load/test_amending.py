"""A YAML file says something else where a value changed; every other byte and every comment stays."""

import pytest

from docgen.excel.trees import Listed, tree_of
from docgen.load.amending import amended
from docgen.load.nodes import read_yaml

TEXT = """\
# đầu tệp
ten: Một   # cạnh giá trị
trong:      # chưa có
danh_sach:
# trước danh sách
- ma: a
  noi_dung: >-
    một hai
    ba

- ma: b   # cạnh b
  ghi: [x, # trong ngoặc
        y]
bang: {k: v, l: 'w'}
# cuối tệp
"""


def after(path: tuple[str, ...], value: object) -> str:
    """The text with one value changed (None: taken away)."""
    before, wanted = (tree_of(read_yaml(TEXT.encode(), "x.yaml").data) for _ in range(2))
    inside = wanted
    for step in path[:-1]:
        inside = inside[step]
    if value is None:
        del inside[path[-1]]
    else:
        inside[path[-1]] = value
    text = amended(TEXT, before, wanted)
    assert tree_of(read_yaml(text.encode(), "x.yaml").data) == wanted
    return text


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("ten",), "Hai: ba", "ten: Một ", "ten: 'Hai: ba' "),
        (("trong",), "có", "trong:  ", "trong: có  "),
        (("moi",), "cuối", "bang: {k: v, l: 'w'}\n", "bang: {k: v, l: 'w'}\nmoi: cuối\n"),
        (("danh_sach", "a", "noi_dung"), "bốn", "noi_dung: >-\n    một hai\n    ba\n", "noi_dung: bốn\n"),
        (("danh_sach", "a"), None, "- ma: a\n  noi_dung: >-\n    một hai\n    ba\n\n- ma: b", "- ma: b"),
        (("danh_sach", "b", "ghi"), ["x"], "ghi: [x, # trong ngoặc\n        y]", "# trong ngoặc\n  ghi: [x]"),
        (("danh_sach", "c"), {"ma": "c"}, "        y]\n", "        y]\n- ma: c\n"),
        (("bang", "k"), "a, b", "{k: v, l: 'w'}", "{k: 'a, b', l: w}"),
    ],
)
def test_only_what_changed_is_written(path: tuple[str, ...], value: object, old: str, new: str) -> None:
    assert old in TEXT
    assert after(path, value) == TEXT.replace(old, new, 1)


def test_entries_move_with_their_comments() -> None:
    before = tree_of(read_yaml(TEXT.encode(), "x.yaml").data)
    wanted = {**before, "danh_sach": Listed(reversed(before["danh_sach"].items()))}
    text = amended(TEXT, before, wanted)
    assert text.index("# cạnh b") < text.index("- ma: a") < text.index("bang:")
    assert sorted(text.split()) == sorted(TEXT.split())


def test_nothing_changed_is_nothing_written() -> None:
    before = tree_of(read_yaml(TEXT.encode(), "x.yaml").data)
    assert amended(TEXT, before, before) == TEXT
