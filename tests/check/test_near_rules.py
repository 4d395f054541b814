"""Near misses of what a paper may lack, or have and should not: what is there in another shape is not missing."""

from tests.check.planting import Case, Silent, planted, verify
from tests.check.test_body_rules import spelt_parts

PLAN = "hd36-phu-luc/table"
LAST = "đ) Việc lưu giữ hồ sơ."


def said(words: str) -> str:
    """The last point of a list, saying more."""
    return f"đ) Việc lưu giữ hồ sơ{words}"


CASES: list[Case | Silent] = [
    Silent(
        "the title in pieces",
        "hd36-phu-luc/tabs",
        lambda c: c.split_runs("ĐẢNG CỘNG SẢN VIỆT NAM", 6),
        near="letterhead.title_missing",
    ),
    Silent(
        "the motto of the state",
        "nd30/tabs",
        lambda c: c.split_runs("Độc lập - Tự do - Hạnh phúc", 3),
        near="letterhead.party_motto",
    ),
    Silent(
        "the issuer in pieces",
        "hd05-phu-luc/flat",
        lambda c: c.split_runs("ĐẢNG ỦY XÃ GIẢ ĐỊNH HAI", 4),
        near="letterhead.issuer_missing",
    ),
    Silent(
        "a line under the title alone",
        "hd36-phu-luc/flat",
        lambda c: c.gap("HUYỆN ỦY GIẢ ĐỊNH BA", after=2),
        near="letterhead.issuer_rule",
    ),
    Silent(
        "a line under the issuer in the state",
        "nd30/flat",
        lambda c: c.split_runs("SỞ NỘI VỤ", 2),
        near="letterhead.issuer_rule",
    ),
    Silent("the number in pieces", PLAN, lambda c: c.split_runs("Số 09-KH/HU", 4), near="number.missing"),
    Silent("the word Số in pieces", "hd36-phu-luc/tabs", lambda c: c.split_runs("Số 09-KH/HU", 9), near="number.word"),
    Silent("the colon of the state", "nd30", lambda c: c.split_runs("Số: 15/KH-SNV", 5), near="number.colon"),
    Silent(
        "one blank after the colon", "nd30-phu-luc", lambda c: c.split_runs("Số: 120/KH-UBND", 3), near="number.spaces"
    ),
    Silent(
        "the day in pieces",
        PLAN,
        lambda c: c.split_runs("Giả Định Ba, ngày 05 tháng 02 năm 2024", 7),
        near="date.missing",
    ),
    Silent(
        "a day in figures in the text", PLAN, lambda c: c.retype(LAST, said(" từ ngày 01/3/2024.")), near="date.figures"
    ),
    Silent("a day in words in the text", PLAN, lambda c: c.retype(LAST, said(" trong tháng 3.")), near="date.words"),
    Silent("a letter has no kind", "hd36-cong-van/tabs", lambda c: c.split_runs("Số 45-CV/HU", 3), near="kind.missing"),
    Silent(
        "the subject in pieces",
        PLAN,
        lambda c: c.split_runs("kiểm tra, giám sát việc thực hiện quy chế làm việc", 9),
        near="subject.missing",
    ),
    Silent(
        "brackets with a figure",
        PLAN,
        lambda c: c.retype(LAST, said(" ghi tên cơ quan, đơn vị.")),
        near="wording.placeholder",
    ),
    Silent("a blank number cited", PLAN, lambda c: c.split_runs(LAST, 6), near="wording.spaces"),
    Silent(
        "a short form explained once",
        PLAN,
        lambda c: c.retype(LAST, said(" lưu trữ (HSLT); HSLT để tại văn phòng.")),
        near="wording.abbreviation_twice",
    ),
    Silent(
        "parts in the middle, in pieces",
        "hd36-quyet-dinh",
        lambda c: spelt_parts(c).split_runs("Chương II", 3),
        near="body.part_centred",
    ),
    Silent(
        "the committee itself issues",
        "hd36",
        lambda c: c.split_runs("Ban Thường vụ Huyện ủy ban hành", 4),
        near="duties.decider",
        unit="than-uyen",
    ),
]


@planted(CASES)
def test_near(case: Case | Silent) -> None:
    verify(case)
