"""Duties by words and people: what others would say, bodies of another time, documents, recipients, who signs."""

from functools import partial

from tests.check.planting import Case, planted, verify
from tests.check.planting import Silent as AnySilent

UNIT = "than-uyen"
Due = partial(Case, unit=UNIT)
Silent = partial(AnySilent, unit=UNIT)
FRONT = "- Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội huyện,"

WORDS: list[Case | AnySilent] = [
    Due(
        "the superior's scope",
        "hd36",
        lambda c: c.retype("thực tiễn của huyện; tiếp tục", "thực tiễn của tỉnh; tiếp tục"),
        [("duties.leftover", "của tỉnh")],
    ),
    Due(
        "another district",
        "hd36/table",
        lambda c: c.retype("Đảng bộ huyện Than Uyên nhiệm kỳ", "Đảng bộ huyện Tân Uyên nhiệm kỳ"),
        [("duties.leftover", "Tân Uyên")],
    ),
    Due(
        "a body of the superior's own",
        "hd36",
        lambda c: c.retype("theo quy định, phù hợp với quy mô", "theo hướng dẫn của Tỉnh đoàn, phù hợp với quy mô"),
        [("duties.leftover", "Tỉnh đoàn")],
    ),
    Due(
        "another level in the old spelling",
        "hd36/tabs",
        lambda c: c.retype("thuộc thẩm quyền của Huyện ủy", "thuộc thẩm quyền của Thành uỷ"),
        [("duties.leftover", "II.5")],
        [("wording.tone", "Thành uỷ")],
    ),
    Due(
        "the superior's archive",
        "hd36",
        lambda c: c.retype("Lưu Văn phòng Huyện ủy", "Lưu VPTU"),
        [("duties.leftover", "recipient")],
    ),
    Due(
        "another kind of paper",
        "hd36",
        lambda c: c.retype("và Kế hoạch này tại", "và Chương trình hành động này tại"),
        [("duties.other_kind", "III.3")],
    ),
    Silent(
        "the unit's own name",
        "hd36",
        lambda c: c.retype("ngân sách huyện", "ngân sách huyện Than Uyên"),
        "duties.leftover",
    ),
    Silent(
        "the superior as superior",
        "hd36",
        lambda c: c.retype("hướng dẫn của cấp có thẩm quyền, phù hợp", "hướng dẫn của Tỉnh ủy, phù hợp"),
        "duties.leftover",
    ),
    Silent(
        "another paper cited and spoken of",
        "hd36",
        lambda c: c.retype(
            "của Ban Chấp hành Đảng bộ tỉnh.", "của Ban Chấp hành Đảng bộ tỉnh; sơ kết Chương trình hành động này."
        ),
        "duties.other_kind",
    ),
]
BODIES: list[Case | AnySilent] = [
    Case(
        "a district committee in 2026",
        "hd05",
        lambda c: c.retype("tổ chức thực hiện", "tham mưu Huyện ủy tổ chức thực hiện"),
        [("duties.body_not_existing", "Huyện ủy")],
    ),
    Case(
        "a body of 2025 in 2023",
        "hd36",
        lambda c: c.retype("Ban Dân vận Huyện ủy, Ủy ban", "Ban Tuyên giáo và Dân vận Huyện ủy, Ủy ban"),
        [("duties.body_not_existing", "Ban Tuyên giáo và Dân vận")],
    ),
    AnySilent(
        "the end of districts told",
        "hd05",
        lambda c: c.retype(
            "tổ chức thực hiện", "nhận bàn giao sau khi kết thúc hoạt động của Huyện ủy, tổ chức thực hiện"
        ),
        "duties.body_not_existing",
    ),
    AnySilent(
        "a paper of a former district cited",
        "hd05",
        lambda c: c.retype(
            "tổ chức thực hiện",
            "thay thế Nghị quyết số 05-NQ/HU, ngày 10/5/2021 của Huyện ủy Giả Định, tổ chức thực hiện",
        ),
        "duties.body_not_existing",
    ),
]
CITED: list[Case | AnySilent] = [
    Due(
        "a wrong date",
        "hd36",
        lambda c: c.retype("50-KL/TW, ngày 28/02/2023", "50-KL/TW, ngày 28/3/2023"),
        [("duties.citation", "28/3/2023")],
    ),
    Due(
        "a wrong number",
        "hd36",
        lambda c: c.retype("Kết luận số 48-KL/TW, ngày", "Kết luận số 84-KL/TW, ngày"),
        [("duties.citation", "84-KL/TW")],
    ),
    Due(
        "a wrong issuer",
        "hd36/tabs",
        lambda c: c.retype("ngày 30/01/2023 của Bộ Chính trị", "ngày 30/01/2023 của Chính phủ"),
        [("duties.citation", "II.3.2")],
    ),
    Due(
        "a wrong kind",
        "hd36",
        lambda c: c.retype("Kế hoạch số 82-KH/TU", "Chương trình số 82-KH/TU"),
        [("duties.citation", "82-KH/TU")],
    ),
    Due(
        "the superior's plan by a wrong date",
        "hd36",
        lambda c: c.retype("ngày 03/7/2023 của", "ngày 30/6/2023 của"),
        [("duties.citation", "30/6/2023")],
    ),
    Silent(
        "a document of its own",
        "hd36",
        lambda c: c.retype(
            "ngân sách huyện", "ngân sách huyện theo Nghị quyết số 12-NQ/HU, ngày 05/5/2023 của Ban Thường vụ Huyện ủy"
        ),
        "duties.citation",
    ),
]
PEOPLE: list[Case | AnySilent] = [
    Due(
        "the superior is no recipient",
        "hd36",
        lambda c: c.delete("- Ban Thường vụ Tỉnh ủy (để báo cáo),"),
        [("duties.superior_recipient", "recipients_label")],
    ),
    Due(
        "who has a task is no recipient",
        "hd36/table",
        lambda c: c.delete(FRONT),
        [("duties.recipient_missing", "Mặt trận")],
    ),
    Due(
        "the superior issues the paper",
        "hd36",
        lambda c: c.retype("Ban Thường vụ Huyện ủy ban hành", "Ban Thường vụ Tỉnh ủy ban hành"),
        [("duties.decider", "Ban Thường vụ Tỉnh ủy")],
    ),
    Due(
        "the whole committee issues the paper, the standing one signs",
        "hd36/tabs",
        lambda c: c.retype("Ban Thường vụ Huyện ủy ban hành", "Ban Chấp hành Đảng bộ huyện ban hành"),
        [("signature.decider", "T/M BAN THƯỜNG VỤ")],
    ),
    Due(
        "an authority of another kind of unit",
        "hd36",
        lambda c: c.retype("T/M BAN THƯỜNG VỤ", "T/M BAN CÁN SỰ ĐẢNG"),
        [("duties.signing", "authority")],
    ),
    Due(
        "a position of another kind of unit",
        "hd36",
        lambda c: c.retype("BÍ THƯ", "CHỦ NHIỆM"),
        [("duties.signing", "position")],
    ),
    Silent(
        "the superior by its standing body",
        "hd36",
        lambda c: c.retype("- Ban Thường vụ Tỉnh ủy (để báo cáo),", "- Thường trực Tỉnh ủy (để b/c),"),
        "duties.superior_recipient",
    ),
    Silent(
        "a recipient in short",
        "hd36",
        lambda c: c.retype("Thường trực Hội đồng nhân dân, Ủy ban nhân dân huyện,", "Thường trực HĐND, UBND huyện,"),
        "duties.recipient_missing",
    ),
    Silent("a deputy signs", "hd36", lambda c: c.retype("BÍ THƯ", "PHÓ BÍ THƯ"), "duties.signing"),
]


HEAD: list[Case | AnySilent] = [
    Due(
        "another province above",
        "hd36",
        lambda c: c.retype("ĐẢNG BỘ TỈNH LAI CHÂU", "ĐẢNG BỘ TỈNH ĐIỆN BIÊN"),
        [("duties.head", "superior")],
    ),
    Due(
        "a whole paper of another district",
        "hd36",
        lambda c: c.retype("HUYỆN ỦY THAN UYÊN", "HUYỆN ỦY TÂN UYÊN"),
        [("duties.head", "issuer")],
        [("date.place", "place_date")],
    ),
    Silent(
        "the superior broken over two lines",
        "hd36/table",
        lambda c: c.soft_break("ĐẢNG BỘ TỈNH LAI CHÂU", "TỈNH LAI CHÂU"),
        "duties.head",
    ),
]


@planted([*WORDS, *BODIES, *CITED, *PEOPLE, *HEAD])
def test_duties(case: Case) -> None:
    verify(case)
