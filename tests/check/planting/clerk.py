"""A clerk with a paper open in Word: what a person does to it, one verb each; every verb gives the clerk back.

Words     retype · retype_all · delete · insert_after · insert_before · empty_lines_after · soft_break · cut_paragraph ·
          join_next · indent_with · decompose
Letters   size · font · bold · italic · underline · capitals · colour · highlight · spacing
          (text, value, how="direct" | "style" | "character"; font also "theme")
Lines     align · indent_mm · line_spacing · gap (also with how="style") · keep_with_next · rule · auto_number
Page      margins · paper_size · landscape · page_number · no_page_number · count_pages_anew ·
          header_distance · mirror_margins · empty_page_at_end
Tables    table_header_repeat · rows_may_split · empty_row
Storage   split_runs · spacers · track_insert · track_delete · as_word_saves · as_libreoffice_saves · save

What `text` stands for is told in selection.py: words, a whole line ("I- MỤC ĐÍCH…"), or BODY.
"""

from tests.check.planting.formatting import Formatting
from tests.check.planting.page import Page
from tests.check.planting.storage import Storage
from tests.check.planting.words import Words


class Clerk(Words, Formatting, Page, Storage):
    """One open paper and all verbs."""
