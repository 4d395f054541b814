"""What docs/vi/tra-loi.md says besides the program's own sentences: of families of codes, of codes that need a word.

A code whose sentences explain it has no note; one whose sentences come only from a run must have one.
"""

INTRO = """\
Mỗi lời báo của docgen gồm chỗ sai, điều sai và cách sửa; kết quả `--json` có thêm **mã** như dưới đây. Trang này kê mọi
mã theo vần, kèm nguyên văn lời báo (`…` là phần mỗi lần một khác). Chưa thấy mã trên màn hình thì tìm một vài chữ của
lời báo bằng Ctrl+F.

Chỗ sai được ghi theo loại tệp:

| Tệp | Chỗ sai | Đọc là |
| --- | --- | --- |
| dữ liệu YAML | `data/don-vi.yaml:12:9` | dòng 12, chữ thứ 9 của dòng |
| sổ Excel | `kl50.xlsx › Đơn vị › ô D8 › Huyện ủy Than Uyên` | trang «Đơn vị», ô D8, hàng của Than Uyên |
| mẫu, văn bản Word | `templates/hd36/ke-hoach.docx › word/document.xml › đoạn 4 «…»` | đoạn thứ 4, có những chữ ấy |"""

RULES_INTRO = """\
Những điều `docgen check` thấy trong một văn bản. Bấm vào mã để xem vì sao, thế nào là sai, là đúng (bằng tiếng Anh).
Cách đọc kết quả: [Đọc kết quả kiểm tra](doc-ket-qua-kiem-tra.md)."""

# The first word of a code → heading, and what these codes have in common.
FAMILIES = {
    "baseline": ("Sổ lỗi đã biết", "Tệp nêu sau `--baseline` của `docgen check`."),
    "check": ("Soát văn bản", "Việc soát không làm được, hoặc chỉ làm được một phần."),
    "cluster": ("Cụm máy", "Chỉ gặp khi dựng bằng `--scheduler` trên nhiều máy."),
    "copy": ("Bản sao có ghi chú, bản đã sửa", "Việc ghi bản sao của `docgen check --annotate` và `--fix`."),
    "csv": ("Danh sách đơn vị dạng bảng", "Cách viết của `data/don-vi.csv`."),
    "data": ("Dữ liệu", "Thiếu, thừa hoặc sai giá trị trong tệp YAML, bảng hay sổ Excel."),
    "date": ("Ngày", "Ngày ghi sai, hoặc không khớp thời hạn cấp trên giao."),
    "deadline": ("Thời hạn", "Thời hạn của đơn vị so với thời hạn của cấp trên."),
    "decision": ("Quyết định theo mục", "Mỗi mục của cấp trên, mỗi loại đơn vị phải giữ, sửa, giao hoặc bỏ có lý do."),
    "diff": ("So sánh dự thảo", "Việc so hai bản không làm được."),
    "docx": (
        "Tệp Word không đọc được",
        "docgen xem tệp trước khi mở. Tệp hỏng, cũ, có mật khẩu, có macro hay có dấu hiệu phá hoại thì không mở.",
    ),
    "excel": ("Sổ Excel", "Điều docgen thấy khi đọc sổ `.xlsx`. Sổ không bị sửa, chỉ được đọc."),
    "file": ("Tệp và thư mục", "Tệp không có, không đọc hoặc không ghi được, hoặc được giữ nguyên vì đã có người sửa."),
    "fix": ("Sửa lỗi thể thức", "Việc của `docgen check --fix`."),
    "folder": ("Thư mục văn bản", "Thư mục nêu cho `docgen check` hoặc `docgen diff`."),
    "form": ("Thể thức", "Tệp trong `data/the-thuc/`, hoặc thể thức được chọn cho văn bản."),
    "init": ("Tạo thư mục làm việc", "Việc của `docgen init`."),
    "jsonl": ("Danh sách đơn vị dạng JSON", "Cách viết của `data/don-vi.jsonl`."),
    "kind": ("Loại đơn vị", "Tệp `data/loai-don-vi.yaml`."),
    "lock": ("Đang có người dùng", "Hai lệnh không ghi cùng lúc vào một thư mục kết quả."),
    "number": ("Số văn bản", "Sổ số và số ghi trong kế hoạch. Cách dùng: [Số văn bản](so-van-ban.md)."),
    "output": ("Tệp kết quả", "Nơi ghi kết quả nêu sau `-o`."),
    "paper": ("Đối chiếu văn bản đã dựng", "`docgen build --verify` đọc lại văn bản và thấy khác dữ liệu."),
    "pdf": ("Bản PDF", "Việc chuyển sang PDF bằng LibreOffice."),
    "plan": ("Kế hoạch", "Tệp trong `data/ke-hoach/`."),
    "redline": ("Bản theo dõi thay đổi", "Việc ghi bản Word có theo dõi thay đổi của `docgen diff`."),
    "registry": ("Danh sách đơn vị", "Việc chọn danh sách đơn vị để đọc."),
    "settings": ("Cài đặt", "Tệp `docgen.toml` ở đầu thư mục làm việc."),
    "sign": ("Người ký", "Quyền hạn, chức vụ người ký."),
    "target": ("Chỉ tiêu", "Con số của đơn vị so với mức của cấp trên."),
    "template": ("Mẫu Word", "Chỗ điền trong mẫu Word. Cách dùng: [Mẫu Word](mau-word.md)."),
    "text": ("Câu chữ trong dữ liệu", "Chỗ thay được `{…}` và dấu nghiêng `*…*` trong câu của kế hoạch."),
    "unit": ("Đơn vị", "Danh sách đơn vị, hoặc việc dựng văn bản của một đơn vị. Các đơn vị khác không bị ảnh hưởng."),
    "value": ("Giá trị", "Ký tự trong một giá trị."),
    "waiver": ("Mục miễn", "Tệp `data/mien-kiem-tra.yaml`."),
    "wording": ("Lời văn của văn bản vừa dựng", "`docgen build` soát lại lời văn trước khi ghi tệp."),
    "workspace": ("Thư mục làm việc", "Nơi gõ lệnh."),
    "yaml": ("Cách viết tệp YAML", "Tệp dữ liệu viết sai dạng nên chưa đọc được nội dung."),
}

