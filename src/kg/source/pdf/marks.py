"""Characters that a PDF holds for the sake of its print."""

READ_AS = {
    0x02: "-",  # PDFium's mark for a hyphen at the end of a line
    0xFFFE: "-",
    0xAD: "-",
    0xA0: " ",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    0x0A: " ",
    0x0D: " ",
    0x09: " ",
}
