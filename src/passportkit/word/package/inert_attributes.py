"""Which attributes are known to be inert, which have to be looked at, and which are left out.

Old shapes (VML) were made for pages of the web: their language has places for scripts, for buttons
and for addresses. So of it, and of what Office adds to it, only those elements and attributes are
known that say how a shape looks. Of all other languages the schemas are closed, and what leads
somewhere in them is named.
"""

from __future__ import annotations

import re
from typing import Any, Literal

from passportkit.word.package.languages import INERT, OFFICE, VML, WRAPS, language_of
from passportkit.word.package.names import XML, W
from passportkit.word.package.relation_kinds import is_reference

Treatment = Literal["inert", "to be looked at", "left out"]

_LEADING = frozenset(("src", "href", f"{{{OFFICE}}}href", f"{{{OFFICE}}}althref"))
"""Attributes of shapes that have an address: of a picture, or of what a click opens."""

_of_vml = (
    "id type title alt print coordsize coordorigin wrapcoords editas "
    "filled fillcolor stroked strokecolor strokeweight insetpen opacity chromakey "
    "adj path points from to control1 control2 startAngle endAngle arcsize eqn "
    "cropleft croptop cropright cropbottom gain blacklevel gamma grayscale bilevel "
    "embosscolor recolortarget on weight color color2 linestyle miterlimit joinstyle endcap "
    "dashstyle filltype imageaspect imagesize imagealignshape startarrow startarrowwidth "
    "startarrowlength endarrow endarrowwidth endarrowlength size origin position aspect colors "
    "angle alignshape focus focussize focusposition method recolor rotate polar map invx invy "
    "switch xrange yrange radiusrange v limo textboxrect fillok strokeok shadowok arrowok "
    "gradientshapeok textpathok insetpenok obscured offset offset2 matrix inset fitshape fitpath "
    "trim xscale string"
)
_of_office = (
    "spidmax fill stroke render viewpointorigin viewpoint plane skewangle skewamt foredepth "
    "backdepth orientation orientationangle lockrotationcenter autorotationcenter rotationcenter "
    "rotationangle colormode shininess specularity diffusity metal edge facet lightface "
    "brightness lightposition lightlevel lightharsh lightposition2 lightlevel2 lightharsh2 gap "
    "dropauto drop distance lengthspecified length accentbar textborder minusx minusy selection "
    "grouping ungrouping rotation cropping verticies adjusthandles text aspectratio shapetype how "
    "idref start connectloc new old idsrc iddest idcntr data shadowcolor extrusioncolor dgmstyle "
    "autoformat reverse autolayout dgmscalex dgmscaley dgmfontsize constrainbounds "
    "dgmbasetextscale"
)
_added_by_office = (
    "spid spt oned regroupid userhidden bullet hr hrstd hrnoshade hrpct hralign allowincell "
    "allowoverlap userdrawn bordertopcolor borderleftcolor borderbottomcolor borderrightcolor "
    "dgmlayout dgmnodekind dgmlayoutmru insetmode connectortype bwmode bwpure bwnormal forcedash "
    "preferrelative cliptowrap clip master tableproperties tablelimits targetscreensize title "
    "opacity2 connecttype connectlocs connectangles extrusionok v"
)
_of_wraps = "side anchorx anchory width shadow"
_INERT_OF_SHAPES = frozenset(
    (
        *(*_of_vml.split(), *_of_office.split(), *_of_wraps.split()),
        *(f"{{{OFFICE}}}{name}" for name in _added_by_office.split()),
        f"{{{VML}}}ext",
        f"{{{XML}}}space",
    )
)

_ELEMENTS = {
    VML: "shape shapetype group background fill formulas f handles h imagedata path shadow stroke "
    "textbox textpath arc curve image line oval polyline rect roundrect",
    OFFICE: "shapedefaults shapelayout diagram skew extrusion callout lock clippath complex left "
    "top right bottom column fill idmap regrouptable entry relationtable rel rules r proxy "
    "colormru colormenu",
    WRAPS: "wrap anchorlock bordertop borderleft borderright borderbottom",
}
_SHAPES = frozenset(
    f"{{{language}}}{name}" for language, names in _ELEMENTS.items() for name in names.split()
)

_TO_BE_LOOKED_AT = frozenset(("action", f"{{{W}}}url", f"{{{W}}}storeItemID"))
_LEFT_OUT = frozenset(("invalidUrl", "tgtFrame", f"{{{W}}}tgtFrame", f"{{{W}}}docLocation"))
"""Addresses and windows beside those that relations lead to."""

_OF_XML = frozenset(
    (
        "{http://www.w3.org/2001/XMLSchema-instance}type",
        *(f"{{{XML}}}{name}" for name in ("space", "lang", "id")),
    )
)

_is_plain = re.compile(r"""[\w\s.,;:%#'"+-]*""").fullmatch
"""Whether a style has no calls in it, and no addresses."""


def is_shape(tag: str) -> bool:
    """Return whether an element is of the languages of old shapes."""
    return language_of(tag) in _ELEMENTS


def is_unknown_shape(tag: str) -> bool:
    """Return whether an element of these languages is none that says how a shape looks."""
    return is_shape(tag) and tag not in _SHAPES


def treatment_of(tag: str, attribute: str) -> Treatment:
    """Return what an attribute of an element is, by its name."""
    if is_reference(attribute):
        return "to be looked at"
    if is_shape(tag):
        return _of_shape(attribute)
    if attribute in _TO_BE_LOOKED_AT:
        return "to be looked at"
    language = language_of(attribute)
    is_known = attribute in _OF_XML or not language or language in INERT
    return "inert" if is_known and attribute not in _LEFT_OUT else "left out"


def _of_shape(attribute: str) -> Treatment:
    if attribute in _LEADING or attribute == "style":
        return "to be looked at"
    return "inert" if attribute in _INERT_OF_SHAPES else "left out"


def leave_out_unknown(element: Any) -> None:
    """Take away the attributes of an element that nobody knows to be inert."""
    for name, value in element.items():
        is_script = name == "style" and is_shape(element.tag) and not _is_plain(value)
        if is_script or treatment_of(element.tag, name) == "left out":
            del element.attrib[name]
