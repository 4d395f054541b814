"""Duties of a unit's draft: what the superior's plan asks, planted away; what a unit may do, left alone."""

from functools import partial

from tests.check.planting import Case, Clerk, planted, verify
from tests.check.planting import Silent as AnySilent

UNIT = "than-uyen"
Due = partial(Case, unit=UNIT)
Silent = partial(AnySilent, unit=UNIT)
PARTS = "- Tiếp tục rà soát, kiện toàn tổ chức, phân công nhiệm vụ…"
REVIEW = "- Rà soát toàn diện các đơn vị sự nghiệp…"
INSPECTION = "8. Tăng cường công tác kiểm tra, giám sát…"
SPREAD = "1. Các đảng bộ, chi bộ trực thuộc…"
OWN = "- Gắn việc sắp xếp tổ chức bộ máy…"


def reworded(clerk: Clerk) -> Clerk:
    """The item in the unit's own words, about a third of the old ones kept."""
    return clerk.retype(
        "Tăng cường công tác kiểm tra, giám sát của các cấp ủy, ủy ban kiểm tra các cấp, thanh tra huyện; giám sát của "
        "Hội đồng nhân dân, Mặt trận Tổ quốc, các đoàn thể chính trị - xã hội và Nhân dân trong triển khai thực hiện",
        "Cấp ủy và ủy ban kiểm tra các cấp, thanh tra huyện kiểm tra thường xuyên, phát huy vai trò phản biện của Mặt "
        "trận Tổ quốc, các đoàn thể chính trị - xã hội trong quá trình",
    )


