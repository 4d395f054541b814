"""Comparisons small enough to read."""

from docgen.edits import Edit
from docgen.model.change import Change, Comparison, Row, Side
from docgen.model.compared import Group, Pair, PairedSet, Single
from docgen.model.document import Role
from docgen.model.finding import Said
from docgen.problems import Place, Problem


def side(path: str, *tokens: str, role: Role = "item") -> Side:
    return Side(role, path, "".join(tokens), tokens)


def same(path: str, *tokens: str) -> Row:
    one = side(path, *tokens)
    return Row(one, one, (Edit("equal", 0, len(tokens), 0, len(tokens)),))


MARKUP = '<script>alert(1)</script> & "x"'
DEADLINE = Change(
    "replace", "deadline", "high", "II.4", "15/7/2023", "31/7/2023",
    Said("Thời hạn II.4: 15/7/2023 → 31/7/2023, lùi 16 ngày.", "Deadline II.4 …"), row=5,
)  # fmt: skip
WORDING = Change("insert", "wording", "medium", "II.5", "", MARKUP, Said(f"Câu chữ II.5: thêm «{MARKUP}»", "…"), row=6)
MOVED = Change(
    "move", "task_moved", "low", "III.1", "Báo cáo", "Báo cáo", Said("Chuyển nhiệm vụ II.6 → III.1", "…"), move=1, row=8
)
MARGIN = Change("format", "format", "low", "page", "", "", Said("Trang giấy: lề trái 30 → 35 mm", "…"))
ROWS = (
    *(same(f"I.{number}", "Mục", " ", str(number)) for number in range(1, 6)),
    Row(
        side("II.4", "trước", " ", "15/7/2023"), side("II.4", "trước", " ", "31/7/2023"),
        (Edit("equal", 0, 2, 0, 2), Edit("replace", 2, 3, 2, 3)),
    ),
    Row(
        side("II.5", "Rà soát"), side("II.5", "Rà soát", MARKUP),
        (Edit("equal", 0, 1, 0, 1), Edit("insert", 1, 1, 1, 2)),
    ),
    Row(side("II.6", "Báo cáo"), None, (), 1),
    Row(None, side("III.1", "Báo cáo"), (), 1),
    Row(
        side("table.1.2", "1", "\t", "Văn phòng", "\t", role="table"), None,
    ),
)  # fmt: skip
GONE = Change("row", "task_removed", "high", "table.1.2", "1 Văn phòng", "", Said("Bỏ dòng «1 Văn phòng»", "…"), row=9)
COMPARISON = Comparison(
    ROWS, (DEADLINE, WORDING, MOVED, GONE, MARGIN), {"tone": 36, "space": 2}, (Said("hình ảnh", "pictures"),)
)
PAIR = Pair("than-uyen", "cũ/than-uyen.docx", "mới/than-uyen.docx", COMPARISON, exit_code=1)
EQUAL = Pair("tan-uyen", "cũ/tan-uyen.docx", "mới/tan-uyen.docx", Comparison(ROWS[:5], ()))
NOISE = Pair("a", "a.docx", "b.docx", Comparison(ROWS[:5], (), {"unicode": 3}))
BROKEN = Problem(Place("mới/sin-ho.docx"), "docx.broken", "Tệp đã hỏng.", "Lưu lại.")
REFUSED = Pair("sin-ho", "cũ/sin-ho.docx", "mới/sin-ho.docx", refused=BROKEN, exit_code=3)
SET = PairedSet(
    "cũ", "mới", (PAIR, EQUAL, REFUSED),
    (Group(("than-uyen", "tan-uyen"), DEADLINE),), (Single("than-uyen", WORDING), Single("than-uyen", MARGIN)),
    ("mới/la.docx",), 1,
)  # fmt: skip
