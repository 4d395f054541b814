"""Letterhead: title, who issues the paper and under whom."""

from collections.abc import Iterator

from docgen.check.draft import Draft
from docgen.check.issuer import body_of, committee_of, issuer_of, kind_in, superior_of
from docgen.check.looks import misprint
from docgen.check.rule import Fault, rule
from docgen.check.title import motto_of, title_is_right


@rule(
    "letterhead.title_missing",
    "H1",
    "error",
    ("Văn bản không có dòng «{expected}».", "The paper has no line «{expected}»."),
    ("Thêm dòng «{expected}» ở góc phải, dòng đầu trang thứ nhất.", "Add it at the top right of the first page."),
)
def title_missing(draft: Draft) -> Iterator[Fault]:
    """Every paper has the title of its system on the first line.

    Why: HD 36, HD 05 mục 1.1; NĐ 30 Phụ lục I, Quốc hiệu.
    Wrong: a plan that begins with KẾ HOẠCH. Right: ĐẢNG CỘNG SẢN VIỆT NAM at the top right.
    """
    if draft.whole and not draft.first("title"):
        yield Fault(None, "", draft.form.title_text.value, draft.form.title_text.clause)


@rule(
    "letterhead.title",
    "H1 1",
    "error",
    ("Tiêu đề ghi «{found}», phải ghi «{expected}».", "The title says «{found}»: it should be «{expected}»."),
    ("Thay phần tiêu đề bằng «{expected}».", "Put «{expected}» in its place."),
)
def title(draft: Draft) -> Iterator[Fault]:
    """Papers of the Party bear ĐẢNG CỘNG SẢN VIỆT NAM, papers of the state the national title.

    Why: HD 36, HD 05 mục 1.1; NĐ 30 Phụ lục I.
    Wrong: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM above a plan of a huyện ủy. Right: ĐẢNG CỘNG SẢN VIỆT NAM.
    """
    if not title_is_right(draft):
        at = draft.of("title")[0]
        yield Fault(at, at.text, draft.form.title_text.value, draft.form.title_text.clause)


@rule(
    "letterhead.party_motto",
    "H1 1",
    "error",
    ("Văn bản của Đảng không có tiêu ngữ «{found}».", "A paper of the Party has no motto «{found}»."),
    ("Xóa dòng «{found}» dưới tiêu đề.", "Delete the line «{found}»."),
)
def party_motto(draft: Draft) -> Iterator[Fault]:
    """Below the Party's title stands no motto.

    Why: HD 36, HD 05 mục 1.1.
    Wrong: «Độc lập - Tự do - Hạnh phúc» below ĐẢNG CỘNG SẢN VIỆT NAM. Right: the drawn line alone.
    """
    at = motto_of(draft)
    if at and draft.form.motto_text is None and title_is_right(draft):
        yield Fault(at, at.text, "", draft.form.title_text.clause)


@rule(
    "letterhead.motto",
    "H1",
    "error",
    (
        "Dưới Quốc hiệu phải có tiêu ngữ ghi đúng «{expected}».",
        "The motto «{expected}» must stand below the national title.",
    ),
    (
        "Ghi tiêu ngữ «{expected}», giữa các cụm từ là dấu gạch nối có dấu cách hai bên.",
        "Write the motto «{expected}», hyphens with blanks between its parts.",
    ),
)
def motto(draft: Draft) -> Iterator[Fault]:
    """Below the national title stands the motto, its parts joined by hyphens with blanks. A dash that Word makes of the
    hyphen is a hint only.

    Why: NĐ 30 Phụ lục I, Tiêu ngữ.
    Wrong: «ĐỘC LẬP-TỰ DO-HẠNH PHÚC», no motto. Right: «Độc lập - Tự do - Hạnh phúc».
    """
    asked, first, at = draft.form.motto_text, draft.first("title"), motto_of(draft)
    if asked is None or first is None or not title_is_right(draft):
        return
    if at is None or not asked.allows(at.text):
        dashed = at is not None and asked.allows(at.text.replace("–", "-").replace("—", "-"))
        yield Fault(at or first, at.text if at else "", asked.value, asked.clause, severity="hint" if dashed else None)


@rule(
    "letterhead.title_look",
    "H1 2",
    "error",
    ("Tiêu đề trình bày {how}, phải là {wanted}.", "The title is {how}, not {wanted}."),
    ("Chọn dòng tiêu đề, đặt {wanted}.", "Select the title and set {wanted}."),
)
def title_look(draft: Draft) -> Iterator[Fault]:
    """Title and motto have the size and weight of the form.

    Why: HD 36 Phụ lục 3, HD 05 Phụ lục 2, mục 1: cỡ 15; NĐ 30 Phụ lục I: Quốc hiệu 12–13, Tiêu ngữ 13–14; đậm.
    Wrong: ĐẢNG CỘNG SẢN VIỆT NAM in 13 pt. Right: 15 pt bold.
    """
    lines, looks = draft.of("title"), draft.form.looks
    if lines and title_is_right(draft):
        faults = [misprint(lines[:1], looks.title), misprint(lines[1:2], looks.motto) if looks.motto else None]
        yield from (fault for fault in faults if fault)


