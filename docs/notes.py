"""What the declarations cannot say: exit codes, what a code points to, what a blank means, in a clerk's words.

`docs.generate` refuses a note on a key that is gone, and a word without an explanation.
"""

from docgen.cli.main import INTERNAL, INTERRUPTED
from docgen.model.entry import Entry
from docgen.model.form import Form, Looks
from docgen.model.form_parts import (
    AppendixForm,
    Authority,
    Basis,
    Body,
    DateLine,
    Letter,
    NumberLine,
    Page,
    Recipients,
)
from docgen.model.form_values import Figure, Line, Look, Rule, Text
from docgen.model.plan import (
    AddedItem,
    AppendixTitle,
    CitedDocument,
    Deadline,
    Decision,
    Group,
    Item,
    Plan,
    Target,
    UnitPart,
)
from docgen.model.unit import Kind, Signing, Unit
from docgen.model.waiver import Waiver
from docgen.stories.build import REFUSED
from docgen.workspace.cache import KEPT, OFF, VARIABLE
from docgen.workspace.folder import USAGE
from docgen.workspace.writing import CANNOT

COMMANDS_INTRO = """\
Lệnh tìm thư mục làm việc (thư mục có `docgen.toml`) từ thư mục hiện tại trở lên, hoặc theo `-C`.
Kết quả in ra stdout, thông báo lỗi và cảnh báo in ra stderr: mỗi điều một dòng, gồm chỗ sai, điều sai và cách sửa.
Với `--json`, stdout chỉ có đúng một tài liệu JSON;
khi lệnh bị từ chối từ đầu, đó là `docgen/problems/1` với các lỗi."""

EXITS = {
    0: "Xong. Thiếu số, ngày, người ký hay có điều chưa xác nhận vẫn là xong.",
    1: (
        "Xong, nhưng có điều cần xem: có đơn vị lỗi trong khi các đơn vị khác đã dựng, có văn bản không chuyển được "
        "sang PDF, có tệp sửa sau lần dựng nên `docgen undo` giữ nguyên; `docgen check` thấy lỗi, cảnh báo hoặc có tệp "
        "không đọc được."
    ),
    USAGE: "Gõ lệnh sai: sai tên lệnh, sai tùy chọn, sai giá trị của tùy chọn.",
    REFUSED: "Không nhận đầu vào: dữ liệu chung, thể thức, mẫu Word hoặc tệp cần đọc có lỗi.",
    CANNOT: (
        "Không làm được: thiếu LibreOffice, hết chỗ trên đĩa, không có quyền ghi, tệp đang mở trong Word, "
        "thư mục kết quả đang có lệnh khác dùng, không nối được cụm máy."
    ),
    INTERNAL: "Lỗi của chính docgen.",
    INTERRUPTED: "Người dùng dừng lệnh (Ctrl+C). Các tệp đã ghi vẫn nguyên vẹn, chạy lại là làm tiếp.",
}
CACHE_SAID = f"""\
Dữ liệu đã kiểm tra và mẫu đã biên dịch được giữ trong thư mục đệm của riêng người dùng, nhiều nhất {KEPT} tệp, để lần
sau khỏi làm lại. Xóa lúc nào cũng được, kết quả không đổi. Biến môi trường `{VARIABLE}={OFF}` tắt thư mục đệm;
`{VARIABLE}=THƯ_MỤC` chọn thư mục khác, với điều kiện chỉ chính người dùng có quyền vào (0700)."""
CLICK_WORDS = {
    "Show this message and exit.": "Hiện trợ giúp rồi thoát.",
    "Show the version and exit.": "Hiện phiên bản rồi thoát.",
    "[OPTIONS]": "[TÙY_CHỌN]",
    "COMMAND [ARGS]...": "LỆNH [ĐỐI_SỐ]...",
    "PATH": "THƯ_MỤC",
}
DATA_INTRO = """\
Dữ liệu là tệp YAML, bảng mã UTF-8; riêng danh sách đơn vị có thể là [bảng](#bảng-đơn-vị). Khóa lạ, khóa ghi hai lần,
bí danh (`*`) và thẻ (`!`) bị từ chối, kèm dòng và cột. Giá trị bỏ trống nghĩa là không ghi. Ngày viết ngày/tháng/năm,
năm đủ bốn chữ số: `15/7/2023`. Số viết dấu phẩy hoặc dấu chấm thập phân, có hay không có `%` đều được. Giá trị đúng/sai
viết `true`, `false` hoặc `có`, `không`.

`docgen.toml` có một khóa: `ke_hoach`, mã kế hoạch được dựng khi lệnh không có `--plan`."""

