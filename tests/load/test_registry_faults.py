"""Slips in data/don-vi.yaml: each costs one unit and one message."""

from pathlib import Path

import pytest

from tests.load.clerk import ALL, UNITS, Slip, assert_silent, assert_told, make, told

ID = "- ma: than-uyen\n"
NAME = "  ten: Huyện ủy Than Uyên\n"
KIND = f"{ID}{NAME}  loai: huyen-uy\n"
ABOVE = f"{KIND}  cap_tren: tinh-uy\n"
END = "  dia_danh: Than Uyên\n  hieu_luc_den: "
FLOOR = "  chi_tieu: {bien-che-cong-chuc: "

SLIPS = [
    Slip("misspelt key", NAME, "  ¦tenn: Huyện ủy Than Uyên\n", "data.unknown_key", ("«tenn»", "«ten»?")),
    Slip("key too many", ID, f"{ID}  ¦dia_dan: x\n", "data.unknown_key", ("«dia_dan»", "«dia_danh»?")),
    Slip(
        "field left out", f"{ID}{NAME}", "- ¦ma: than-uyen\n", "data.missing", ("Thiếu «ten» (Tên đầy đủ)", "«ten: …»")
    ),
    Slip("blank field", NAME, "  ¦ten:\n", "data.missing", ("để trống", "Điền")),
    Slip("empty quotes", NAME, "  ten: ¦''\n", "data.value", ("để trống",)),
    Slip("no such day", ID, f"{ID}  hieu_luc_tu: ¦30/02/2023\n", "data.value", ("không có trong lịch", "15/7/2023")),
    Slip("two-digit year", ID, f"{ID}  hieu_luc_tu: ¦1/2/23\n", "data.value", ("năm đủ bốn chữ số",)),
    Slip("ISO date", ID, f"{ID}  hieu_luc_tu: ¦2023-07-14\n", "data.value", ("ngày/tháng/năm",)),
    Slip("date in a list", ID, f"{ID}  hieu_luc_tu: ¦[1/2/2023]\n", "data.value", ("sai kiểu", "không dùng danh sách")),
    Slip(
        "ends before it begins",
        END,
        END.replace("  hieu_luc_den: ", "  hieu_luc_tu: 1/1/2030\n  hieu_luc_den: ¦"),
        "unit.dates",
        ("hết hiệu lực trước",),
    ),
    Slip("key written twice", NAME, f"{NAME}  ¦ten: Huyện ủy khác\n", "yaml.duplicate", ("«ten» ghi hai lần",)),
    Slip("name without its prefix", NAME, "  ten: ¦Than Uyên\n", "unit.name", ("«Huyện ủy»",)),
    Slip("unknown kind", KIND, f"{ID}{NAME}  loai: ¦huyen-u\n", "unit.kind", ("«huyen-u»", "«huyen-uy»?")),
    Slip("unknown superior", ABOVE, f"{KIND}  cap_tren: ¦tinh-u\n", "unit.reference", ("«tinh-u»", "«tinh-uy»?")),
    Slip("no superior", ABOVE, KIND.replace("- ma", "- ¦ma"), "unit.superior", ("thiếu cấp trên", "cap_tren")),
    Slip(
        "superior of a wrong kind", ABOVE, f"{KIND}  cap_tren: ¦sin-ho\n", "unit.superior", ("không thể là cấp trên",)
    ),
    Slip("its own superior", ABOVE, f"{KIND}  cap_tren: ¦than-uyen\n", "unit.superior", ("lặp vòng",)),
    Slip("recipients not a list", ID, f"{ID}  noi_nhan: ¦Như trên\n", "data.value", ("Viết thành danh sách",)),
    Slip("name as a list", NAME, "  ten: ¦[Huyện ủy Than Uyên]\n", "data.value", ("không dùng danh sách",)),
    Slip("target below the floor", ID, f"{ID}{FLOOR}¦4}}\n", "target.floor", ("4%", "mức 5%", "Ghi từ 5%")),
    Slip("target with its sign", ID, f"{ID}{FLOOR}¦'4,9%'}}\n", "target.floor", ("4,9%", "mức 5%")),
    Slip("target in words", ID, f"{ID}{FLOOR}¦năm}}\n", "data.value", ("không phải là một số", "5,5")),
    Slip("target without end", ID, f"{ID}{FLOOR}¦1e400}}\n", "data.value", ("không phải là một số",)),
    Slip("one or a thousand", ID, f"{ID}{FLOOR}¦1.000}}\n", "data.value", ("không phải là một số",)),
    Slip("unknown target", ID, f"{ID}  chi_tieu: {{¦bien-che: 9}}\n", "text.reference", ("«bien-che»", "bien-che-")),
    Slip(
        "authority of another kind",
        ID,
        f"{ID}  quyen_han: ¦T/M ĐẢNG ỦY\n",
        "sign.position",
        ("không được ký", "Được ký"),
    ),
    Slip(
        "position of another kind", ID, f"{ID}  chuc_vu: ¦TRƯỞNG BAN\n", "sign.position", ("TRƯỞNG BAN", "PHÓ BÍ THƯ")
    ),
    Slip("control character", NAME, '  ten: ¦"Huyện ủy \\x07Than Uyên"\n', "value.character", ("U+0007", "Xóa")),
    Slip("line break in a value", NAME, '  ten: ¦"Huyện ủy\\nThan Uyên"\n', "value.character", ("dấu xuống dòng",)),
    Slip("tab in a value", NAME, '  ten: ¦"Huyện ủy\\tThan Uyên"\n', "value.character", ("dấu Tab",)),
    Slip("text that runs backwards", NAME, "  ten: ¦Huyện ủy \u202eThan Uyên\n", "value.character", ("U+202E",)),
    Slip("tag", NAME, "  ten: ¦!!python/object:os.system Huyện ủy\n", "yaml.tag", ("Xóa thẻ",)),
    Slip("merge key", NAME, f"{NAME}  ¦<<: {{a: b}}\n", "data.unknown_key", ("«<<»",)),
    Slip("key that is a list", NAME, f"{NAME}  ? ¦[a]\n  : b\n", "yaml.key", ("Khóa phải là một từ",)),
]
WHOLE = [
    Slip("id written twice", "- ma: tan-uyen\n", "- ma: ¦than-uyen\n", "unit.duplicate", ("hai lần",)),
    Slip("id left out", "- ma: tam-duong\n  ten", "- ¦ten", "data.missing", ("«ma»",), "#3"),
    Slip("id with marks", "- ma: tam-duong\n", "- ma: ¦Tam Đường\n", "data.value", ("«tam-duong»",), "Tam Đường"),
    Slip("id Windows keeps for itself", "- ma: tam-duong\n", "- ma: ¦con\n", "unit.id", ("tên tệp",), "con"),
    Slip("entry without keys", ID, f"- ¦xin chào\n{ID}", "data.shape", ("khóa: giá trị",), "#7"),
    Slip("stray key at the top", "don_vi:\n", "¦donvi: 1\ndon_vi:\n", "data.unknown_key", ("«don_vi:»",), ALL),
    Slip("misspelt top key", "don_vi:\n", "¦don_v:\n", "data.unknown_key", ("«don_vi:»",), ALL),
    Slip("unclosed quote", NAME, "  ten: ¦'Huyện ủy Than Uyên\n", "yaml.syntax", ("nháy",), ALL),
    Slip("colon in a value", NAME, "  ten: Huyện ủy¦: Than Uyên\n", "yaml.syntax", ("hai chấm", "nháy kép"), ALL),
    Slip("indented by Tab", NAME, f"¦\t{NAME.strip()}\n", "yaml.syntax", ("Tab", "dấu cách"), ALL),
    Slip("alias", NAME, "  ten: ¦*ten\n", "yaml.syntax", ("bí danh", "trong nháy"), ALL),
    Slip("raw control character", NAME, "  ten: Huyện ủy ¦\x07Than Uyên\n", "yaml.character", ("U+0007",), ALL),
    Slip("NUL", NAME, f"{NAME}¦\x00", "yaml.character", ("U+0000",), ALL),
    Slip(
        "issuer without a name",
        "- ma: tinh-uy\n  ten: Tỉnh ủy Lai Châu\n",
        "- ¦ma: tinh-uy\n",
        "data.missing",
        ("«ten»",),
        ALL,
    ),
]


