"""The words of the number grammar: what means not applicable, what means zero, and short forms of a satuan."""

KATA_TIDAK_BERLAKU = frozenset(
    {"n/a", "n / a", "n.a", "na", "tidak berlaku", "tdk berlaku", "not applicable"},
)
"""The texts that say a number does not apply here, in small letters without a closing dot."""

KATA_NOL = frozenset({"nihil", "nol"})
"""The words that mean the number zero."""

KATA_BELUM_JELAS = frozenset(
    {"belum", "belum ada", "belum ada data", "tidak ada", "tdk ada", "tidak ada data", "kosong"},
)
"""The texts that leave open whether zero, not yet, or not applicable is meant; they are refused."""

SINGKATAN_SATUAN = {
    "%": "persen",
    "persen (%)": "persen",
    "persentase": "persen",
    "prosen": "persen",
    "bh": "buah",
    "bln": "bulan",
    "dok": "dokumen",
    "eks": "eksemplar",
    "g": "gram",
    "gr": "gram",
    "ha": "hektare",
    "hektar": "hektare",
    "hr": "hari",
    "idr": "rupiah",
    "jt": "juta",
    "keg": "kegiatan",
    "kg": "kilogram",
    "kl": "kali",
    "klp": "kelompok",
    "km": "kilometer",
    "km2": "kilometer persegi",
    "km²": "kilometer persegi",
    "l": "liter",
    "lap": "laporan",
    "lbr": "lembar",
    "ltr": "liter",
    "m": "meter",
    "m2": "meter persegi",
    "m²": "meter persegi",
    "m3": "meter kubik",
    "m³": "meter kubik",
    "mnt": "menit",
    "org": "orang",
    "pkt": "paket",
    "rb": "ribu",
    "rp": "rupiah",
    "th": "tahun",
    "thn": "tahun",
}
"""Well known short forms of a satuan and the word they stand for, in small letters without a closing dot."""

SPASI_RIBUAN = "\u00a0"
TAK_TERLIHAT = dict.fromkeys((0x00AD, 0x061C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
SERAGAM = {
    **dict.fromkeys("\u2007\u2008\u2009\u200a\u202f\u066c", SPASI_RIBUAN),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"),
    "\u066a": "%",
    "\u066b": ",",
    **{chr(0xFEE0 + ord(tanda)): tanda for tanda in "%()+,./"},
}
TAK_BAKU = frozenset(SERAGAM) - frozenset("\u2007\u2008\u2009\u200a\u202f")

PENGUBAH_UKURAN = frozenset({"persegi", "kubik", "per", "jam", "hari", "bulan", "kali"})
"""Later words of a satuan that make it another measure: `meter persegi` must not be cut to `meter`."""