ITEMS: list[Case | AnySilent] = [
    Due("an item taken out", "hd36", lambda c: c.delete(REVIEW), [("duties.item_missing", "II.3.3")]),
    Due(
        "an item taken out of a typed paper",
        "hd36/flat",
        lambda c: c.delete(PARTS),
        [("duties.item_missing", "II.3.1")],
    ),
    Due(
        "an item that binds taken out",
        "hd36/tabs",
        lambda c: (
            c.delete(SPREAD)
            .retype("2. Ban Tổ chức", "1. Ban Tổ chức")
            .retype("3. Các đồng chí", "2. Các đồng chí")
            .retype("4. Ban Tổ chức", "3. Ban Tổ chức")
        ),
        [("duties.item_missing", "III.1")],
    ),
    Due(
        "another text in its place",
        "hd36",
        lambda c: c.retype(
            "Tiếp tục rà soát, kiện toàn tổ chức, phân công nhiệm vụ của các cơ quan tham mưu, giúp việc "
            "Huyện ủy, Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội huyện theo quy "
            "định của Trung ương, hướng dẫn của Tỉnh ủy.",
            "Tổ chức hội thi, hội diễn văn nghệ.",
        ),
        [("duties.item_missing", "II.3.1")],
    ),
    Silent("an item in other words", "hd36", reworded, "duties.item_missing"),
    Silent("an item cut into many runs", "hd36", lambda c: c.split_runs(INSPECTION, 17), "duties.item_missing"),
    Silent(
        "an item of the unit's own",
        "hd36",
        lambda c: c.insert_after(OWN, "- Phát động phong trào thi đua trong các cơ quan, đơn vị của huyện.", like=OWN),
        "duties.item_missing",
    ),
    Silent(
        "two items in one paragraph",
        "hd36",
        lambda c: (
            c.join_next(PARTS)
            .retype("- Phối hợp với các sở, ngành tỉnh", "phối hợp với các sở, ngành tỉnh")
            .retype("hướng dẫn của Tỉnh ủy.phối hợp", "hướng dẫn của Tỉnh ủy; phối hợp")
        ),
        "duties.item_missing",
    ),
]
FIGURES: list[Case | AnySilent] = [
    Due("a target below the floor", "hd36", lambda c: c.retype("ít nhất 5%", "ít nhất 4%"), [("duties.target", "4%")]),
    Due(
        "the second of two",
        "hd36/table",
        lambda c: c.retype("ít nhất 10%", "ít nhất 9,5%"),
        [("duties.target", "9,5%")],
    ),
    Due(
        "a share below",
        "hd36",
        lambda c: c.retype("ít nhất 65%", "ít nhất 60%").split_runs("ít nhất 60%", 3),
        [("duties.target", "II.4.1")],
    ),
    Due(
        "neither more nor less",
        "hd36",
        lambda c: c.retype("có 2 năm liên tiếp", "có 3 năm liên tiếp"),
        [("duties.target", "3 năm")],
    ),
    Silent("stricter than the floor", "hd36", lambda c: c.retype("ít nhất 5%", "ít nhất 7,5%"), "duties.target"),
    Silent("the same figure in other words", "hd36", lambda c: c.retype("ít nhất 5%", "tối thiểu 5%"), "duties.target"),
    Silent("two digits", "hd36", lambda c: c.retype("có 2 năm liên tiếp", "có 02 năm liên tiếp"), "duties.target"),
    Silent(
        "no figure stated", "hd36", lambda c: c.retype("chiếm tỉ lệ ít nhất 65%, ", "chiếm đa số, "), "duties.target"
    ),
]
DAYS: list[Case | AnySilent] = [
    Due(
        "a deadline later than the superior's",
        "hd36",
        lambda c: c.retype("kế hoạch thực hiện trước ngày 15/7/2023", "kế hoạch thực hiện trước ngày 31/7/2023"),
        [("duties.deadline_later", "31/7/2023")],
    ),
    Due(
        "one day more by other words",
        "hd36/tabs",
        lambda c: c.retype("(hoàn thành trước ngày 15/7/2023)", "(hoàn thành chậm nhất ngày 15/7/2023)"),
        [("duties.deadline_later", "III.3")],
    ),
    Due(
        "in the month after",
        "hd36",
        lambda c: c.retype("(hoàn thành trước ngày 15/7/2023)", "(hoàn thành trong tháng 8/2023)"),
        [("duties.deadline_later", "tháng 8/2023")],
    ),
    Due(
        "a span of years that ends later",
        "hd36",
        lambda c: c.retype("Giai đoạn 2022-2026 toàn", "Giai đoạn 2022-2028 toàn"),
        [("duties.deadline_later", "2022-2028")],
    ),
    Due(
        "in the appendix",
        "hd36",
        lambda c: c.retype("Trước ngày 15/7/2023", "Trước ngày 20/7/2023"),
        [("duties.deadline_later", "20/7/2023")],
    ),
    Due(
        "a deadline past",
        "hd36",
        lambda c: c.retype("(hoàn thành trước ngày 15/7/2023)", "(hoàn thành trước ngày 07/7/2023)"),
        [("duties.deadline_past", "07/7/2023")],
    ),
    Case(
        "a quarter past",
        "hd36-phu-luc",
        lambda c: c.retype("hoàn thành trước ngày 30/8/2024", "hoàn thành trong quý IV/2023"),
        [("duties.deadline_past", "quý IV/2023")],
    ),
    Silent(
        "a quarter past that is reported on",
        "hd36",
        lambda c: c.insert_after(OWN, "- Các phòng, ban báo cáo kết quả hoàn thành kế hoạch quý I/2023.", like=OWN),
        "duties.deadline_past",
    ),
    Case(
        "a deadline past in any paper",
        "hd36-phu-luc",
        lambda c: c.retype("Tháng 4/2024", "Trước ngày 15/01/2024"),
        [("duties.deadline_past", "15/01/2024")],
    ),
    Due(
        "a deadline on a Sunday",
        "hd36",
        lambda c: c.insert_after(OWN, "- Các phòng, ban báo cáo kết quả trước ngày 10/9/2023.", like=OWN),
        [("duties.deadline_day_off", "10/9/2023")],
    ),
    Due(
        "to be done on a Saturday",
        "hd36",
        lambda c: c.insert_after(OWN, "- Các phòng, ban tổ chức họp tổng kết trong ngày 16/9/2023.", like=OWN),
        [("duties.deadline_day_off", "16/9/2023")],
    ),
    Due(
        "issued too late",
        "hd36",
        lambda c: c.retype("ngày 10 tháng 7 năm 2023", "ngày 20 tháng 7 năm 2023"),
        [("duties.issued_late", "place_date")],
    ),
    Silent(
        "a deadline earlier than the superior's",
        "hd36",
        lambda c: c.retype("(hoàn thành trước ngày 15/7/2023)", "(hoàn thành trước ngày 14/7/2023)"),
        "duties.deadline_later",
    ),
    Silent(
        "an earlier end of the span",
        "hd36",
        lambda c: c.retype("Giai đoạn 2022-2026 toàn", "Giai đoạn 2022-2025 toàn"),
        "duties.deadline_later",
    ),
    Silent(
        "issued on the day before",
        "hd36",
        lambda c: c.retype("ngày 10 tháng 7 năm 2023", "ngày 14 tháng 7 năm 2023"),
        "duties.issued_late",
    ),
    Silent(
        "a day of the past that is no deadline",
        "hd36",
        lambda c: c.retype("những người có 2 năm", "những người bổ nhiệm trước ngày 01/01/2020 có 2 năm"),
        "duties.deadline_past",
    ),
    Silent(
        "a working day of its own",
        "hd36",
        lambda c: c.insert_after(OWN, "- Các phòng, ban báo cáo kết quả trước ngày 11/9/2023.", like=OWN),
        "duties.deadline_day_off",
    ),
]


@planted([*ITEMS, *FIGURES, *DAYS])
def test_duties(case: Case) -> None:
    verify(case)