@pytest.mark.parametrize("slip", SLIPS + WHOLE, ids=lambda slip: slip.name)
def test_one_slip_one_message(workspace: Path, slip: Slip) -> None:
    assert_told(workspace, UNITS, slip)


NEAR_MISSES = {
    "padded and unpadded dates": (ID, f"{ID}  hieu_luc_tu: 01/2/2005\n"),
    "signature the kind allows": (
        "- ma: sin-ho\n",
        "- ma: sin-ho\n  quyen_han: T/M BAN THƯỜNG VỤ\n  chuc_vu: BÍ THƯ\n",
    ),
    "the floor itself": ("- ma: tam-duong\n", "- ma: tam-duong\n  chi_tieu: {bien-che-cong-chuc: 5}\n"),
    "above the floor": ("- ma: muong-te\n", "- ma: muong-te\n  chi_tieu: {bien-che-cong-chuc: '5,5 %'}\n"),
    "signs of every sort": ("- ma: tan-uyen\n", "- ma: tan-uyen\n  nguoi_ky: 'A & B < C > {{ d }} \"e\" ]]>'\n"),
    "blank value": ("- ma: nam-nhun\n", "- ma: nam-nhun\n  nguoi_ky:\n"),
    "null by name": ("- ma: phong-tho\n", "- ma: phong-tho\n  nguoi_ky: ~\n"),
    "anchor nobody uses": ("- ma: dang-uy-khoi\n", "- ma: dang-uy-khoi\n  nguoi_ky: &ten Nguyễn Văn A\n"),
    "comment": ("- ma: bcsd-ubnd\n", "# ghi chú: có dấu hai chấm\n- ma: bcsd-ubnd\n"),
    "list of recipients": ("- ma: van-phong\n", "- ma: van-phong\n  noi_nhan: [Như trên]\n"),
}