@rule(
    "letterhead.issuer_missing",
    "H4",
    "error",
    ("Văn bản không có tên cơ quan ban hành.", "The paper does not name its issuer."),
    (
        "Thêm tên cơ quan ban hành ở góc trái, dòng đầu trang thứ nhất.",
        "Add the issuer at the top left of the first page.",
    ),
)
def issuer_missing(draft: Draft) -> Iterator[Fault]:
    """Every paper names who issues it at the top left.

    Why: HD 36, HD 05 mục 1.2; NĐ 30 Phụ lục I.
    Wrong: a plan that begins with KẾ HOẠCH. Right: HUYỆN ỦY THAN UYÊN at the top left.
    """
    if draft.whole and not draft.first("issuer"):
        yield Fault(None, "", "", draft.form.looks.issuer.clause)


@rule(
    "letterhead.issuer_look",
    "H4 7",
    "error",
    ("Tên cơ quan ban hành trình bày {how}, phải là {wanted}.", "The issuer is {how}, not {wanted}."),
    ("Chọn tên cơ quan ban hành, đặt {wanted}.", "Select the issuer and set {wanted}."),
)
def issuer_look(draft: Draft) -> Iterator[Fault]:
    """The issuer stands in bold capitals in the size of the form.

    Why: HD 36 Phụ lục 3, HD 05 Phụ lục 2, mục 2b; NĐ 30 Phụ lục I.
    Wrong: regular. Right: bold.
    """
    fault = misprint(draft.of("issuer"), draft.form.looks.issuer)
    if fault:
        yield fault


@rule(
    "letterhead.superior_look",
    "H3 7",
    "error",
    ("Tên cơ quan cấp trên trình bày {how}, phải là {wanted}.", "The superior organ is {how}, not {wanted}."),
    ("Chọn tên cơ quan cấp trên, đặt {wanted}.", "Select the superior organ and set {wanted}."),
)
def superior_look(draft: Draft) -> Iterator[Fault]:
    """The organ above the issuer stands in capitals, not bold.

    Why: HD 36 Phụ lục 3, HD 05 Phụ lục 2, mục 2a; NĐ 30 Phụ lục I.
    Wrong: ĐẢNG BỘ TỈNH LAI CHÂU in bold. Right: regular.
    """
    fault = misprint(draft.of("superior"), draft.form.looks.superior)
    if fault:
        yield fault


@rule(
    "letterhead.superior_missing",
    "H3 5",
    "error",
    ("Trên «{found}» thiếu tên {expected}.", "Above «{found}» the name of {expected} is missing."),
    (
        "Thêm tên {expected} lên trên tên cơ quan ban hành, chữ hoa không đậm.",
        "Add the name of {expected} above the issuer, in capitals, not bold.",
    ),
)
def superior_missing(draft: Draft) -> Iterator[Fault]:
    """An organ of the Party below the province is named under the one above it.

    Why: HD 36, HD 05 mục 1.2, form.superiors.
    Wrong: HUYỆN ỦY THAN UYÊN alone. Right: ĐẢNG BỘ TỈNH LAI CHÂU above it.
    """
    issuer, above = issuer_of(draft), _line_above(draft)
    if above and "khong" not in above and not draft.of("superior") and "TRUNG ƯƠNG" not in issuer.upper():
        asked = "đảng bộ cấp trên" if "dang_bo" in above else "cấp ủy lập ra cơ quan này"
        yield Fault(draft.first("issuer"), issuer, asked, draft.form.superiors.clause)


@rule(
    "letterhead.superior_name",
    "H5 6",
    "warning",
    (
        "Tên cấp trên ghi «{found}», phải ghi «{expected}».",
        "The superior is written «{found}»: it should be «{expected}».",
    ),
    ("Sửa thành «{expected}».", "Write «{expected}»."),
)
def superior_name(draft: Draft) -> Iterator[Fault]:
    """Above a committee stands the đảng bộ it belongs to; above an advisory body the committee that made it.

    Why: HD 36, HD 05 mục 1.2, form.superiors.
    Wrong: TỈNH ỦY LAI CHÂU above HUYỆN ỦY THAN UYÊN. Right: ĐẢNG BỘ TỈNH LAI CHÂU.
    """
    above, superior = _line_above(draft), superior_of(draft)
    asked = body_of(superior) if "dang_bo" in above else committee_of(superior) if "ten" in above else ""
    if asked:
        yield Fault(draft.first("superior"), superior, asked, draft.form.superiors.clause)


def _line_above(draft: Draft) -> list[str]:
    """What may stand above the issuer: `dang_bo`, `ten`, `khong`; nothing when its kind is not known."""
    table = draft.form.superiors.value
    kind = kind_in(issuer_of(draft), [kind for kinds in table.values() for kind in kinds])
    return [above for above, kinds in table.items() if kind in kinds]


RULES = (
    title_missing, title, party_motto, motto, title_look, superior_missing, superior_name, superior_look,
    issuer_missing, issuer_look,
)  # fmt: skip
