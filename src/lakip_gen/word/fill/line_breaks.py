"""Let no line break in a value stretch the line before it over the whole width, as Word does in justified text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Mapping

_BREAK: Final = b"<w:br/>"
_RULE: Final = f"{W}doNotExpandShiftReturn"
_COMPAT: Final = f"{W}compat"
_BEFORE_RULE: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("useSingleBorderforContiguousCells", "wpJustification", "noTabHangInd", "noLeading", "spaceForUL"),
        *("noColumnBalance", "balanceSingleByteDoubleByteWidth", "noExtraLineSpacing", "doNotLeaveBackslashAlone"),
        "ulTrailSpace",
    )
)
"""The rules of compatibility that stand before this one."""
_AFTER_COMPAT: Final = frozenset(
    {
        "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr",
        *(
            f"{W}{name}"
            for name in (
                *("docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping", "forceUpgrade"),
                *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "captions", "readModeInkLockDown"),
                *("smartTagType", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
            )
        ),
    }
)
"""The settings that stand behind those of compatibility."""


def with_plain_breaks(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a filled document; where lines are broken by hand, its settings leave them as they are."""
    main = xml.main_part(parts)
    name = opc.target_of(parts, main, "settings") if _BREAK in parts[main] else ""
    if not name or b"doNotExpandShiftReturn" in parts[name]:
        return parts
    return {**parts, name: _settled(parts, name)}


def _settled(parts: Mapping[str, bytes], name: str) -> bytes:
    root = xml.parse(parts[name])
    compat = root.find(_COMPAT)
    if compat is None:
        compat = etree.Element(_COMPAT)
        following = next((one for one in xml.children(root) if one.tag in _AFTER_COMPAT), None)
        root.append(compat) if following is None else following.addprevious(compat)
    compat.insert(sum(one.tag in _BEFORE_RULE for one in compat), etree.Element(_RULE))
    return xml.serialise(root)