RECORDS: dict[type[Entry], tuple[str, str]] = {
    Unit: ("Đơn vị", "Một tổ chức đảng."),
    Kind: ("Loại đơn vị", "Quy tắc chung của các đơn vị cùng loại."),
    Signing: ("Quyền ký", "Một cách ký được phép."),
    Plan: ("Kế hoạch", "Kế hoạch của cấp trên và cách từng loại đơn vị thực hiện."),
    CitedDocument: ("Văn bản dẫn chiếu", "Mỗi văn bản ghi một lần, mọi câu dẫn qua mã của nó."),
    Target: ("Chỉ tiêu", "Một con số của kế hoạch, kèm chiều."),
    Deadline: ("Thời hạn", "Ghi đúng một trong: `truoc_ngay`; `tu_nam` và `den_nam`; `nam`; `dinh_ky`."),
    Group: ("Nhóm đơn vị", "Những cơ quan mà kế hoạch gọi chung."),
    AppendixTitle: ("Phụ lục", "Bảng phụ lục tự lập từ các mục có `chu_tri`."),
    Item: ("Mục", "Một đoạn của kế hoạch cấp trên."),
    Decision: ("Quyết định", "Một loại đơn vị, hoặc một đơn vị, làm gì với một mục."),
    UnitPart: ("Phần riêng của đơn vị", "Điều một đơn vị ghi cho chính bản kế hoạch của mình."),
    AddedItem: ("Mục bổ sung", "Mục đơn vị tự thêm."),
    Waiver: ("Mục miễn", "Lỗi thuộc mục miễn thì đếm mà không báo. Không ghi đơn vị, tệp: cho mọi văn bản."),
    Form: ("Thể thức", "Một hướng dẫn về thể thức; mỗi giá trị kèm căn cứ."),
    Rule: ("Giá trị kèm căn cứ", "Dùng ở mọi chỗ ghi «kèm căn cứ»."),
    Text: ("Chữ kèm căn cứ", "Chỗ thay được trong ngoặc nhọn, như `{so}`, là phần mỗi văn bản một khác."),
    Figure: ("Số kèm căn cứ", "Có `tu`, `den` thì docgen soát theo khoảng; không thì theo `gia_tri` và `hoac`."),
    Line: ("Dấu hoặc nét kẻ", "Điều đứng ngay dưới một thành phần."),
    Page: ("Trang", "Tính bằng mm."),
    Body: ("Đoạn văn", "Tính bằng mm và pt."),
    NumberLine: ("Dòng số và ký hiệu", "Số và ký hiệu của văn bản."),
    DateLine: ("Dòng địa danh và ngày", "Địa danh và ngày, tháng, năm ban hành."),
    Letter: ("Công văn và tờ trình", "Văn bản gửi đích danh."),
    Basis: ("Căn cứ và dẫn chiếu", "Các căn cứ ban hành, và cách dẫn một văn bản khác."),
    Authority: ("Thẩm quyền ký", "Ký hiệu quyền hạn, chức vụ, họ tên."),
    Recipients: ("Danh sách nơi nhận", "Nhãn, dấu câu và dòng lưu."),
    AppendixForm: ("Thể thức phụ lục", "Phần đầu của phụ lục."),
    Look: ("Kiểu chữ của một thành phần", "Tính bằng pt."),
    Looks: ("Thành phần thể thức", "Kiểu chữ của từng thành phần."),
}
FILES: tuple[tuple[str, str, tuple[type[Entry], ...]], ...] = (
    (
        "data/don-vi.yaml",
        "Danh sách đơn vị, dưới khóa `don_vi:`; mỗi đơn vị bắt đầu bằng «`- ma:`». "
        "Nhiều đơn vị thì nên lập [bảng](#bảng-đơn-vị).",
        (Unit,),
    ),
    ("data/loai-don-vi.yaml", "Các loại đơn vị, dưới khóa `loai:`.", (Kind, Signing)),
    (
        "data/ke-hoach/<mã>.yaml",
        "Một kế hoạch một tệp, tên tệp là mã kế hoạch. Số, ngày, người ký của từng đơn vị ghi dưới `don_vi:`.",
        (Plan, CitedDocument, Target, Deadline, Group, AppendixTitle, Item, Decision, UnitPart, AddedItem),
    ),
    (
        "data/mien-kiem-tra.yaml",
        "Những quy tắc cơ quan cho miễn khi `docgen check`, là một danh sách; không có tệp này thì không miễn gì. "
        "Hết hạn thì mục miễn không còn hiệu lực và được nhắc.",
        (Waiver,),
    ),
    (
        "data/the-thuc/<mã>.yaml",
        "Một hướng dẫn một tệp. Sửa xong chạy `docgen template generate` để dựng lại mẫu Word kèm theo.",
        (
            *(Form, Rule, Text, Figure, Line, Page, Body, NumberLine, DateLine, Letter, Basis, Authority),
            *(Recipients, AppendixForm, Looks, Look),
        ),
    ),
)
_REFERENCE = "Viết như chỗ thay được, bỏ ngoặc nhọn: `co_quan.van-phong`, `don_vi.bcsd-ubnd`, `nhom.lien-quan`."
_SENTENCE = "Viết theo [ngôn ngữ của câu](#ngôn-ngữ-của-câu)."
_PATTERN = "Được dùng {ten}, {rieng}, {ten_goi}, {dia_danh}, {dang_bo} của đơn vị."
_DUTY = {
    "chu_tri": f"{_REFERENCE} Mục có chủ trì là một dòng của phụ lục.",
    "phoi_hop": _REFERENCE,
    "thoi_han": "Mã trong `thoi_han` của kế hoạch.",
    "cong_viec": f"Lời trong phụ lục; bỏ trống thì lấy nội dung mục. {_SENTENCE}",
    "san_pham": _SENTENCE,
}
NOTES: dict[type[Entry], dict[str, str]] = {
    Unit: {
        "ma": "Chữ thường không dấu, nối bằng gạch; cũng là tên tệp .docx.",
        "ten": "Bắt đầu bằng tiền tố của loại.",
        "loai": "Mã trong `data/loai-don-vi.yaml`.",
        "cap_tren": "Mã đơn vị. Bắt buộc, trừ loại có `dong_cap_tren: khong`.",
        "hieu_luc_tu": "Kể cả ngày này.",
        "hieu_luc_den": "Kể cả ngày này.",
        "chua_xac_nhan": "`true`: cả đơn vị; hoặc danh sách những khóa chưa có nguồn.",
        "quyen_han": "Bỏ trống: quyền ký đầu tiên của loại.",
        "chuc_vu": "Một chức vụ trong `quyen_ky` của loại; bỏ trống: chức vụ đầu tiên.",
        "du_lieu": "Dùng trong lời riêng của đơn vị: `{du_lieu.mã}`.",
        "chi_tieu": "Mã chỉ tiêu của kế hoạch → con số; không được kém mức của cấp trên.",
    },
    Kind: {
        "dang_bo": "Dòng cấp trên của các đơn vị ngay dưới; {rieng} là tên sau tiền tố.",
        "loai_cap_tren": "Mã các loại.",
        "ky_hieu": "Dùng khi đơn vị không có ký hiệu riêng.",
        "loi": f"Lời gọi trong câu: `{{tên}}`. Lời `don_vi` là cách cấp dưới gọi đơn vị này ({{cap_tren}}). {_PATTERN}",
        "co_quan": f"Dùng trong câu: `{{co_quan.mã}}`. {_PATTERN}",
        "quyen_ky": "Cách đầu tiên là cách ký khi đơn vị không ghi gì.",
        "noi_nhan": f"Không kèm dấu câu cuối dòng. {_PATTERN} {{bao_cao}} là cơ quan cấp trên nhận báo cáo.",
        "luu": f"Không kèm dấu câu cuối dòng. {_PATTERN}",
        "la_lac": "Biểu thức chính quy, phân biệt hoa thường; có trong văn bản của loại này thì docgen cảnh báo.",
    },
    Signing: {
        "chuc_vu": "Bỏ trống: người đứng đầu ký, chức vụ đã nằm trong dòng quyền hạn.",
        "co_quan_quyet_dinh": f"Chỗ thay được `{{ban_hanh}}`. {_PATTERN}",
    },
    Plan: {
        "co_quan_ban_hanh": "Mã đơn vị.",
        "han_ban_hanh": "Mã trong `thoi_han`; thời hạn ấy phải có `truoc_ngay`.",
        "muc": "Theo thứ tự trong văn bản.",
        "don_vi": "Theo mã đơn vị. Lỗi ở đây chỉ làm hỏng đơn vị ấy.",
    },
    CitedDocument: {"trich_yeu": _SENTENCE},
    Waiver: {
        "ma": "Mã trong [các quy tắc](rules.md): `page.margins`, hoặc mã nghiệp vụ: `P2`.",
        "don_vi": "Mã đơn vị: mọi bản của tệp `<mã>.docx`.",
        "tep": "Không ghi cùng `don_vi`.",
        "duong_dan": "Như `docgen check` báo trong `path`: `II.3` gồm cả các đoạn dưới nó; bỏ trống: cả văn bản.",
        "het_han": "Kể cả ngày này; bỏ trống: không hạn.",
    },
    Target: {
        "don_vi_tinh": "Viết liền sau con số; cần dấu cách thì ghi cả dấu cách: `' năm'`.",
        "thoi_han": "Mã trong `thoi_han`.",
    },
    Group: {"gom": "Mã loại hoặc mã đơn vị; không thuộc loại nào thì ghi `[]`."},
    Item: {
        **_DUTY,
        "ma": "`tieu-de` trích yếu; `mo-dau` mở đầu; `I`; `I.1`; `II.3.2` gạch đầu dòng thứ hai; `II.5.p2` đoạn nối.",
        "noi_dung": f"Không ghi số thứ tự. {_SENTENCE}",
        "bat_buoc": "`true`: không đơn vị nào được bỏ.",
        "chi_tieu": "Mã chỉ tiêu. Con số phần trăm gõ thẳng vào lời của mục không được thấp hơn mức này.",
        "theo_loai": "Theo mã loại; loại nào cũng phải có, trừ loại của cơ quan ban hành.",
    },
    Decision: {
        **_DUTY,
        "quyet_dinh": "Bắt buộc nếu không ghi `nhu`.",
        "nhu": "Mã một loại khác của cùng mục: làm như loại ấy. Ghi thay cho `quyet_dinh`.",
        "noi_dung": f"Bắt buộc khi `sua`, `giao`. {_SENTENCE}",
        "ly_do": "Bắt buộc khi `bo`.",
        "du_kien": "`true`: phân công do người soạn dự kiến, bản gốc không nêu.",
    },
    UnitPart: {
        "so": "`05` hay `5` đều được; bỏ trống thì văn bản để chỗ điền.",
        "ngay": "Bỏ trống thì văn bản để trống ngày. Ngày sau hạn ban hành bị từ chối.",
        "nguoi_ky": "Thay người ký trong danh sách đơn vị, chỉ cho kế hoạch này.",
        "quyen_han": "Thay quyền hạn trong danh sách đơn vị.",
        "chuc_vu": "Thay chức vụ trong danh sách đơn vị.",
        "luu_hanh": "Ghi nguyên văn. «Không phổ biến …» đứng cuối văn bản, lời khác đứng đầu trang nhất.",
        "chi_tieu": "Mã chỉ tiêu → con số; không được kém mức của cấp trên.",
        "thoi_han": "Mã thời hạn → ngày; không được muộn hơn cấp trên.",
        "quyet_dinh": "Theo mã mục; thay quyết định của loại.",
    },
    AddedItem: {
        **_DUTY,
        "ma": "Chữ thường không dấu, chữ số, gạch nối.",
        "sau": "Mã một mục của kế hoạch, trừ `tieu-de` và `mo-dau`; mục bổ sung cùng cấp với mục ấy.",
        "noi_dung": _SENTENCE,
        "chua_xac_nhan": "`true` hoặc danh sách những điều chưa có nguồn.",
    },
    Form: {
        "hieu_luc_tu": "Thể thức chọn theo ngày của văn bản, hoặc theo `--form`.",
        "dong_cap_tren": "Như `dong_cap_tren` của loại đơn vị → các cơ quan. Không có tên ở đây thì không soát.",
        "ky_hieu_loai": "Tên loại → các ký hiệu đúng; danh sách trống: số của loại ấy không ghi ký hiệu loại.",
        "ky_hieu_co_quan": (
            "Cơ quan → các ký hiệu đúng; `{cap_tren}` là ký hiệu của cấp ủy ở trên. Không có tên ở đây thì không soát."
        ),
        "hieu_luc_den": "Kể cả ngày này; bỏ trống: còn hiệu lực.",
    },
    Text: {"hoac": "Những cách viết khác cũng đúng."},
    Figure: {
        "hoac": "Những giá trị khác cũng đúng.",
        "tu": "Mức thấp nhất, khi hướng dẫn cho một khoảng.",
        "den": "Mức cao nhất, khi hướng dẫn cho một khoảng.",
        "sai_so": "Lệch chừng ấy vẫn là đúng. Bỏ trống: 0.",
    },
    Line: {
        "gia_tri": "Để `''` khi là nét kẻ.",
        "tu": "Tính theo phần độ dài dòng chữ ở trên: 1 là dài bằng.",
        "den": "Tính theo phần độ dài dòng chữ ở trên.",
    },
    DateLine: {"cap_dia_danh": "`tinh`, `huyen`, `xa`; để trống danh sách thì không soát."},
    Letter: {"kinh_gui": "Loại không có tên ở đây thì không có phần kính gửi."},
    Basis: {"gach_dau_dong": "Bỏ trống: có hay không đều được."},
    Authority: {
        "viet_sai": "Danh sách trống: hệ thống này không có ký hiệu tương đương.",
        "chuc_vu_thay_mat": "Bỏ trống: không soát.",
    },
    Looks: {
        "tieu_ngu": "Chỉ văn bản nhà nước có.",
        "dau_sao": "Chỉ văn bản của Đảng có.",
        "gach_ngang": "Chỉ khi là dấu, không phải nét kẻ.",
    },
    Look: {"co": "Cỡ mà mẫu Word dùng."},
}
CHOICES = {
    "dang": "văn bản của Đảng, docgen dựng được",
    "nha_nuoc": "văn bản của cơ quan nhà nước, docgen chỉ soát",
    "giu": "giữ lời của cấp trên",
    "sua": "sửa lời",
    "giao": "sửa lời và giao cho cơ quan của đơn vị",
    "bo": "không đưa vào",
    "it_nhat": "mức sàn",
    "nhieu_nhat": "mức trần",
    "dung": "không hơn không kém",
    "du_thao": "dựng lại được",
    "da_ban_hanh": "docgen giữ nguyên tệp, không bao giờ ghi đè",
    "khong": "không có dòng cấp trên",
    "dang_bo": "đảng bộ của cấp trên",
    "ten": "tên cấp trên",
}
SPACES = {
    "van_ban": ("{van_ban.kl-50:ngay,co_quan}", "Loại và số của văn bản, thêm các phần ghi sau dấu hai chấm."),
    "chi_tieu": (
        "{chi_tieu.chuyen-mon}",
        "Con số phải đạt, kèm chiều: «ít nhất 65%»; thêm `:so` thì chỉ có số.",
    ),
    "thoi_han": ("{thoi_han.ban-hanh}", "Thời hạn bằng lời: «trước ngày 15/7/2023», «2022-2026», «2021», «hằng năm»."),
    "nhom": ("{nhom.lien-quan}", "Tên nhóm."),
    "don_vi": ("{don_vi.bcsd-ubnd}", "Tên gọi của một đơn vị khác."),
    "co_quan": ("{co_quan.ban-to-chuc}", "Cơ quan, bộ phận của chính đơn vị, theo loại."),
    "du_lieu": ("{du_lieu.nghi_quyet_dai_hoi}", "Dữ liệu riêng của đơn vị; chỉ dùng trong phần riêng của đơn vị ấy."),
}
CITATION = {
    "ngay": "ngày ban hành: «, ngày 28/02/2023»",
    "co_quan": "cơ quan ban hành: « của Bộ Chính trị»",
    "trich_yeu": "trích yếu",
}
LANGUAGE_INTRO = """\
Trong câu, chỗ thay được viết trong ngoặc nhọn `{…}`; chữ nghiêng viết giữa hai dấu sao `*…*`. Chỗ thay được đứng đầu
mục thì tự viết hoa chữ cái đầu. Ngoặc nhọn đứng lẻ, tên lạ, dấu sao mở mà không đóng đều bị từ chối."""
SUPERIOR_PLANS_SAID = """\
là kế hoạch của cấp trên trực tiếp và kế hoạch của cơ quan ban hành đầu tiên; số và ngày lấy từ phần riêng của đơn vị ấy
dưới `don_vi:`, chưa biết thì là «…»."""
WORDS_INTRO = """\
Chỗ thay được không có dấu chấm là lời của chính đơn vị. Ngoài những lời dưới đây còn có các lời ghi trong `loi` của
loại đơn vị."""
TEMPLATES_INTRO = """\
Mẫu là tệp `templates/<thể thức>/ke-hoach.docx`, mở và sửa trong Word. Thẻ viết theo docxtpl: `{{ so_ky_hieu }}`,
`{%p for … %}`. Chỉ những khóa sau được dùng; khóa lạ bị từ chối."""
WORDS = {
    "ten": "Tên đầy đủ của đơn vị.",
    "rieng": "Tên sau tiền tố: «Than Uyên».",
    "ten_goi": "Tên gọi trong câu.",
    "dia_danh": "Địa danh.",
    "ban_hanh": "Cơ quan quyết định ban hành: «Ban Thường vụ Huyện ủy».",
    "bao_cao": "Cơ quan cấp trên nhận báo cáo: «Ban Thường vụ Tỉnh ủy».",
    "cap_tren": "Cấp trên, gọi tắt: «Tỉnh ủy».",
    "ke_hoach_tren": "Kế hoạch của cấp trên, dẫn gọn: «Kế hoạch của Ban Thường vụ Tỉnh ủy».",
    "chu_tri": "Các cơ quan chủ trì của mục.",
    "phoi_hop": "Các cơ quan phối hợp của mục.",
}