def test_near_misses_stay_silent(workspace: Path) -> None:
    assert_silent(workspace, UNITS, *NEAR_MISSES.values())


def test_a_loop_of_superiors_is_told_once(workspace: Path) -> None:
    here = "\n  ten: Huyện ủy {}\n  loai: huyen-uy\n  cap_tren: "
    than_uyen, sin_ho = here.format("Than Uyên"), here.format("Sìn Hồ")
    make(workspace, UNITS, (f"{than_uyen}tinh-uy", f"{than_uyen}sin-ho"), (f"{sin_ho}tinh-uy", f"{sin_ho}than-uyen"))
    found, stopped = told(workspace)
    assert [problem.message for problem in found] == ["Cấp trên lặp vòng: sin-ho → than-uyen → sin-ho."]
    assert stopped == {"sin-ho", "than-uyen"}


def test_a_unit_below_a_faulty_one_shares_its_message(workspace: Path) -> None:
    below = "- ma: xa-muong-cang\n  ten: Đảng ủy xã Mường Cang\n  loai: dang-uy-xa\n  cap_tren: than-uyen\n"
    make(workspace, UNITS, (ID, f"{below}  dia_danh: Mường Cang\n{ID}"), (NAME, ""))
    found, stopped = told(workspace)
    assert [problem.code for problem in found] == ["data.missing"]
    assert stopped == {"than-uyen", "xa-muong-cang"}


def test_a_faulty_unit_others_name_harms_only_itself(workspace: Path) -> None:
    make(workspace, UNITS, ("- ma: ban-to-chuc\n", "- ma: ban-to-chuc\n  hieu_luc_tu: 30/02/2023\n"))
    assert told(workspace)[1] == {"ban-to-chuc"}


def test_a_nearer_superior_that_states_more_sets_the_floor(workspace: Path) -> None:
    below = "- ma: xa-muong-cang\n  ten: Đảng ủy xã Mường Cang\n  loai: dang-uy-xa\n  cap_tren: than-uyen\n"
    below += "  dia_danh: Mường Cang\n  chi_tieu: {bien-che-cong-chuc: 6}\n"
    make(workspace, UNITS, (ID, f"{below}{ID}  chi_tieu: {{bien-che-cong-chuc: 7}}\n"))
    found, stopped = told(workspace)
    assert stopped == {"xa-muong-cang"}
    assert "6% thấp hơn mức 7% của cấp trên" in found[0].message


def test_decomposed_letters_are_composed_with_a_hint(workspace: Path) -> None:
    make(workspace, UNITS, (NAME, "  ten: Huye\u0323\u0302n u\u0309y Than Uyên\n"))
    found, stopped = told(workspace)
    assert [(problem.code, problem.severity) for problem in found] == [("value.nfd", "hint")] and not stopped
