"""The languages of which everything is known: texts, equations, shapes, pictures, properties."""

from __future__ import annotations

from passportkit.word.package.names import CONTENT_TYPES, CUSTOM, MC, VARIANT, M, W

OPEN = "http://schemas.openxmlformats.org"
MICROSOFT = "http://schemas.microsoft.com/office"
VML = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"
WRAPS = "urn:schemas-microsoft-com:office:word"
DRAWING = f"{OPEN}/drawingml/2006/main"
W15 = f"{MICROSOFT}/word/2012/wordml"
LIBRARY = f"{OPEN}/schemaLibrary/2006/main"

INERT = frozenset(
    (
        *(W, M, MC, CONTENT_TYPES, CUSTOM, VARIANT, VML, OFFICE, DRAWING, LIBRARY, W15),
        WRAPS,
        f"{OPEN}/drawingml/2006/picture",
        f"{OPEN}/drawingml/2006/wordprocessingDrawing",
        f"{OPEN}/officeDocument/2006/extended-properties",
        f"{OPEN}/package/2006/metadata/core-properties",
        *(f"http://purl.org/dc/{each}/" for each in ("elements/1.1", "terms", "dcmitype")),
        *(
            f"{MICROSOFT}/word/2010/{each}"
            for each in (
                "wordml",
                "wordprocessingDrawing",
                "wordprocessingShape",
                "wordprocessingGroup",
                "wordprocessingCanvas",
            )
        ),
        *(f"{MICROSOFT}/word/{each}/wordml" for each in ("2018",)),
        f"{MICROSOFT}/word/2015/wordml/symex",
        f"{MICROSOFT}/thememl/2012/main",
        *(
            f"{MICROSOFT}/drawing/{each}"
            for each in (
                "2010/main",
                "2014/main",
                "2017/decorative",
                "2018/hyperlinkcolor",
                "2016/SVG/main",
            )
        ),
    )
)


def language_of(name: str) -> str:
    """Return the language of an element or an attribute; "" of one that has none."""
    return name[1:].partition("}")[0] if name[0] == "{" else ""
