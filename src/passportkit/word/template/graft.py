"""What filling needs and a template may lack: character styles, and a numbering part.

A template that was saved again has other style identifiers and lacks what nothing used; so styles
are found by name.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from passportkit.integers import integer
from passportkit.paper.styles import DRAFT_MARK, HINT, LINK, display_name
from passportkit.word.package.archive import Archive, cut
from passportkit.word.package.names import CUSTOM, NUMBERING, NUMBERING_TYPE, VARIANT, W, w
from passportkit.word.package.stamping import PREFIX, Custom
from passportkit.word.template.compiled import RUN_KINDS, Numbering
from passportkit.word.template.lists import bullet_definition, number_xml

_STYLES = {
    LINK: '<w:color w:val="0563C1"/><w:u w:val="single"/>',
    DRAFT_MARK: '<w:color w:val="9C0006"/><w:shd w:val="clear" w:color="auto" w:fill="FFEB9C"/>',
    HINT: '<w:i/><w:color w:val="707070"/>',
}


def graft_styles(archive: Archive) -> dict[str, str]:
    """Return the identifiers of the character styles for words; add those that are missing."""
    root = archive.tree(archive.styles_name)
    known = {
        name.get(w("val"), "").lower(): style.get(w("styleId"))
        for style in root.iterfind(w("style"))
        if style.get(w("type")) == "character"
        for name in style.iterfind(w("name"))
    }
    return {name: known.get(name) or add_style(root, name) for name in RUN_KINDS[1:]}


def add_style(root: Any, name: str) -> str:
    """Add one of the character styles for words to the styles; return its identifier."""
    identifier = name.title().replace(" ", "")
    taken = {style.get(w("styleId")) for style in root.iterfind(w("style"))}
    while identifier in taken:
        identifier += "1"
    root.append(
        etree.fromstring(
            f'<w:style xmlns:w="{W}" w:type="character" w:styleId="{identifier}">'
            f'<w:name w:val="{display_name(name)}"/><w:qFormat/>'
            f"<w:rPr>{_STYLES[name]}</w:rPr></w:style>"
        )
    )
    return identifier


def graft_numbering(archive: Archive) -> Numbering:
    """Add the definition of bullets; return the part cut where lists of a document are added."""
    names = archive.related("numbering")
    if names:
        name = names[0]
    else:
        empty = f'<w:numbering xmlns:w="{W}"/>'.encode()
        name = archive.add("numbering.xml", empty, NUMBERING_TYPE, NUMBERING)
    root = archive.tree(name)
    for note in root.findall(w("numIdMacAtCleanup")):  # Word's note to itself would have to be last
        root.remove(note)
    definition = 1 + _highest(root, "abstractNum", "abstractNumId")
    number = 1 + _highest(root, "num", "numId")
    first_number = root.find(w("num"))
    bullets = etree.fromstring(bullet_definition(definition).replace(">", f' xmlns:w="{W}">', 1))
    if first_number is None:
        root.append(bullets)
    else:
        first_number.addprevious(bullets)
    own = etree.fromstring(number_xml(number, definition).replace(">", f' xmlns:w="{W}">', 1))
    bullets.addnext(own)
    definitions, rest = cut(root, own)
    end = "</w:numbering>" + rest.rpartition("</w:numbering>")[2]
    numbers = rest.rpartition("</w:numbering>")[0]
    return Numbering(name, definitions, numbers, end, definition + 1, number + 1, number)


def cut_custom(archive: Archive) -> Custom:
    """Return the custom properties of the template cut behind them; a stamp in them goes."""
    names: Any = {None: CUSTOM, "vt": VARIANT}
    root = etree.Element(f"{{{CUSTOM}}}Properties", nsmap=names)
    for each in archive.tree(archive.custom_name):
        if not each.get("name", "").startswith(PREFIX):
            root.append(each)
            each.set("pid", str(len(root) + 1))  # 0 and 1 are taken by the format itself
    return Custom(*cut(root, None), len(root) + 2)


def _highest(root: Any, name: str, attribute: str) -> int:
    """Return the highest number in use; one that is none is no concern of ours."""
    used = (integer(each.get(w(attribute))) for each in root.iterfind(w(name)))
    return max(filter(None, used), default=0)
