"""Which faults are purely formal, and what mends them. A code that is not in the table is for a person.

Never mended: figures, names, dates, wording, whatever takes a word away or puts one in, drawn lines, breaks of pages.
"""

from collections.abc import Iterable, Mapping

from docgen.check import mending_layout as layout
from docgen.check import mending_looks as looks
from docgen.check import mending_typing as typing
from docgen.check import mending_words as words
from docgen.check.draft import Draft
from docgen.check.looks import CENTRED, LETTERS, SLANT
from docgen.check.mending_looks import Mender, component
from docgen.model.mend import Mend

MENDS: Mapping[str, Mender] = {
    "page.size": looks.sheet_size,
    "page.margins": looks.margins,
    "page.number_place": looks.page_number_centred,
    "page.number_look": looks.page_number,
    "page.number_distance": looks.header_distance,
    "characters.font": looks.fonts,
    "characters.legacy_font": looks.old_fonts,
    "characters.colour": looks.colours,
    "characters.size": looks.sizes,
    "characters.mixed_sizes": looks.one_size,
    "characters.highlight": looks.highlights,
    "characters.decomposed": typing.composed,
    "characters.unseen": typing.unseen,
    "letterhead.title_look": looks.title_lines,
    "letterhead.motto": words.motto,
    "letterhead.superior_look": component("superior", lambda form: form.looks.superior),
    "letterhead.issuer_look": component("issuer", lambda form: form.looks.issuer),
    "number.colon": words.number_colon,
    "number.spaces": words.number_spaces,
    "number.order": words.number_signs,
    "number.padding": words.number_padding,
    "number.look": component("number", lambda form: form.looks.number),
    "date.comma": words.date_comma,
    "date.padding": words.date_padding,
    "date.look": component("place_date", lambda form: form.looks.place_date),
    "kind.look": component("kind", lambda form: form.looks.kind, (*LETTERS, CENTRED)),
    "subject.look": looks.subject_lines,
    "subject.end": words.subject_end,
    "subject.rule": words.subject_rule,
    "basis.separator": words.basis_signs,
    "basis.dash": words.basis_dashes,
    "basis.slant": component("basis", lambda form: form.looks.basis, (SLANT,)),
    "body.justified": layout.justified,
    "body.indent": layout.indents,
    "body.indent_typed": layout.typed_indents,
    "body.line_spacing": layout.line_spacing,
    "body.gap": layout.gaps,
    "body.empty_paragraph": layout.empty_paragraphs,
    "body.part_centred": layout.centred,
    "body.mark_glued": words.glued,
    "body.heading_sign": words.heading_signs,
    "body.mark_form": words.mark_signs,
    "body.closing": words.closing,
    "body.bullet": words.bullets,
    "signature.prefix": words.prefixes,
    "signature.authority_look": component("authority", lambda form: form.looks.authority),
    "signature.position_look": component("position", lambda form: form.looks.position),
    "signature.name_look": component("signer", lambda form: form.looks.signer),
    "recipients.address_look": looks.address_word,
    "recipients.label": words.label,
    "recipients.label_look": looks.label_line,
    "recipients.look": component("recipient", lambda form: form.looks.recipient),
    "recipients.separator": words.separators,
    "recipients.last": words.last_sign,
    "recipients.dash": words.dashes,
    "wording.spaces": typing.spaces,
    "wording.punctuation": typing.punctuation,
}


def mends(draft: Draft, codes: Iterable[str]) -> dict[str, list[Mend]]:
    """What mends the faults of a paper by code; a code that nothing mends is left out."""
    wanted = set(codes)
    found = {code: list(mender(draft)) for code, mender in MENDS.items() if code in wanted}
    return {code: own for code, own in found.items() if own}