NOTES = {
    "copy.folder": (
        "Thư mục nêu cho bản sao trùng với thư mục của văn bản gốc, hoặc `--annotate` và `--fix` cùng nêu một thư mục. "
        "Bản gốc không bao giờ bị ghi đè."
    ),
    "data.missing": "Với tệp YAML, lời báo nêu khóa còn thiếu; khóa nào bắt buộc xem [Từ điển dữ liệu](../du-lieu.md).",
    "data.unknown_key": "Thường là gõ nhầm tên khóa. Tên các khóa có ở [Từ điển dữ liệu](../du-lieu.md).",
    "data.value": (
        "Giá trị không đúng kiểu của khóa: chữ ở chỗ phải là số, ngày không có trong lịch, lựa chọn không có trong "
        "danh sách … Lời báo nêu tên khóa, giá trị được ghi và những giá trị được phép."
    ),
    "docx.bomb": "Tệp Word bình thường không bao giờ như vậy. Đừng cố mở tệp.",
    "docx.tracked": "Xem ai sửa gì, chấp nhận hay từ chối hết bằng [docgen revisions](so-sanh-du-thao.md).",
    "excel.error": "Các lỗi như `#N/A`, `#REF!` do công thức trong ô.",
    "excel.number": "Ví dụ gõ `05` thì Excel còn `5`. Định dạng ô là Text rồi gõ lại.",
    "file.protected": (
        "Không phải lỗi: tệp đã có người sửa nên docgen giữ nguyên. Xem [Dựng lại mà không mất gì](dung-lai.md)."
    ),
    "lock.held": "Lệnh bị tắt ngang thì khóa tự mở, không phải xóa gì.",
    "number.option": "Số, ký hiệu hoặc nhiệm kỳ gõ sau lệnh viết sai dạng, ví dụ nhiệm kỳ phải là `2020-2025`.",
    "paper.broken": "Dựng lại văn bản ấy; vẫn vậy thì gửi văn bản này cùng mẫu Word cho người làm docgen.",
    "paper.lost": "Một giá trị của dữ liệu không thấy trong văn bản: xem lại chỗ điền trong mẫu Word rồi dựng lại.",
    "redline.unproved": (
        "Từ chối hết thay đổi thì phải được đúng bản cũ, chấp nhận hết thì phải được đúng bản mới; docgen thử lại "
        "trước khi ghi, thấy không được như vậy nên không ghi. Lời báo nêu chỗ khác nhau."
    ),
    "text.broken": "Dấu `{`, `}` hoặc `*` trong câu không đủ đôi. Lời báo chép lại chỗ ấy.",
    "unit.internal": "Lỗi này không do dữ liệu. Các đơn vị khác vẫn được dựng.",
    "yaml.syntax": (
        "Lời báo nói rõ điều gì: thiếu dấu hai chấm, dấu cách đầu dòng không thẳng hàng, có dấu Tab, nháy chưa đóng … "
        "Lỗi thật thường ở chính dòng ấy hoặc ngay dòng trên."
    ),
}
